using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Errors;
using Microsoft.Extensions.Primitives;

namespace AdminOrders.Web.Api.List;

/// <summary>The parameters of a list by name, from the query or from a body; each is read as what it must be, or refused by name.</summary>
internal sealed class ListParameters
{
    private const int Longest = 500;
    private static readonly string[] DateFields = ["creationDate", "invoicedDate", "authorizedDate"];
    private readonly Func<string, string?> read;

    public ListParameters(IQueryCollection query) => read = name => Single(name, query[name]);

    /// <param name="body">The fields of a JSON object; texts, numbers and flags are taken alike.</param>
    public ListParameters(IReadOnlyDictionary<string, JsonElement> body) => read = name => body.TryGetValue(name, out var field) ? Field(name, field) : null;

    /// <summary>A text as it was sent; null: none, or an empty one.</summary>
    public string? Text(string name)
    {
        if (read(name) is not { Length: > 0 } text)
        {
            return null;
        }

        return text.Length <= Longest && !text.Contains('\0', StringComparison.Ordinal) ? text : throw Invalid(name, $"It must be a text of at most {Longest} characters.");
    }

    /// <summary>Texts with commas between them.</summary>
    public IReadOnlyList<string> Texts(string name) => Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public bool? Flag(string name) => Text(name)?.ToUpperInvariant() switch
    {
        null => null,
        "TRUE" => true,
        "FALSE" => false,
        _ => throw Invalid(name, "It must be true or false."),
    };

    public int Number(string name, int otherwise, int most)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw Invalid(name, $"It must be a whole number from 1 to {most.ToString(CultureInfo.InvariantCulture)}.");
    }

    /// <summary>A stretch of time, <c>creationDate:[2026-01-01T00:00:00.000Z TO 2026-01-02T00:00:00.000Z]</c>: both ends are in it, an end that is * is open.</summary>
    /// <param name="name">The parameter's.</param>
    /// <param name="field">What stands before the colon; it may be left out.</param>
    public OrderTimes? Times(string name, string field)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // The contract's own example has the name of another date before the colon.
        var colon = text.IndexOf(":[", StringComparison.Ordinal);
        var range = colon > 0 && DateFields.Contains(text[..colon], StringComparer.OrdinalIgnoreCase) ? text[(colon + 1)..].Trim() : text.Trim();
        if (range is ['[', .. var inner, ']'] && inner.Split(" TO ") is [var from, var to]
            && TryInstant(from, end: false, out var first) && TryInstant(to, end: true, out var before))
        {
            return new(first, before);
        }

        throw Invalid(name, $"It must be {field}:[2026-01-01T00:00:00.000Z TO 2026-01-31T23:59:59.999Z]; an end that is * is open.");
    }

    /// <summary>Refuses the parameter by its name.</summary>
    public static ApiRefusedException Invalid(string name, string message) => new(ApiErrors.Invalid(name, message));

    // The last second or millisecond that is named belongs to the stretch as a whole, so that stretches that follow one another leave no gap.
    private static bool TryInstant(string text, bool end, out DateTimeOffset? instant)
    {
        const DateTimeStyles AsUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        instant = null;
        if (text.Trim() == "*")
        {
            return true;
        }

        if (text.Trim() is not { Length: >= 10 and <= 40 } trimmed || !char.IsAsciiDigit(trimmed[0])
            || !DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, AsUtc, out var parsed) || parsed.Year is < 1900 or > 9000)
        {
            return false;
        }

        instant = end ? parsed + LastUnitOf(trimmed) : parsed;
        return true;
    }

    private static TimeSpan LastUnitOf(string text)
    {
        if (!text.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.FromDays(1);
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : text.Skip(point + 1).TakeWhile(char.IsAsciiDigit).Count();
        return TimeSpan.FromTicks((long)Math.Pow(10, Math.Max(0, 7 - digits)));
    }

    private static string? Single(string name, StringValues sent) =>
        sent.Count <= 1 ? sent.ToString() : throw Invalid(name, "It may stand once; several values have commas between them.");

    private static string? Field(string name, JsonElement field) => field.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => field.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => field.GetRawText(),
        _ => throw Invalid(name, "It must be a text, a number, true or false."),
    };
}
