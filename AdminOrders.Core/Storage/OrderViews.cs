using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>A row of the list. Money in minor units of <see cref="Currency"/>.</summary>
public sealed record OrderListView(
    long Key, string OrderId, string Sequence, string Status, string? StatusBefore, DateTimeOffset CreatedAt, DateTimeOffset LastChangeAt,
    string CustomerName, int ProductCount, long Value, string Currency, string Origin, string SellerName, string PaymentNames,
    Side? CanceledFor, string? CanceledBy, int? CancelReasonLabelId, string? CancelReasonText, int OpenRequests, DateTimeOffset? RequestDueAt, long Position);

/// <summary>One page of the list and where it goes on; a null cursor means there is nothing more that way.</summary>
public sealed record OrderListPage(IReadOnlyList<OrderListView> Rows, string? Next, string? Previous);

/// <summary>What there is to choose from among the store's orders: raw statuses, sellers by name, origins.</summary>
public sealed record OrderChoices(IReadOnlyList<string> Statuses, IReadOnlyList<SellerChoice> Sellers, IReadOnlyList<string> Origins);

/// <summary>A seller under the name of its newest order.</summary>
public sealed record SellerChoice(string Id, string Name);

/// <summary>What the list can be ordered by.</summary>
public enum OrderSort
{
    CreatedAt,
    Value,
    Status,
    LastChangeAt,
}

/// <summary>What the list shows. Everything but <see cref="Text"/> may stand in an address.</summary>
public sealed record OrderFilter
{
    /// <summary>Raw statuses; empty: all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Inclusive, UTC.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Exclusive, UTC.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    public string? SellerId { get; init; }

    /// <summary>Marketplace, Fulfillment or Chain.</summary>
    public string? Origin { get; init; }

    public bool OnlyOpenRequests { get; init; }

    /// <summary>Free text: id, sequence, name, e-mail or document. Under three characters a prefix of id and sequence only.</summary>
    public string? Text { get; init; }

    public OrderSort Sort { get; init; } = OrderSort.CreatedAt;

    public bool Ascending { get; init; }
}
