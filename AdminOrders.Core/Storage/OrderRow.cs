using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>
/// One order: what lists show and rules need. Money in minor units of <see cref="Currency"/>, instants in UTC ticks.
/// Everything bigger has a table of its own, so that a page of the list reads nothing else.
/// </summary>
public sealed class OrderRow
{
    public long Key { get; set; }

    public required string OrderId { get; set; }

    public required string Sequence { get; set; }

    public string OrderGroup { get; set; } = "";

    public string SellerOrderId { get; set; } = "";

    public string MarketplaceOrderId { get; set; } = "";

    public string Origin { get; set; } = "";

    public string AffiliateId { get; set; } = "";

    public string SalesChannel { get; set; } = "";

    public string SellerId { get; set; } = "";

    public string SellerName { get; set; } = "";

    public required string Status { get; set; }

    public string? StatusBefore { get; set; }

    public long Value { get; set; }

    public required string Currency { get; set; }

    public long CreatedAt { get; set; }

    public long LastChangeAt { get; set; }

    public long? AuthorizedAt { get; set; }

    public long? InvoicedAt { get; set; }

    public string CustomerName { get; set; } = "";

    public string CustomerEmail { get; set; } = "";

    public string CustomerDocument { get; set; } = "";

    /// <summary>Distinct products.</summary>
    public int ProductCount { get; set; }

    /// <summary>Units ordered and not removed.</summary>
    public long Units { get; set; }

    public string PaymentNames { get; set; } = "";

    /// <summary>Earliest and latest estimate of the deliveries.</summary>
    public long? EstimatedFrom { get; set; }

    public long? EstimatedTo { get; set; }

    public bool IsInStore { get; set; }

    public string GiftListId { get; set; } = "";

    public string GiftListType { get; set; } = "";

    public string OperatorName { get; set; } = "";

    public bool IsMarketplaceOrder { get; set; }

    public bool IsExternalSeller { get; set; }

    /// <summary>The channel sends the goods from its own warehouse.</summary>
    public bool IsFulfilledByChannel { get; set; }

    public bool IsMovedHere { get; set; }

    public bool IsPaymentRecorded { get; set; }

    public int OutputInvoices { get; set; }

    public long InvoicedValue { get; set; }

    public int InputInvoices { get; set; }

    public long ReturnedValue { get; set; }

    /// <summary>Money of one of its payments has been given back.</summary>
    public bool IsRefunded { get; set; }

    public long? StatusDueAt { get; set; }

    /// <summary>Earliest due date of an open request; null: none is open.</summary>
    public long? RequestDueAt { get; set; }

    public int OpenRequests { get; set; }

    /// <summary>Who answers the open requests, by actor id and name; null: nobody has taken them.</summary>
    public string? AssigneeId { get; set; }

    public string? AssigneeName { get; set; }

    public long? CustomerDeclinedAt { get; set; }

    /// <summary>For whom it was canceled, and the name of who did it; null until canceled.</summary>
    public Side? CanceledFor { get; set; }

    public string? CanceledBy { get; set; }

    public string? CanceledById { get; set; }

    public long? CanceledAt { get; set; }

    public string? CancelRequestId { get; set; }

    public int? CancelReasonLabelId { get; set; }

    /// <summary>History id (32 hex) of the event that canceled.</summary>
    public string? CancelReceipt { get; set; }

    public byte[] DocumentHash { get; set; } = [];

    /// <summary>Moves with what rules see.</summary>
    public long Version { get; set; }

    /// <summary>Position of the order's last history row.</summary>
    public long Position { get; set; }

    /// <summary>How many history rows there are, and the hash of the last one.</summary>
    public int HistoryCount { get; set; }

    public byte[] LastHash { get; set; } = [];
}

/// <summary>The imported document, Brotli over UTF-8 JSON. Apart, so that no list reads it.</summary>
public sealed class OrderDocumentRow
{
    public long OrderKey { get; set; }

    public byte[] Content { get; set; } = [];
}

/// <summary>The folded text that search looks into.</summary>
public sealed class OrderSearchRow
{
    public long OrderKey { get; set; }

    public required string Text { get; set; }
}

/// <summary>
/// A value that an order can be looked up by, with the date by which lists are sorted: a list of one value walks this table as it lies.
/// What an order's rows are is made of its document, so there is no index by the order.
/// </summary>
public sealed class OrderTermRow
{
    public TermKind Kind { get; set; }

    public required string Value { get; set; }

    public long CreatedAt { get; set; }

    public long OrderKey { get; set; }
}

/// <summary>A name that a SKU has or had, as search looks into it.</summary>
public sealed class SkuNameRow
{
    public required string SkuId { get; set; }

    /// <summary>Folded, the first 200 characters.</summary>
    public required string Text { get; set; }
}

/// <summary>A situation for a person; one per order and kind, until somebody marks it as done.</summary>
public sealed class AlertRow
{
    public long OrderKey { get; set; }

    public AlertKind Kind { get; set; }

    public long RaisedAt { get; set; }
}
