using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>What was changed of the order: what the document tells as it came, then every removal here.</summary>
internal sealed class ChangesPart(Template root)
{
    private const string Id = "changeAttachment";
    private readonly Template attachment = root.At("changesAttachment");

    public void Write(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        var removals = order.Record.Events.Where(happened => happened.Event is ItemsChanged).ToList();
        if (removals.Count == 0)
        {
            Told.Copy(json, attachment, told);
            return;
        }

        json.WriteStartObject();
        json.WriteString("id", Told.Text(told, "id") ?? Id);
        json.WriteStartArray("changesData");
        CopyElements(json, Told.Member(told, "changesData"));
        removals.ForEach(removal => Write(json, order, removal, (ItemsChanged)removal.Event));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void CopyElements(Utf8JsonWriter json, ReadOnlySpan<byte> list)
    {
        if (!Told.IsList(list))
        {
            return;
        }

        var change = attachment.At("changesData");
        var reader = new Utf8JsonReader(list);
        reader.Read();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            change.Copy(json, ref reader, list);
        }
    }

    private static void Write(Utf8JsonWriter json, OrderAnswer order, RecordedEvent happened, ItemsChanged change)
    {
        var removed = change.Removed.Select(line => (Item: order.Facts.Items.FirstOrDefault(item => item.Index == line.ItemIndex), line.Quantity)).ToList();
        json.WriteStartObject();
        json.WriteString("reason", happened.Reason ?? "");
        json.WriteNumber("discountValue", removed.Sum(line => line.Quantity * (line.Item?.UnitPrice ?? 0)));
        json.WriteNumber("incrementValue", 0);
        json.WriteStartArray("itemsAdded");
        json.WriteEndArray();
        json.WriteStartArray("itemsRemoved");
        removed.ForEach(line => Write(json, line.Item, line.Quantity));
        json.WriteEndArray();
        json.WriteStartObject("receipt");
        json.WriteString("date", OrderTerms.Instant(happened.At));
        json.WriteString("orderId", order.Facts.OrderId);
        json.WriteString("receipt", happened.Id);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ItemFact? item, int quantity)
    {
        json.WriteStartObject();
        json.WriteString("id", item?.SkuId ?? "");
        json.WriteString("name", item?.Name ?? "");
        json.WriteNumber("quantity", quantity);
        json.WriteNumber("price", item?.UnitPrice ?? 0);
        json.WriteNull("unitMultiplier");
        json.WriteEndObject();
    }
}
