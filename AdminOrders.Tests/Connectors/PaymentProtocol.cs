using System.Collections.Frozen;
using System.Text.Json;

namespace AdminOrders.Tests.Connectors;

/// <summary>
/// What VTEX's Payment Provider Protocol (<c>VTEX - Payment Provider Protocol.json</c> of vtex/openapi-schemas) says of the calls that give money back or capture
/// it: the path, the headers, and the fields of the body with their types. A provider behind a test refuses whatever else it gets.
/// </summary>
internal static class PaymentProtocol
{
    private static readonly FrozenDictionary<string, string[]> Required = new Dictionary<string, string[]>
    {
        ["cancellations"] = ["paymentId", "requestId", "authorizationId"],
        ["settlements"] = ["transactionId", "requestId", "paymentId", "value", "authorizationId"],
        ["refunds"] = ["requestId", "settleId", "paymentId", "tid", "value", "transactionId"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, JsonValueKind> Fields = new Dictionary<string, JsonValueKind>
    {
        ["paymentId"] = JsonValueKind.String,
        ["requestId"] = JsonValueKind.String,
        ["transactionId"] = JsonValueKind.String,
        ["authorizationId"] = JsonValueKind.String,
        ["tid"] = JsonValueKind.String,
        ["nsu"] = JsonValueKind.String,
        ["settleId"] = JsonValueKind.String,
        ["value"] = JsonValueKind.Number,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The first thing that the protocol does not know so; null: the call fits.</summary>
    public static string? Misfit(ProviderCall call)
    {
        if (!Required.TryGetValue(call.Operation, out var required) || !call.Path.EndsWith($"/payments/{call.PaymentId}/{call.Operation}", StringComparison.Ordinal))
        {
            return call.Path;
        }

        return call.AppKey.Length == 0 || call.AppToken.Length == 0 || call.ContentType != "application/json"
            ? "headers"
            : required.FirstOrDefault(name => !call.Body.TryGetProperty(name, out _))
                ?? call.Body.EnumerateObject().Where(field => !Fields.TryGetValue(field.Name, out var kind) || kind != field.Value.ValueKind).Select(field => field.Name).FirstOrDefault();
    }
}
