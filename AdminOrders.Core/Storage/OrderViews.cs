using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>A row of the list. Money in minor units of <see cref="Currency"/>.</summary>
public sealed record OrderListView(
    long Key, string OrderId, string Sequence, string Status, string? StatusBefore, DateTimeOffset CreatedAt, DateTimeOffset LastChangeAt,
    string CustomerName, int ProductCount, long Units, long Value, string Currency, string Origin, string SellerName, string PaymentNames,
    Side? CanceledFor, string? CanceledBy, int? CancelReasonLabelId, string? CancelReasonText, string? CancelRequestId, int OpenRequests, DateTimeOffset? RequestDueAt, long Position);

/// <summary>One page of the list and where it goes on; a null cursor means there is nothing more that way.</summary>
/// <param name="Sort">What it stands in the order of: creation, where too many match for the one that was asked for.</param>
public sealed record OrderListPage(IReadOnlyList<OrderListView> Rows, string? Next, string? Previous, OrderSort Sort);

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
    OrderId,

    /// <summary>Units ordered and not removed.</summary>
    Units,

    /// <summary>Then by creation.</summary>
    Origin,
}

/// <summary>A stretch of time; an end that is null is open.</summary>
/// <param name="From">Inclusive, UTC.</param>
/// <param name="Before">Exclusive, UTC.</param>
public sealed record OrderTimes(DateTimeOffset? From, DateTimeOffset? Before);

/// <summary>Orders with at least one of these values.</summary>
public sealed record TermFilter(TermKind Kind, IReadOnlyList<string> Values)
{
    /// <summary>Whether the orders that have it can be walked in the order of their creation.</summary>
    internal bool LiesInOrderOfCreation => Values.Count == 1 && !TermValue.IsId(Kind);
}

/// <summary>How far the money of an order is that goes back.</summary>
public enum MoneyBack
{
    /// <summary>It is owed, and the provider has not answered or is asked again.</summary>
    Owed,

    /// <summary>It is owed, and it was given up to bring it there.</summary>
    Failed,

    /// <summary>Some of it was given back.</summary>
    Given,
}

/// <summary>What the list shows. Everything but <see cref="Text"/> may stand in an address. One that asks for nothing equals every other that does.</summary>
public sealed record OrderFilter
{
    /// <summary>Raw statuses; empty: all.</summary>
    public IReadOnlyList<string> Statuses { get; init => field = value.Count == 0 ? [] : value; } = [];

    /// <summary>Inclusive, UTC.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Exclusive, UTC.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Raw statuses that are left out.</summary>
    public IReadOnlyList<string> ExceptStatuses { get; init => field = value.Count == 0 ? [] : value; } = [];

    /// <summary>When it was invoiced, authorized, and when its last delivery is expected.</summary>
    public OrderTimes? Invoiced { get; init; }

    public OrderTimes? Authorized { get; init; }

    public OrderTimes? Estimated { get; init; }

    /// <summary>When the status's own timer is due.</summary>
    public OrderTimes? StatusDue { get; init; }

    public string? SellerId { get; init; }

    /// <summary>As orders name it.</summary>
    public string? SellerName { get; init; }

    public string? AffiliateId { get; init; }

    public string? SalesChannel { get; init; }

    /// <summary>With or without return invoices (Input), invoices (Output); null: either.</summary>
    public bool? IsReturned { get; init; }

    public bool? IsInvoiced { get; init; }

    public bool? IsInStore { get; init; }

    /// <summary>All of them have to fit.</summary>
    public IReadOnlyList<TermFilter> Terms { get; init => field = value.Count == 0 ? [] : value; } = [];

    /// <summary>Marketplace, Fulfillment or Chain.</summary>
    public string? Origin { get; init; }

    public bool OnlyOpenRequests { get; init; }

    /// <summary>Who canceled, by actor id.</summary>
    public string? CanceledById { get; init; }

    /// <summary>What stands for a cancellation without a reason from the store's list; no code is written so.</summary>
    public const string NoReason = "-";

    /// <summary>The code of the reason of the cancellation, in whichever wording, or <see cref="NoReason"/>.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The side that it was canceled for, or that has an open request.</summary>
    public Side? AskedBy { get; init; }

    public CancelDelay? CancelDelay { get; init; }

    public MoneyBack? MoneyBack { get; init; }

    /// <summary>The order's value in whole units of its currency, inclusive.</summary>
    public long? ValueFrom { get; init; }

    public long? ValueTo { get; init; }

    /// <summary>Free text: id, sequence, name, e-mail, document or the name of a SKU. Under three characters a prefix of id and sequence only.</summary>
    public string? Text { get; init; }

    public OrderSort Sort { get; init; } = OrderSort.CreatedAt;

    public bool Ascending { get; init; }
}
