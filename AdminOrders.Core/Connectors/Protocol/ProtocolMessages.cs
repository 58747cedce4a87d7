using System.Text.Json.Serialization;

namespace AdminOrders.Core.Connectors.Protocol;

/// <summary>Body of <c>POST {fulfillmentEndpoint}/pvt/orders/{orderId}/cancel</c>.</summary>
/// <param name="MarketplaceOrderId">The order's id here, where it was sold.</param>
/// <param name="CancellationRequestId">The same at every call about the same cancellation, 32 hex digits.</param>
/// <param name="CancellationRequestDate"><c>YYYY-MM-DDThh:mm:ss.SSSSSSS+00:00</c>.</param>
/// <param name="RequestedByUser">Whether the customer asked.</param>
internal sealed record SellerCancellation(
    string MarketplaceOrderId, string MarketplaceOrderGroup, string CancellationRequestId, string CancellationRequestDate, string Reason, bool RequestedByUser);

/// <summary>Body of <c>POST {marketplaceServicesEndpoint}/pvt/orders/{marketplaceOrderId}/cancel</c>.</summary>
internal sealed record MarketplaceCancellation(string Reason);

/// <summary>Body of <c>POST {marketplaceServicesEndpoint}/pvt/orders/{marketplaceOrderId}/invoice</c>.</summary>
/// <param name="InvoiceValue">Digits of minor units.</param>
internal sealed record MarketplaceInvoice(string Type, string IssuanceDate, string InvoiceNumber, string InvoiceValue, MarketplaceInvoiceItem[] Items)
{
    public string? InvoiceKey { get; init; }

    public string? InvoiceUrl { get; init; }

    public string? Courier { get; init; }

    public string? TrackingNumber { get; init; }

    public string? TrackingUrl { get; init; }

    public string? DispatchedDate { get; init; }
}

/// <param name="Price">Minor units for one of them.</param>
internal sealed record MarketplaceInvoiceItem(string Id, long Price, int Quantity);

/// <summary>What is read of any answer.</summary>
internal sealed record ProtocolReply(string? Date, string? MarketplaceOrderId, string? OrderId, string? Receipt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SellerCancellation))]
[JsonSerializable(typeof(MarketplaceCancellation))]
[JsonSerializable(typeof(MarketplaceInvoice))]
[JsonSerializable(typeof(ProtocolReply))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
