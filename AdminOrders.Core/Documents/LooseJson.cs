using System.Text.Json;

namespace AdminOrders.Core.Documents;

/// <summary>Reads what a document may have and nobody relies on: what is missing or of another shape is just not there.</summary>
public static class LooseJson
{
    /// <summary>Characters; a longer text counts as none.</summary>
    public const int LongestText = 200;

    /// <summary>The member of that name, in camel or Pascal case; undefined where there is none.</summary>
    public static JsonElement Member(JsonElement value, string camel)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            return default;
        }

        return value.TryGetProperty(camel, out var member) || HasPascal(value, camel, out member) ? member : default;
    }

    /// <summary>The elements of a list; none where it is none.</summary>
    public static IEnumerable<JsonElement> ElementsOf(JsonElement value) => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>A text or a number of at most that many characters; "" for anything else.</summary>
    public static string TextOf(JsonElement value, int longest = LongestText)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };
        return text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal) ? text : "";
    }

    // Documents are asked for hundreds of members that most do not have: no text is made for each.
    private static bool HasPascal(JsonElement value, string camel, out JsonElement member)
    {
        Span<char> pascal = stackalloc char[camel.Length];
        camel.CopyTo(pascal);
        pascal[0] = char.ToUpperInvariant(camel[0]);
        return value.TryGetProperty(pascal, out member);
    }
}
