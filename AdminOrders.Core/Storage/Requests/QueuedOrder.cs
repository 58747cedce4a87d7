using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>An order with an open request as the queue shows it, or had one when it was last looked at.</summary>
public sealed record QueuedOrder
{
    public required long Key { get; init; }

    /// <summary>Position of the last thing that happened to the order.</summary>
    public required long Position { get; init; }

    /// <summary>What the rules need to say what an answer would do: the row, open requests, payments and reservations; no lines, no invoices.</summary>
    public required OrderFacts Facts { get; init; }

    public required string Sequence { get; init; }

    public required string CustomerName { get; init; }

    public required string SellerName { get; init; }

    /// <summary>Distinct products, and units ordered and not removed.</summary>
    public required int ProductCount { get; init; }

    public required long Units { get; init; }

    /// <summary>The first lines.</summary>
    public ImmutableArray<OrderProduct> Products { get; init; } = [];

    /// <summary>The names of who entered the open requests, by the requests' ids; a name may be empty.</summary>
    public ImmutableDictionary<string, string> EnteredByNames { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Who answered the last request and how; null: one is open.</summary>
    public LastChange? Answered { get; init; }

    public string OrderId => Facts.OrderId;

    /// <summary>The request that is due first; null: all are answered.</summary>
    public OpenRequest? First => Facts.Requests.MinBy(request => request.DueAt);
}

/// <summary>One page of the queue and where it goes on; a null cursor means there is nothing more that way.</summary>
public sealed record RequestPage(IReadOnlyList<QueuedOrder> Rows, string? Next, string? Previous);

/// <summary>What there is to choose from among open requests: sellers by name, and who has taken some.</summary>
public sealed record RequestChoices(IReadOnlyList<SellerChoice> Sellers, IReadOnlyList<Assignee> Assignees);
