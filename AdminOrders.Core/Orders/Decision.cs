using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>The answer of the rules: one of <see cref="Accepted"/>, <see cref="Unchanged"/>, <see cref="Refused"/>.</summary>
public abstract record Decision
{
    /// <summary>Something a person must look at, whatever the answer is; kept once per order and kind.</summary>
    public AlertKind? Alert { get; init; }
}

/// <summary>These things happen, in this order.</summary>
public sealed record Accepted(ImmutableArray<OrderEvent> Events) : Decision;

/// <summary>Nothing happens because it already has.</summary>
public sealed record Unchanged(Already Why, EarlierAnswer? Earlier = null) : Decision;

/// <summary>It may not happen.</summary>
public sealed record Refused(Refusal Code) : Decision
{
    /// <summary>Who may, where the code says that somebody else may: names of people or roles.</summary>
    public ImmutableArray<string> WhoMay { get; init; } = [];

    /// <summary>With <see cref="Refusal.InvalidInput"/>: the field that is wrong, camelCase (<c>reason</c>, <c>items</c>, <c>number</c> …).</summary>
    public string? Field { get; init; }
}

/// <summary>Why nothing had to change.</summary>
public enum Already
{
    Requested,
    Canceled,
    Invoiced,
    Paid,
    Authorized,
    Recorded,
    NothingNew,

    /// <summary>The requests are already that person's.</summary>
    Taken,

    /// <summary>The effect is to be tried next.</summary>
    Waiting,

    /// <summary>The effect is being tried.</summary>
    UnderWay,

    /// <summary>The other side has the effect.</summary>
    Delivered,

    /// <summary>A person saw to the effect.</summary>
    DoneByHand,

    /// <summary>Something newer has been taken from the channel already.</summary>
    Older,

    /// <summary>The order is not on record; what the channel says is kept until it comes in.</summary>
    Remembered,
}

/// <summary>The receipt (history id, 32 hex digits) and time that the first answer carried.</summary>
public sealed record EarlierAnswer(string Receipt, DateTimeOffset At);

/// <summary>Situations that are put before a person, until one marks them as done (<see cref="FinishByHand"/>).</summary>
public enum AlertKind
{
    CanceledThereInvoicedHere,
    CanceledTherePartlyInvoicedHere,
    StopPacking,
    GoodsMayHaveLeft,
    InvoicedThereCanceledHere,
    TimerMetInvoices,

    /// <summary>The channel has canceled some items of an order that goes on.</summary>
    ItemsCanceledThere,
}
