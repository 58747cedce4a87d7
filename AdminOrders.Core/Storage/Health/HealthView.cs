using System.Collections.Immutable;

namespace AdminOrders.Core.Storage.Health;

/// <summary>How a store is at one moment. Instants are UTC.</summary>
public sealed record HealthView
{
    public required DateTimeOffset ReadAt { get; init; }

    public required EngineView Engine { get; init; }

    /// <summary>The newest migration that the store has.</summary>
    public required string Schema { get; init; }

    /// <summary>The last position that was drawn: what followers are to reach.</summary>
    public required long Position { get; init; }

    public required int Seals { get; init; }

    /// <summary>Null: nothing is sealed yet.</summary>
    public required SealRow? LastSeal { get; init; }

    /// <summary>Null: the store was never replaced by a backup.</summary>
    public required RestoreRow? LastRestore { get; init; }

    /// <summary>The works that one process does for all, by name.</summary>
    public required ImmutableArray<LeaseView> Leases { get; init; }

    /// <summary>The next deadlines, soonest first; a few.</summary>
    public required ImmutableArray<DeadlineView> NextDeadlines { get; init; }

    /// <summary>By consumer, those that owe or failed something.</summary>
    public required ImmutableArray<OwedView> Deliveries { get; init; }
}

/// <summary>What the store lies on.</summary>
/// <param name="Bytes">Of everything that it keeps on its disk, the log included.</param>
public sealed record EngineView(string Name, string Version, long Bytes);

/// <summary>Who does a work.</summary>
/// <param name="Owner">The beginning of the id of that process's run; null: nobody has it now.</param>
public sealed record LeaseView(string Name, string? Owner, DateTimeOffset Until);

/// <summary>An order that time moves.</summary>
public sealed record DeadlineView(string OrderId, string Status, DateTimeOffset DueAt);

/// <summary>What a consumer is owed.</summary>
/// <param name="Consumer">See <see cref="Orders.Consumers"/>.</param>
public sealed record OwedView(string Consumer, long Owed, long Failed);
