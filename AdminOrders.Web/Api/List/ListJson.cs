using System.Text.Json;
using AdminOrders.Web.Api.Orders;

namespace AdminOrders.Web.Api.List;

/// <summary>What lists write beside plain values.</summary>
internal static class ListJson
{
    /// <summary>A text; null where there is nothing.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <inheritdoc cref="WriteText(Utf8JsonWriter, string, string)"/>
    public static void WriteText(this Utf8JsonWriter json, string name, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > 0)
        {
            json.WriteString(name, utf8);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>An instant as the order's detail writes it: UTC, seven decimals; null where there is none.</summary>
    public static void WriteInstant(this Utf8JsonWriter json, string name, DateTimeOffset? at)
    {
        json.WritePropertyName(name);
        json.WriteInstant(at);
    }

    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
