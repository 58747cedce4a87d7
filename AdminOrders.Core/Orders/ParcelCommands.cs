using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>Where a parcel travels: what is null stays as it was.</summary>
public sealed record AddTracking(string InvoiceNumber, string? TrackingNumber, string? TrackingUrl, string? Courier, string? DispatchedDate) : OrderCommand;

/// <summary>How far a parcel has come; replaces what was told before.</summary>
/// <param name="DeliveredDate">As the sender wrote it.</param>
public sealed record RecordDelivery(string InvoiceNumber, bool IsDelivered, string? DeliveredDate, ImmutableArray<TrackingStep> Steps) : OrderCommand;

/// <summary>Where a parcel was, in the carrier's words.</summary>
public sealed record TrackingStep(string? City, string? State, string? Description, string? Date)
{
    public override string ToString() => string.Join(" · ", new[] { Date, City, State, Description }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
