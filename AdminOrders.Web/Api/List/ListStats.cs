using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Api.List;

/// <summary>The sums of a list as VTEX's index gives them; null where more orders match than are added up within a request.</summary>
internal static class ListStats
{
    private static readonly (string Name, Func<OrderAmounts, long> Amount)[] Fields = [("totalValue", row => row.Value), ("totalItems", row => row.Units)];
    private static readonly (string Name, Func<OrderAmounts, string> Value)[] Facets = [("origin", row => row.Origin), ("currencyCode", row => row.Currency)];

    public static void Write(Utf8JsonWriter json, IReadOnlyList<OrderAmounts>? rows)
    {
        json.WriteStartObject();
        json.WriteStartObject("stats"u8);
        foreach (var (name, amount) in Fields)
        {
            json.WritePropertyName(name);
            if (rows is null)
            {
                json.WriteNullValue();
            }
            else
            {
                Write(json, rows, amount, withFacets: () => WriteFacets(json, rows, amount));
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<OrderAmounts> rows, Func<OrderAmounts, long> amount, Action withFacets)
    {
        var sum = rows.Aggregate((Int128)0, (all, row) => all + amount(row));
        var squares = rows.Aggregate((Int128)0, (all, row) => all + ((Int128)amount(row) * amount(row)));
        json.WriteStartObject();
        json.WriteNumber("Count"u8, rows.Count);
        json.WriteNumber("Max"u8, rows.Count == 0 ? 0 : rows.Max(amount));
        json.WriteNumber("Mean"u8, rows.Count == 0 ? 0 : (double)sum / rows.Count);
        json.WriteNumber("Min"u8, rows.Count == 0 ? 0 : rows.Min(amount));
        json.WriteNumber("Missing"u8, 0);
        json.WriteNumber("StdDev"u8, Deviation(rows.Count, sum, squares));
        json.WritePropertyName("Sum"u8);
        json.WriteRawValue(sum.ToString(CultureInfo.InvariantCulture));
        json.WritePropertyName("SumOfSquares"u8);
        json.WriteRawValue(squares.ToString(CultureInfo.InvariantCulture));
        json.WritePropertyName("Facets"u8);
        withFacets();
        json.WriteEndObject();
    }

    private static void WriteFacets(Utf8JsonWriter json, IReadOnlyList<OrderAmounts> rows, Func<OrderAmounts, long> amount)
    {
        json.WriteStartObject();
        foreach (var (name, value) in Facets)
        {
            json.WriteStartObject(name);
            foreach (var part in rows.GroupBy(value, StringComparer.Ordinal).OrderBy(part => part.Key, StringComparer.Ordinal))
            {
                json.WritePropertyName(part.Key);
                Write(json, [.. part], amount, withFacets: json.WriteNullValue);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Of a sample, as the index computes it.
    private static double Deviation(int count, Int128 sum, Int128 squares) =>
        count < 2 ? 0 : Math.Sqrt((double)((squares * count) - (sum * sum)) / ((double)count * (count - 1)));
}
