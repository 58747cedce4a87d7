using System.Text.Json;
using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>
/// The lines with what is left of them. A line that was removed wholly stays with quantity 0: invoices and shipping name lines by their place.
/// </summary>
internal sealed class ItemsPart
{
    private readonly Mapping<ItemFact> lines;

    public ItemsPart(Template root)
    {
        var line = root.At("items");
        lines = new(line, new Dictionary<string, Computed<ItemFact>>(StringComparer.Ordinal)
        {
            ["quantity"] = WriteQuantity,
            ["priceDefinition"] = PriceOf(line.At("priceDefinition")),
            ["priceDefinitions"] = PriceOf(line.At("priceDefinition")),
            ["id"] = Text(line, "id", item => item.SkuId),
            ["sellerSku"] = Text(line, "sellerSku", item => item.SkuId),
            ["name"] = Text(line, "name", item => item.Name),
            ["price"] = Price(line, "price"),
            ["listPrice"] = Price(line, "listPrice"),
            ["sellingPrice"] = Price(line, "sellingPrice"),
        });
    }

    public void Write(Utf8JsonWriter json, OrderAnswer order, ReadOnlySpan<byte> told)
    {
        json.WriteStartArray();
        if (Told.IsList(told))
        {
            lines.WriteElements(json, told, index => order.Facts.Items.FirstOrDefault(item => item.Index == index));
        }
        else
        {
            foreach (var item in order.Facts.Items)
            {
                lines.Write(json, item, []);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteQuantity(Utf8JsonWriter json, ItemFact item, ReadOnlySpan<byte> told)
    {
        if (item.RemovedQuantity > 0 || told.IsEmpty)
        {
            json.WriteNumberValue(item.Quantity - item.RemovedQuantity);
        }
        else
        {
            json.WriteRawValue(told, skipInputValidation: true);
        }
    }

    private static Computed<ItemFact> PriceOf(Template template) => (json, item, told) =>
    {
        if (item.RemovedQuantity == 0 && !told.IsEmpty)
        {
            Told.Copy(json, template, told);
            return;
        }

        var left = item.Quantity - item.RemovedQuantity;
        json.WriteStartObject();
        json.WriteStartArray("sellingPrices");
        json.WriteStartObject();
        json.WriteNumber("value", item.UnitPrice);
        json.WriteNumber("quantity", left);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteNumber("calculatedSellingPrice", item.UnitPrice);
        json.WriteNumber("total", item.UnitPrice * left);
        json.WriteNull("reason");
        json.WriteEndObject();
    };

    private static Computed<ItemFact> Text(Template line, string name, Func<ItemFact, string> value) =>
        Told.OrElse<ItemFact>(line.At(name), (json, item) => json.WriteStringValue(value(item)));

    private static Computed<ItemFact> Price(Template line, string name) =>
        Told.OrElse<ItemFact>(line.At(name), (json, item) => json.WriteNumberValue(item.UnitPrice));
}
