using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AdminOrders.Core.Orders;

/// <summary>Where the parcel of an invoice travels; what is null stayed as it was.</summary>
public sealed record TrackingAdded(InvoiceType Type, string Number) : OrderEvent
{
    public string? Courier { get; init; }

    public string? TrackingNumber { get; init; }

    public string? TrackingUrl { get; init; }

    public string? DispatchedDate { get; init; }
}

/// <summary>How far the parcel of an invoice has come; it replaces what was told before.</summary>
public sealed record DeliveryRecorded(InvoiceType Type, string Number, bool IsDelivered) : OrderEvent
{
    public string? DeliveredDate { get; init; }

    /// <summary>They name places near somebody's home, so they lie apart.</summary>
    [JsonIgnore]
    public ImmutableArray<TrackingStep> Steps { get; init; } = [];

    [JsonIgnore]
    public override ImmutableArray<EventText> Texts => TextsOf(new EventText("tracking", string.Join('\n', Steps)));
}
