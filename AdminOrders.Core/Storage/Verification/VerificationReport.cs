namespace AdminOrders.Core.Storage.Verification;

/// <summary>What a verification read and found.</summary>
public sealed record VerificationReport
{
    public required DateTimeOffset BeganAt { get; init; }

    public required TimeSpan Took { get; init; }

    public required long Orders { get; init; }

    public required long HistoryRows { get; init; }

    public required long Seals { get; init; }

    /// <summary>To be compared with the log; null: nothing is sealed yet.</summary>
    public required SealRow? LastSeal { get; init; }

    /// <summary>Broken invariants in their own order; empty: the store is as it should be.</summary>
    public required IReadOnlyList<BrokenInvariant> Broken { get; init; }

    public bool IsClean => Broken.Count == 0;
}

/// <summary>An invariant that does not hold.</summary>
/// <param name="Rows">How many rows do not fit.</param>
/// <param name="First">The first of them, by order.</param>
public sealed record BrokenInvariant(Invariant Invariant, long Rows, Finding First);

/// <summary>How far a verification is.</summary>
public sealed record VerificationProgress(long Orders, long AllOrders);
