using System.Collections.Immutable;

namespace AdminOrders.Core.Storage;

/// <summary>How much of one kind is unfinished.</summary>
/// <param name="GivenUp">What nobody tries any more.</param>
/// <param name="Failing">What has failed and is tried again by itself.</param>
/// <param name="Waiting">What has not failed.</param>
/// <param name="IsBrought">Whether this installation brings such things at all; else what waits waits for a person.</param>
/// <param name="FailedAttempts">How often what is failing was tried: it moves with each attempt.</param>
public sealed record UnfinishedCount(UnfinishedKind Kind, long GivenUp, long Failing, long Waiting, bool IsBrought, long FailedAttempts)
{
    public long All => GivenUp + Failing + Waiting;

    /// <summary>What does not go through by itself; a mail that is about to be sent does.</summary>
    public long NeedsLook => GivenUp + Failing + (IsBrought ? 0 : Waiting);

    /// <summary>How many are that far.</summary>
    public long Of(UnfinishedState state) => state switch
    {
        UnfinishedState.GivenUp => GivenUp,
        UnfinishedState.Failing => Failing,
        UnfinishedState.Waiting => Waiting,
    };
}

/// <summary>How much is unfinished, by kind.</summary>
public sealed record UnfinishedTally(ImmutableArray<UnfinishedCount> Kinds)
{
    /// <summary>Orders that a channel tells of and that could not be taken in yet.</summary>
    public long Untaken { get; init; }

    public long NeedsLook => Kinds.Sum(kind => kind.NeedsLook) + Untaken;

    /// <summary>How much the filter shows.</summary>
    public long Of(UnfinishedFilter filter) => Kinds.Where(kind => filter.Kind is null || kind.Kind == filter.Kind)
        .Sum(kind => filter.State is { } state ? kind.Of(state) : kind.All);

    public bool Equals(UnfinishedTally? other) => other is not null && Kinds.SequenceEqual(other.Kinds) && Untaken == other.Untaken;

    public override int GetHashCode() => Kinds.Aggregate(Untaken.GetHashCode(), HashCode.Combine);
}
