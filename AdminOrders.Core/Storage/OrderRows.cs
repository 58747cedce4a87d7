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

    public string PaymentNames { get; set; } = "";

    public bool IsMarketplaceOrder { get; set; }

    public bool IsExternalSeller { get; set; }

    public bool IsMovedHere { get; set; }

    public bool IsPaymentRecorded { get; set; }

    public int OutputInvoices { get; set; }

    public long InvoicedValue { get; set; }

    public int InputInvoices { get; set; }

    public long ReturnedValue { get; set; }

    public long? StatusDueAt { get; set; }

    /// <summary>Earliest due date of an open request; null: none is open.</summary>
    public long? RequestDueAt { get; set; }

    public int OpenRequests { get; set; }

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

/// <summary>A line of an order.</summary>
public sealed class OrderItemRow
{
    public long OrderKey { get; set; }

    public int ItemIndex { get; set; }

    public required string SkuId { get; set; }

    public required string Name { get; set; }

    public int Quantity { get; set; }

    public int InvoicedQuantity { get; set; }

    public int RemovedQuantity { get; set; }

    public int ReturnedQuantity { get; set; }

    public long UnitPrice { get; set; }
}

/// <summary>An invoice; its lines are <see cref="InvoiceItemRow"/>.</summary>
public sealed class InvoiceRow
{
    public long Id { get; set; }

    public long OrderKey { get; set; }

    public InvoiceType Type { get; set; }

    public required string Number { get; set; }

    public long Value { get; set; }

    public long IssuedAt { get; set; }

    public string? Url { get; set; }

    public string? AccessKey { get; set; }

    public string? Courier { get; set; }

    public string? TrackingNumber { get; set; }

    public string? TrackingUrl { get; set; }
}

public sealed class InvoiceItemRow
{
    public long InvoiceId { get; set; }

    public int ItemIndex { get; set; }

    public int Quantity { get; set; }
}

/// <summary>A payment and what is owed back on it.</summary>
public sealed class PaymentRow
{
    public long OrderKey { get; set; }

    public required string PaymentId { get; set; }

    /// <summary>0, 1, 2 … in the order in which the rules look at them.</summary>
    public int Place { get; set; }

    public string TransactionId { get; set; } = "";

    public string SystemName { get; set; } = "";

    public string PaymentGroup { get; set; } = "";

    public int Installments { get; set; }

    public PaymentState State { get; set; }

    public long Value { get; set; }

    public long Captured { get; set; }

    public long Refunded { get; set; }

    public long Owed { get; set; }

    public DebtKind? OwedKind { get; set; }
}

/// <summary>Units that a warehouse keeps. <c>Released + Consumed ≤ Reserved</c> is a CHECK.</summary>
public sealed class ReservationRow
{
    public long OrderKey { get; set; }

    public required string ReservationId { get; set; }

    /// <summary>0, 1, 2 … in the order in which the rules look at them.</summary>
    public int Place { get; set; }

    public int ItemIndex { get; set; }

    public required string WarehouseId { get; set; }

    public required string SkuId { get; set; }

    public ReservationState State { get; set; }

    public int Reserved { get; set; }

    public int Released { get; set; }

    public int Consumed { get; set; }

    /// <summary>Where acknowledged units went when the reservation was closed.</summary>
    public StockDestination? Destination { get; set; }
}

/// <summary>How a request ended.</summary>
public enum RequestState
{
    Open,
    Confirmed,
    Declined,
    DeclinedByInvoice,
    Withdrawn,
    Expired,

    /// <summary>The order was canceled in another way.</summary>
    Closed,
}

/// <summary>A cancellation request, open or ended.</summary>
public sealed class CancellationRequestRow
{
    public required string RequestId { get; set; }

    public long OrderKey { get; set; }

    public Side RequestedBy { get; set; }

    public Side EnteredBySide { get; set; }

    public required string EnteredBy { get; set; }

    public string EnteredByName { get; set; } = "";

    public string? EnteredByIssuer { get; set; }

    public int? ReasonLabelId { get; set; }

    public long RequestedAt { get; set; }

    public long DueAt { get; set; }

    public RequestState State { get; set; }

    public long? ClosedAt { get; set; }

    public string? ClosedByName { get; set; }

    /// <summary>History id of the event that established it: the receipt.</summary>
    public required string Receipt { get; set; }

    /// <summary>History id of the event that ended it.</summary>
    public string? ClosedByHistoryId { get; set; }
}

/// <summary>What happened; never touched again.</summary>
public sealed class HistoryRow
{
    /// <summary>Drawn under the lock that orders commits: followers keep a cursor over it.</summary>
    public long Position { get; set; }

    /// <summary>32 hex digits: the receipt.</summary>
    public required string HistoryId { get; set; }

    public long OrderKey { get; set; }

    /// <summary>1, 2, 3 … without a gap within the order.</summary>
    public int Number { get; set; }

    public long At { get; set; }

    public required string Kind { get; set; }

    public int KindVersion { get; set; }

    /// <summary>The status after the event.</summary>
    public required string Status { get; set; }

    public Side ActorSide { get; set; }

    public required string ActorId { get; set; }

    public string ActorName { get; set; } = "";

    public required string Payload { get; set; }

    /// <summary><c>name=hash;…</c> of the free texts, each salted; the texts lie in <see cref="HistoryTextRow"/>.</summary>
    public string TextHashes { get; set; } = "";

    /// <summary>SHA-256 over this row and the hash of the order's row before (<see cref="HistoryHash"/>).</summary>
    public byte[] Hash { get; set; } = [];
}

/// <summary>A free text of a history row. Erasing the value leaves the chain intact.</summary>
public sealed class HistoryTextRow
{
    public required string HistoryId { get; set; }

    public required string Name { get; set; }

    public long OrderKey { get; set; }

    public byte[] Salt { get; set; } = [];

    public string? Value { get; set; }
}

/// <summary>Something that an event still owes the outside.</summary>
public sealed class DeliveryRow
{
    public long Id { get; set; }

    public long OrderKey { get; set; }

    public required string HistoryId { get; set; }

    /// <summary><c>payment</c>, <c>mail-store</c>, <c>mail-customer</c>, <c>channel</c> …</summary>
    public required string Consumer { get; set; }

    public DeliveryState State { get; set; }

    public int Attempts { get; set; }

    public long? NextAttemptAt { get; set; }

    public string? LastAnswer { get; set; }
}

public enum DeliveryState
{
    Owed,
    Done,
    Failed,
    DoneByHand,
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

/// <summary>A situation for a person; one per order and kind.</summary>
public sealed class AlertRow
{
    public long OrderKey { get; set; }

    public AlertKind Kind { get; set; }

    public long RaisedAt { get; set; }
}

/// <summary>The one counter that positions are drawn from.</summary>
public sealed class PositionRow
{
    public int Id { get; set; }

    public long Last { get; set; }
}
