using System.Globalization;
using System.Text.Json;

namespace AdminOrders.Web.Features.Orders.Details.Document;

/// <summary>Reads an order document leniently: what is missing, null or of another type is simply not there.</summary>
internal static class DocumentReading
{
    /// <summary>The member at the end of the path; an undefined element where a step is missing.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var step in path)
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(step, out element))
            {
                return default;
            }
        }

        return element;
    }

    /// <summary>What stands there in words; null for nothing, blanks, objects and lists.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var leaf = element.At(path);
        var text = leaf.ValueKind switch
        {
            JsonValueKind.String => leaf.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => leaf.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>A whole number: minor units, quantities.</summary>
    public static long? Number(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } leaf && leaf.TryGetInt64(out var number) ? number : null;

    /// <summary>An instant with its offset; one without is UTC.</summary>
    public static DateTimeOffset? Instant(this JsonElement element, params ReadOnlySpan<string> path) =>
        DateTimeOffset.TryParse(element.Text(path), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    /// <summary>The entries of a list; none where there is no list.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>Whether there is anything to show: a word, a number, or an object or list that holds one.</summary>
    public static bool SaysSomething(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => member.Value.SaysSomething()),
        JsonValueKind.Array => element.EnumerateArray().Any(entry => entry.SaysSomething()),
        _ => element.Text() is not null,
    };
}
