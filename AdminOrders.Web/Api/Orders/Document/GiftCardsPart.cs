using System.Text.Json;
using static AdminOrders.Core.Documents.LooseJson;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>The gift cards of a document as payments, under the ids that they have here.</summary>
internal static class GiftCardsPart
{
    private const string Group = "giftCard";

    /// <summary>Writes the list of those that are used.</summary>
    /// <param name="told">The document's gift cards; empty where it has none.</param>
    public static void Write(Utf8JsonWriter json, Template template, ReadOnlySpan<byte> told)
    {
        var payment = new Mapping<JsonElement>(template, new Dictionary<string, Computed<JsonElement>>(StringComparer.Ordinal)
        {
            ["id"] = (writer, card, _) => writer.WriteStringValue("gift-card-" + TextOf(Member(card, "id"))),
            ["paymentSystemName"] = (writer, card, _) => writer.WriteStringValue(NameOf(card)),
            ["group"] = (writer, _, _) => writer.WriteStringValue(Group),
            ["installments"] = (writer, _, _) => writer.WriteNumberValue(1),
            ["value"] = (writer, card, _) => writer.WriteNumberValue(ValueOf(card)),
            ["referenceValue"] = (writer, card, _) => writer.WriteNumberValue(ValueOf(card)),
            ["giftCardId"] = (writer, card, _) => writer.WriteStringValue(TextOf(Member(card, "id"))),
            ["giftCardName"] = (writer, card, _) => writer.WriteStringValue(NameOf(card)),
            ["giftCardCaption"] = (writer, card, _) => writer.WriteStringValue(TextOf(Member(card, "caption"))),
            ["redemptionCode"] = (writer, card, _) => writer.WriteStringValue(TextOf(Member(card, "redemptionCode"))),
        });
        json.WriteStartArray();
        foreach (var card in CardsOf(told))
        {
            payment.Write(json, card, []);
        }

        json.WriteEndArray();
    }

    private static List<JsonElement> CardsOf(ReadOnlySpan<byte> told)
    {
        if (!Told.IsList(told))
        {
            return [];
        }

        var reader = new Utf8JsonReader(told);
        return [.. ElementsOf(JsonElement.ParseValue(ref reader)).Where(card => Member(card, "inUse").ValueKind is JsonValueKind.True)];
    }

    private static string NameOf(JsonElement card) => TextOf(Member(card, "name")) is { Length: > 0 } own ? own : TextOf(Member(card, "provider"));

    private static long ValueOf(JsonElement card) => Member(card, "value") is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var cents) ? cents : 0;
}
