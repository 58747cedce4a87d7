using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

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

    /// <summary>As its sender wrote it.</summary>
    public string? DispatchedDate { get; set; }

    /// <summary>Null: nobody has told.</summary>
    public bool? IsDelivered { get; set; }

    /// <summary>As its sender wrote it.</summary>
    public string? DeliveredDate { get; set; }

    /// <summary>Where the parcel was: JSON of <see cref="TrackingStep"/>s, the carrier's last telling; null: nobody has told.</summary>
    public string? Steps { get; set; }

    /// <summary>The invoice as it was posted to the API, JSON; null: it came another way.</summary>
    public string? Posted { get; set; }
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

    /// <summary>What captures have claimed and the provider has not answered yet.</summary>
    public long Claimed { get; set; }

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
