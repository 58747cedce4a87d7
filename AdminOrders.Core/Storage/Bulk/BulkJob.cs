using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Bulk;

/// <summary>What is done about each order. The numbers are stored and never change.</summary>
public enum BulkKind
{
    Cancel = 0,
    ConfirmCancellation = 1,
    Decline = 2,
}

/// <summary>How far a bulk job is. The numbers are stored and never change.</summary>
public enum BulkState
{
    /// <summary>Its orders are still being written down.</summary>
    Collecting = 0,

    /// <summary>Shown, and not yet wanted: nothing has happened to any order.</summary>
    Draft = 1,
    Running = 2,
    Paused = 3,

    /// <summary>A person stopped it: what was left stays as it was.</summary>
    Stopped = 4,
    Done = 5,
}

/// <summary>What would become of an order, or has. The numbers are stored and never change.</summary>
public enum BulkOutcome
{
    /// <summary>Nobody knows yet.</summary>
    None = 0,
    Canceled = 1,
    Requested = 2,

    /// <summary>It had happened before.</summary>
    Unchanged = 3,
    Refused = 4,

    /// <summary>Something broke; the rest goes on.</summary>
    Failed = 5,

    /// <summary>A person left it out before it began.</summary>
    LeftOut = 6,
    Declined = 7,
}

/// <summary>Why a bulk job does not go on by itself. The numbers are stored and never change.</summary>
public enum BulkObstacle
{
    /// <summary>Who wanted it has no account or key any more, or it is locked.</summary>
    ActorGone = 0,

    /// <summary>Who wanted it may not do it any more.</summary>
    MayNot = 1,
}

/// <summary>How many orders would meet what, and how many have.</summary>
/// <param name="Forecasts">By what would become of them; those that were left out are not among them.</param>
/// <param name="Foreseen">Those that would be refused, by why.</param>
/// <param name="Outcomes">By what became of them.</param>
/// <param name="Refused">Those that were refused, by why.</param>
/// <param name="FreeAcknowledged">Those that would free units which the warehouse has taken.</param>
public sealed record BulkTally(
    ImmutableSortedDictionary<BulkOutcome, int> Forecasts, ImmutableSortedDictionary<Refusal, int> Foreseen,
    ImmutableSortedDictionary<BulkOutcome, int> Outcomes, ImmutableSortedDictionary<Refusal, int> Refused, int FreeAcknowledged)
{
    public int Forecast(BulkOutcome outcome) => Forecasts.GetValueOrDefault(outcome);

    public int Outcome(BulkOutcome outcome) => Outcomes.GetValueOrDefault(outcome);
}

/// <summary>A bulk job as it stands.</summary>
/// <param name="Command">What each order gets: the id of its request and, where it has one, its own reason are put in.</param>
/// <param name="Total">How many orders were chosen.</param>
/// <param name="IsLookedAt">What would happen to each is known.</param>
public sealed record BulkJobView(
    string Id, BulkKind Kind, BulkState State, string ActorId, string ActorName, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt,
    OrderCommand Command, int Total, bool IsLookedAt, BulkTally Tally, BulkObstacle? Obstacle, long Version)
{
    /// <summary>How many are over: done, refused, failed or left out.</summary>
    public int Finished => Total - Tally.Outcome(BulkOutcome.None);

    public bool IsOver => State is BulkState.Stopped or BulkState.Done;
}

/// <summary>An order of a bulk job, with what the list shows of it now.</summary>
/// <param name="Status">Raw; null: there is no such order.</param>
/// <param name="AnsweredBy">Who has answered the request that the job was to answer; null: nobody, or the job answers none.</param>
public sealed record BulkItemView(
    int Place, string OrderId, string? Status, string? CustomerName, long? Value, string? Currency, int? ReasonLabelId,
    BulkOutcome Forecast, Refusal? Foreseen, BulkOutcome Outcome, Refusal? Refusal, string? Receipt, DateTimeOffset? At, string? AnsweredBy);

/// <summary>Which orders of a bulk job are shown; both null: all.</summary>
/// <param name="Forecast">Those of that forecast that were not left out.</param>
public sealed record BulkItemFilter(BulkOutcome? Forecast = null, BulkOutcome? Outcome = null);

/// <summary>One page of the orders of a bulk job.</summary>
/// <param name="Next">The place after which the next page begins; null: there is none.</param>
/// <param name="Previous">The opposite of the place before which the page before ends; null: there is none.</param>
public sealed record BulkItems(IReadOnlyList<BulkItemView> Rows, int? Next, int? Previous);

/// <summary>Which order of which bulk job a command is for.</summary>
public sealed record BulkItemRef(string JobId, int Place);

/// <summary>Why nothing was done about a bulk job.</summary>
public enum BulkProblem
{
    NotFound,

    /// <summary>A colleague made it; it would go on in their name.</summary>
    NotYours,

    /// <summary>It is further than that, or not so far.</summary>
    WrongState,

    /// <summary>The command is not well-formed.</summary>
    Invalid,

    /// <summary>The same idempotency key has named something else.</summary>
    KeyReused,
}

/// <summary>Why nothing was done about a bulk job.</summary>
/// <param name="Field">Which field of the command is not well-formed; null: it is something else.</param>
public sealed record BulkRefused(BulkProblem Problem, string? Field = null);
