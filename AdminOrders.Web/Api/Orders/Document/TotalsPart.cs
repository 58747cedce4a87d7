using System.Buffers.Text;
using System.Text.Json;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>The totals: what was removed here leaves the total of the items, so that they still add up to the order's value.</summary>
internal sealed class TotalsPart
{
    private const string Items = "Items";
    private readonly Template template;
    private readonly Mapping<OrderAnswer> reduced;
    private readonly Mapping<Total> known;

    public TotalsPart(Template root)
    {
        template = root.At("totals");
        reduced = new(template, new Dictionary<string, Computed<OrderAnswer>>(StringComparer.Ordinal) { ["value"] = WriteReduced });
        known = new(template, new Dictionary<string, Computed<Total>>(StringComparer.Ordinal)
        {
            ["id"] = (json, total, _) => json.WriteStringValue(total.Id),
            ["name"] = (json, total, _) => json.WriteStringValue($"{total.Id} Total"),
            ["value"] = (json, total, _) => json.WriteNumberValue(total.Value),
        });
    }

    public void Write(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        json.WriteStartArray();
        if (Told.IsList(told))
        {
            WriteTold(json, order, told);
        }
        else
        {
            WriteMissing(json, order);
        }

        json.WriteEndArray();
    }

    private void WriteTold(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        var isReduced = order.HasRemovedItems;
        var reader = new Utf8JsonReader(told);
        reader.Read();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            var total = Template.RawValue(ref reader, told);
            if (isReduced && Told.Text(total, "id") == Items)
            {
                reduced.Write(json, order, total);
            }
            else
            {
                Told.Copy(json, template, total);
            }
        }
    }

    private static void WriteReduced(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        _ = Utf8Parser.TryParse(told, out long before, out _);
        json.WriteNumberValue(before - order.Facts.Items.Sum(item => item.RemovedQuantity * item.UnitPrice));
    }

    // Only the whole is known where no document tells the parts.
    private void WriteMissing(Utf8JsonWriter json, OrderAnswer order)
    {
        foreach (var total in new Total[] { new(Items, order.Facts.Value), new("Discounts", 0), new("Shipping", 0), new("Tax", 0) })
        {
            known.Write(json, total, []);
        }
    }

    private sealed record Total(string Id, long Value);
}
