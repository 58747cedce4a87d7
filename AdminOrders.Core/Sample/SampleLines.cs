using System.Globalization;
using System.Text.Json;

namespace AdminOrders.Core.Sample;

/// <summary>The lines of a sample order.</summary>
internal static class SampleLines
{
    public static void Write(Utf8JsonWriter json, SampleOrder order)
    {
        json.WriteStartArray("items");
        for (var index = 0; index < order.Lines.Count; index++)
        {
            Line(json, order, order.Lines[index], index);
        }

        json.WriteEndArray();
    }

    private static void Line(Utf8JsonWriter json, SampleOrder order, SampleLine line, int index)
    {
        var product = line.Product;
        json.WriteStartObject();
        json.WriteString("uniqueId", string.Create(CultureInfo.InvariantCulture, $"{order.Sequence}{index:D3}"));
        json.WriteString("id", product.SkuId);
        json.WriteString("productId", product.ProductId);
        json.WriteString("lockId", $"00-v{order.Sequence}mira-01");
        json.WriteNumber("quantity", line.Quantity);
        json.WriteString("seller", order.Seller.Id);
        json.WriteString("name", product.Name);
        json.WriteString("refId", "MIRA-" + product.SkuId);
        json.WriteNumber("price", line.Price);
        json.WriteNumber("listPrice", line.Price);
        json.WriteNumber("sellingPrice", line.Price);
        json.WriteNumber("tax", 0);
        json.WriteBoolean("isGift", false);
        json.WriteString("measurementUnit", "un");
        json.WriteNumber("unitMultiplier", 1);
        json.WriteString("imageUrl", $"https://images.example.com/{product.SkuId}.jpg");
        json.WriteString("detailUrl", $"/{product.ProductId}/p");
        json.WriteStartObject("additionalInfo");
        json.WriteString("brandName", product.Brand);
        json.WriteStartArray("categories");
        json.WriteStartObject();
        json.WriteString("name", product.Category);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("dimension");
        json.WriteNumber("weight", product.Weight);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("priceDefinition");
        json.WriteNumber("calculatedSellingPrice", line.Price);
        json.WriteNumber("total", line.Total);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
