using System.Text.Json.Serialization;

namespace AdminOrders.Core.Connectors.Payments;

/// <summary>Body of <c>POST /payments/{paymentId}/cancellations</c>.</summary>
/// <param name="Value">Minor units ("in cents").</param>
internal sealed record CancellationCall(
    string PaymentId, string RequestId, string TransactionId, string AuthorizationId, string? Tid, string? Nsu, long Value);

/// <summary>Body of <c>POST /payments/{paymentId}/settlements</c>.</summary>
/// <param name="Value">Major units with the currency's decimals.</param>
internal sealed record SettlementCall(
    string PaymentId, string RequestId, string TransactionId, string AuthorizationId, string? Tid, string? Nsu, decimal Value);

/// <summary>Body of <c>POST /payments/{paymentId}/refunds</c>.</summary>
/// <param name="SettleId">The provider's name for the capture; "" where somebody else captured.</param>
/// <param name="Value">Major units with the currency's decimals.</param>
internal sealed record RefundCall(
    string PaymentId, string RequestId, string TransactionId, string SettleId, string Tid, string? AuthorizationId, string? Nsu, decimal Value);

/// <summary>What is read of any answer.</summary>
/// <param name="Value">Of a refund or a settlement: major units that were given back or captured.</param>
internal sealed record ProviderReply(string? PaymentId, string? RequestId, string? CancellationId, string? RefundId, string? SettleId, decimal? Value, string? Code, string? Message);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CancellationCall))]
[JsonSerializable(typeof(SettlementCall))]
[JsonSerializable(typeof(RefundCall))]
[JsonSerializable(typeof(ProviderReply))]
internal sealed partial class ProviderJson : JsonSerializerContext;
