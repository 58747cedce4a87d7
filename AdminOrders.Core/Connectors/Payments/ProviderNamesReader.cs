using System.Text.Json;
using AdminOrders.Core.Documents;

namespace AdminOrders.Core.Connectors.Payments;

/// <summary>Finds in an order's document what the provider called a payment.</summary>
internal static class ProviderNamesReader
{
    /// <param name="document">UTF-8 JSON as it was imported.</param>
    public static ProviderNames Of(ReadOnlyMemory<byte> document, string paymentId)
    {
        using var json = JsonDocument.Parse(document);
        var payment = LooseJson.ElementsOf(LooseJson.Member(LooseJson.Member(json.RootElement, "paymentData"), "transactions"))
            .SelectMany(transaction => LooseJson.ElementsOf(LooseJson.Member(transaction, "payments")))
            .FirstOrDefault(payment => Text(payment, "id") == paymentId);
        var answers = LooseJson.Member(payment, "connectorResponses");
        return new(
            FirstOf(Text(payment, "tid"), Text(answers, "tid")), FirstOf(Text(payment, "nsu"), Text(answers, "nsu")),
            FirstOf(Text(answers, "authId"), Text(answers, "authorizationId")));
    }

    private static string FirstOf(string one, string other) => one.Length > 0 ? one : other;

    private static string Text(JsonElement owner, string name) =>
        LooseJson.Member(owner, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
}
