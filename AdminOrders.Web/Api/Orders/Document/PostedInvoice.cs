using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>An invoice as its sender posted it to the API: what we do not compute goes back as it came.</summary>
internal static class PostedInvoice
{
    private static readonly FrozenSet<string> Computed = new[]
    {
        "type", "issuanceDate", "issuedDate", "invoiceNumber", "invoiceValue", "invoiceKey", "invoiceUrl", "courier", "trackingNumber", "trackingUrl",
        "dispatchedDate", "items", "courierStatus", "restitutions", "lastChange",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The members of the package that only its sender knows, a JSON object; empty: none was posted.</summary>
    public static byte[] Members(InvoiceData invoice)
    {
        if (invoice is { Posted: null, DispatchedDate: null })
        {
            return [];
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        using (var posted = JsonDocument.Parse(invoice.Posted ?? "{}"))
        {
            foreach (var member in posted.RootElement.EnumerateObject().Where(member => member.Value.ValueKind is not JsonValueKind.Null && !Computed.Contains(member.Name)))
            {
                member.WriteTo(json);
            }
        }

        if (invoice.DispatchedDate is { } dispatched)
        {
            json.WriteString("dispatchedDate", dispatched);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>What its sender wrote as the price of a unit of that line, minor units; null: nothing that can be read.</summary>
    public static long? PriceOf(InvoiceData invoice, int itemIndex, string? skuId)
    {
        if (invoice.Posted is null)
        {
            return null;
        }

        using var posted = JsonDocument.Parse(invoice.Posted);
        return posted.RootElement.TryGetProperty("items", out var items) && items.ValueKind is JsonValueKind.Array
            ? items.EnumerateArray().Where(item => Names(item, itemIndex, skuId)).Select(Price).FirstOrDefault(price => price is not null)
            : null;
    }

    /// <summary>How far the parcel has come, as VTEX writes it.</summary>
    public static void WriteParcel(Utf8JsonWriter json, ParcelView parcel)
    {
        json.WriteStartObject();
        json.WriteString("status", "ok");
        json.WriteBoolean("finished", parcel.IsDelivered);
        json.WriteString("deliveredDate", parcel.DeliveredDate ?? "");
        json.WriteStartArray("data");
        foreach (var step in parcel.Steps)
        {
            json.WriteStartObject();
            json.WriteString("lastChange", step.Date ?? "");
            json.WriteString("city", step.City ?? "");
            json.WriteString("state", step.State ?? "");
            json.WriteString("description", step.Description ?? "");
            json.WriteString("createDate", step.Date ?? "");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool Names(JsonElement item, int itemIndex, string? skuId) => item.ValueKind is JsonValueKind.Object
        && (item.TryGetProperty("itemIndex", out var index) && index.ValueKind is JsonValueKind.Number
            ? index.TryGetInt32(out var place) && place == itemIndex
            : item.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String && id.ValueEquals(skuId));

    private static long? Price(JsonElement item) =>
        item.TryGetProperty("price", out var price) && price.ValueKind is JsonValueKind.Number && price.TryGetInt64(out var value) ? value : null;
}
