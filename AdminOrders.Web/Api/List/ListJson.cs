using System.Buffers.Text;
using System.Text.Json;

namespace AdminOrders.Web.Api.List;

/// <summary>What lists write beside plain values.</summary>
internal static class ListJson
{
    /// <summary>A text; null where there is nothing.</summary>
    public static void WriteText(this Utf8JsonWriter json, JsonEncodedText name, string text)
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

    /// <inheritdoc cref="WriteText(Utf8JsonWriter, JsonEncodedText, string)"/>
    public static void WriteText(this Utf8JsonWriter json, string name, string text) => json.WriteText(JsonEncodedText.Encode(name), text);

    /// <summary>An instant as the order's detail writes it: UTC, seven decimals; null where there is none.</summary>
    public static void WriteInstant(this Utf8JsonWriter json, JsonEncodedText name, DateTimeOffset? at)
    {
        if (at is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        Span<byte> text = stackalloc byte[33];
        json.WriteString(name, Utf8Formatter.TryFormat(known.ToUniversalTime(), text, out var written, 'O') ? text[..written] : default);
    }

    /// <inheritdoc cref="WriteInstant(Utf8JsonWriter, JsonEncodedText, DateTimeOffset?)"/>
    public static void WriteInstant(this Utf8JsonWriter json, string name, DateTimeOffset? at) => json.WriteInstant(JsonEncodedText.Encode(name), at);

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
