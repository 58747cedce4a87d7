using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Which open requests are shown. All of it may stand in an address.</summary>
public sealed record RequestFilter
{
    /// <summary>For whom it is asked.</summary>
    public Side? Side { get; init; }

    /// <summary>Ids of wordings of reasons, one of which was given; null: any reason.</summary>
    public IReadOnlyList<int>? ReasonLabels { get; init; }

    public string? SellerId { get; init; }

    /// <summary>The actor id of who has taken it.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>Only what nobody has taken.</summary>
    public bool IsNobodys { get; init; }

    /// <summary>The order's value in whole units of its currency, inclusive.</summary>
    public long? ValueFrom { get; init; }

    public long? ValueTo { get; init; }

    /// <summary>Deadline before this instant, UTC.</summary>
    public DateTimeOffset? DueBefore { get; init; }
}
