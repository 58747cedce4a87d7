using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AdminOrders.Core.Orders;

/// <summary>
/// What happened to an order. Kept for ever as (kind, version, JSON), so a name once written is never renamed.
/// Free text lies apart (see <see cref="Texts"/>) so that it can be erased.
/// </summary>
public abstract record OrderEvent
{
    /// <summary>The status that the event brings; null: it does not move the status.</summary>
    public string? To { get; init; }

    /// <summary>Free texts by name; not part of the JSON.</summary>
    [JsonIgnore]
    public virtual ImmutableArray<EventText> Texts => [];

    private protected static ImmutableArray<EventText> TextsOf(params ReadOnlySpan<EventText> texts)
    {
        var kept = ImmutableArray.CreateBuilder<EventText>();
        foreach (var text in texts)
        {
            if (!string.IsNullOrEmpty(text.Value))
            {
                kept.Add(text);
            }
        }

        return kept.ToImmutable();
    }
}

/// <summary>A free text of an event.</summary>
/// <param name="Name"><c>reason</c>, <c>note</c>, <c>internal</c>, <c>customer</c>, <c>comment</c>, <c>source</c>, <c>request</c>, <c>tracking</c> or <c>answer</c>.</param>
public readonly record struct EventText(string Name, string? Value);

/// <summary>The order came in from a document; it has no effects.</summary>
public sealed record OrderImported(string Hash) : OrderEvent
{
    /// <summary>What came in, for whoever writes it; not part of the JSON.</summary>
    [JsonIgnore]
    public ImportedOrder? Order { get; init; }
}

/// <summary>A newer document came in; the status moved only where <see cref="OrderEvent.To"/> says so.</summary>
public sealed record ImportedStateRecorded(string Hash) : OrderEvent
{
    /// <summary>Ids of the requests that the newer state closed.</summary>
    public ImmutableArray<string> ClosedRequests { get; init; } = [];

    /// <summary>Ids of the requests that the newer state brought.</summary>
    public ImmutableArray<string> OpenedRequests { get; init; } = [];

    /// <summary>Units that the newer state tells of as invoiced and that were not before: they have left the stock. Null: none; version 1 did not know of it.</summary>
    public ImmutableArray<ItemQuantity>? Invoiced { get; init; }

    /// <summary>Units that the newer state wants beyond what was known, and that are held from now on. Null: none; versions 1 and 2 did not know of it.</summary>
    public ImmutableArray<ReservedUnits>? Reserved { get; init; }

    /// <summary>When the new status's own timer is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What came in, for whoever writes it; not part of the JSON.</summary>
    [JsonIgnore]
    public ImportedOrder? Order { get; init; }
}

/// <summary>Units of a line that a warehouse keeps for the order from now on.</summary>
public sealed record ReservedUnits(string ReservationId, int ItemIndex, string WarehouseId, string SkuId, ReservationState State, int Quantity);

/// <summary>Somebody asked to cancel.</summary>
public sealed record CancellationRequested(string RequestId, Side RequestedBy, int? ReasonLabelId, DateTimeOffset DueAt) : OrderEvent
{
    /// <summary>Whether the customer is written that the request has come in. Version 1 did not know of it, and nobody was.</summary>
    public bool TellsCustomer { get; init; }

    /// <summary>Whether the external seller that fulfils is asked. Versions 1 and 2 did not know of it, and nobody was.</summary>
    public bool TellsSeller { get; init; }

    [JsonIgnore]
    public string? ReasonText { get; init; }

    [JsonIgnore]
    public string? Note { get; init; }

    [JsonIgnore]
    public override ImmutableArray<EventText> Texts => TextsOf(new("reason", ReasonText), new("note", Note));
}

/// <summary>All requests of other sides were declined.</summary>
public sealed record CancellationDeclined(ImmutableArray<string> RequestIds) : OrderEvent
{
    [JsonIgnore]
    public string? InternalReason { get; init; }

    [JsonIgnore]
    public string? CustomerText { get; init; }

    /// <summary>Whether one of them was the customer's.</summary>
    public bool CustomerAsked { get; init; }

    /// <summary>When the restarted timer of the status is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    [JsonIgnore]
    public override ImmutableArray<EventText> Texts => TextsOf(new("internal", InternalReason), new("customer", CustomerText));
}

/// <summary>A request was taken back.</summary>
public sealed record CancellationWithdrawn(string RequestId) : OrderEvent
{
    [JsonIgnore]
    public string? Note { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    [JsonIgnore]
    public override ImmutableArray<EventText> Texts => TextsOf(new EventText("note", Note));
}

/// <summary>Requests ended because the order was invoiced.</summary>
public sealed record RequestsDeclinedByInvoice(ImmutableArray<string> RequestIds) : OrderEvent
{
    public bool CustomerAsked { get; init; }
}

/// <summary>Requests ran out on a partly invoiced order.</summary>
public sealed record CancellationRequestsExpired(ImmutableArray<string> RequestIds) : OrderEvent
{
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>How an order came to be canceled.</summary>
public enum CancellationCause
{
    Direct,
    Confirmed,
    Channel,
    Deadline,
    PaymentFailed,
    Incomplete,
    Imported,

    /// <summary>The channel had canceled it before it came in here; like an import, it is silent.</summary>
    ChannelEarlier,
}

/// <summary>The order is canceled; every open request is closed with it.</summary>
/// <param name="RequestId">The confirmed request; null otherwise.</param>
public sealed record OrderCanceled(CancellationCause Cause, Side RequestedBy, string? RequestId, int? ReasonLabelId) : OrderEvent
{
    /// <summary>Whether the external seller that fulfils is told. Version 1 did not know of it, and nobody was.</summary>
    public bool TellsSeller { get; init; }

    [JsonIgnore]
    public string? ReasonText { get; init; }

    [JsonIgnore]
    public string? Note { get; init; }

    [JsonIgnore]
    public override ImmutableArray<EventText> Texts => TextsOf(new("reason", ReasonText), new("note", Note));
}

/// <summary>Units of a reservation became free.</summary>
public sealed record StockReleased(ImmutableArray<ReleasedUnits> Units) : OrderEvent;

/// <summary>So many units of a reservation went there.</summary>
public sealed record ReleasedUnits(string ReservationId, string WarehouseId, string SkuId, int Quantity, bool WasAcknowledged, StockDestination Destination);

/// <summary>What a payment's provider is to do.</summary>
public enum DebtKind
{
    Void,
    Refund,
    RefundWhenCaptured,

    /// <summary>To the store: what is invoiced is to be captured, and has claimed the payment until the provider has answered.</summary>
    Capture,
}

/// <summary>Money is owed on a payment, minor units: back to the customer, or, as a capture, to the store.</summary>
public sealed record MoneyOwed(string PaymentId, DebtKind Kind, long Amount) : OrderEvent;

/// <summary>The warehouse began.</summary>
public sealed record HandlingStarted : OrderEvent;

/// <summary>An Output invoice was recorded.</summary>
public sealed record InvoiceRecorded(InvoiceData Data) : OrderEvent;

/// <summary>An Input invoice was recorded.</summary>
public sealed record ReturnInvoiceRecorded(InvoiceData Data) : OrderEvent
{
    [JsonIgnore]
    public string? Reason { get; init; }

    [JsonIgnore]
    public override ImmutableArray<EventText> Texts => TextsOf(new EventText("reason", Reason));
}

/// <summary>Items were removed; <paramref name="Value"/> is the order's new value in minor units.</summary>
public sealed record ItemsChanged(ImmutableArray<ItemQuantity> Removed, long Value) : OrderEvent
{
    [JsonIgnore]
    public string? Reason { get; init; }

    /// <summary>How the sender named the change.</summary>
    [JsonIgnore]
    public string? RequestId { get; init; }

    [JsonIgnore]
    public override ImmutableArray<EventText> Texts => TextsOf(new("reason", Reason), new("request", RequestId));
}

/// <summary>Payments were approved.</summary>
public sealed record PaymentApproved(ImmutableArray<string> PaymentIds) : OrderEvent
{
    /// <summary>While requested: what the status before became.</summary>
    public string? StatusBefore { get; init; }

    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>
/// Money that nobody tells of counts as captured: of a payment whose approval means that it has arrived, or, where somebody else captures, of what is invoiced.
/// </summary>
public sealed record CapturesCounted(ImmutableArray<CountedCapture> Captures) : OrderEvent;

/// <summary>So much of a payment, minor units.</summary>
public sealed record CountedCapture(string PaymentId, long Amount);

/// <summary>Somebody authorized the fulfillment.</summary>
public sealed record FulfillmentAuthorized : OrderEvent
{
    public string? StatusBefore { get; init; }

    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>The grace period is over, by a person or by time.</summary>
public sealed record GracePeriodEnded : OrderEvent
{
    public string? StatusBefore { get; init; }
}

/// <summary>The platform moved the order on by itself.</summary>
public sealed record StatusAdvanced : OrderEvent
{
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>A colleague or another system left a note.</summary>
public sealed record CommentAdded : OrderEvent
{
    [JsonIgnore]
    public string? Text { get; init; }

    [JsonIgnore]
    public string? Source { get; init; }

    [JsonIgnore]
    public override ImmutableArray<EventText> Texts => TextsOf(new("comment", Text), new("source", Source));
}
