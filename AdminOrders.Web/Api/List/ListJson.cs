using System.Globalization;
using System.Text.Json;

namespace AdminOrders.Web.Api.List;

/// <summary>What lists write beside plain values.</summary>
internal static class ListJson
{
    /// <summary>A text; null where there is nothing.</summary>
    public static void WriteText(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
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

    /// <summary>An instant as the order's detail writes it: UTC, seven decimals.</summary>
    public static void WriteInstant(this Utf8JsonWriter json, JsonEncodedText name, DateTimeOffset at)
    {
        Span<char> text = stackalloc char[33];
        json.WriteString(name, at.ToUniversalTime().TryFormat(text, out var written, "O", CultureInfo.InvariantCulture) ? text[..written] : default);
    }

    /// <inheritdoc cref="WriteInstant(Utf8JsonWriter, JsonEncodedText, DateTimeOffset)"/>
    public static void WriteInstant(this Utf8JsonWriter json, string name, DateTimeOffset? at)
    {
        if (at is { } known)
        {
            json.WriteInstant(JsonEncodedText.Encode(name), known);
        }
        else
        {
            json.WriteNull(name);
        }
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
