using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Text;

namespace AdminOrders.Core.Storage.Export;

/// <summary>What an order's document says, as it stands there; "" where it says nothing.</summary>
internal static class ExportedDocument
{
    private const string Between = " | ";

    public static string Told(this ExportedOrder order, params ReadOnlySpan<string> path) => TextAt(At(order.Document, path));

    /// <summary>Every text of a list, or of that field of its elements.</summary>
    public static string AllTold(this ExportedOrder order, string? field, params ReadOnlySpan<string> path) =>
        Joined(LooseJson.ElementsOf(At(order.Document, path)).Select(element => TextAt(field is null ? element : At(element, field))));

    /// <summary>What all payments say there, each value once.</summary>
    public static string PaymentsTold(this ExportedOrder order, params string[] path) => Joined(
        LooseJson.ElementsOf(At(order.Document, "paymentData", "transactions"))
            .SelectMany(transaction => LooseJson.ElementsOf(At(transaction, "payments")))
            .Select(payment => TextAt(At(payment, path)))
            .Distinct(StringComparer.Ordinal));

    public static string Address(this ExportedOrder order, string field) => order.Told("shippingData", "address", field);

    public static string Line(this ExportedOrder order, ExportedItem item, params ReadOnlySpan<string> path) => TextAt(At(LineOf(order, item), path));

    public static long? LineAmount(this ExportedOrder order, ExportedItem? item, string field) => item is null ? null : AmountAt(At(LineOf(order, item), field));

    /// <summary>Services that were bought with the line, as <c>name (price / selling price)</c>.</summary>
    public static string Services(this ExportedOrder order, ExportedItem item) => Joined(
        LooseJson.ElementsOf(At(LineOf(order, item), "bundleItems")).Select(service =>
            $"{TextAt(At(service, "name"))} ({Money(order, At(service, "price"))} / {Money(order, At(service, "sellingPrice"))})"));

    /// <summary>What the customer had written on the line or put to it, JSON.</summary>
    public static string Attachments(this ExportedOrder order, ExportedItem item) =>
        At(LineOf(order, item), "attachments") is { ValueKind: JsonValueKind.Array } attachments && attachments.GetArrayLength() > 0 ? attachments.GetRawText() : "";

    public static string Logistics(this ExportedOrder order, ExportedItem item, string field) => TextAt(At(LogisticsOf(order, item), field));

    public static long? LogisticsAmount(this ExportedOrder order, ExportedItem? item, string field) => item is null ? null : AmountAt(At(LogisticsOf(order, item), field));

    /// <summary>An instant that the document tells of the line's delivery; null: it tells none.</summary>
    public static DateTimeOffset? LogisticsInstant(this ExportedOrder order, ExportedItem item, string field) =>
        DateTimeOffset.TryParse(order.Logistics(item, field), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    /// <summary>The sum of that kind, minor units; null: it is not told.</summary>
    public static long? Total(this ExportedOrder order, string id) =>
        LooseJson.ElementsOf(At(order.Document, "totals")).Where(total => TextAt(At(total, "id")) == id).Select(total => AmountAt(At(total, "value"))).FirstOrDefault(value => value is not null);

    /// <summary>Texts that are not empty, in one cell.</summary>
    public static string Joined(IEnumerable<string> parts) => string.Join(Between, parts.Where(part => part.Length > 0));

    private static string Money(ExportedOrder order, JsonElement amount) =>
        AmountAt(amount) is { } units ? MoneyText.Written(units, order.Currency, CultureInfo.InvariantCulture) : "";

    private static JsonElement LineOf(ExportedOrder order, ExportedItem item) => Element(order.Document, item.Index, "items");

    private static JsonElement LogisticsOf(ExportedOrder order, ExportedItem item) => Element(order.Document, item.Index, "shippingData", "logisticsInfo");

    private static JsonElement Element(JsonElement root, int index, params ReadOnlySpan<string> path) =>
        At(root, path) is { ValueKind: JsonValueKind.Array } list && index < list.GetArrayLength() ? list[index] : default;

    private static JsonElement At(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            element = LooseJson.Member(element, name);
        }

        return element;
    }

    private static long? AmountAt(JsonElement element) => element.ValueKind is JsonValueKind.Number && element.TryGetInt64(out var units) ? units : null;

    private static string TextAt(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };
}
