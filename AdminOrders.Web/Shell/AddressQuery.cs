using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AdminOrders.Web.Shell;

/// <summary>The values in the query of an address, as people may have typed them.</summary>
internal sealed class AddressQuery
{
    private const long MostWhole = 1_000_000_000_000;
    private readonly Dictionary<string, StringValues> values;

    /// <param name="uri">An address, whole or relative.</param>
    public AddressQuery(string uri) =>
        values = uri.Contains('?', StringComparison.Ordinal) ? QueryHelpers.ParseQuery(uri[uri.IndexOf('?', StringComparison.Ordinal)..].Split('#')[0]) : [];

    /// <summary>Name by name and value by value, those that are null left out; without the question mark.</summary>
    public static string Write(IEnumerable<(string Name, string? Value)> parts) =>
        string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));

    /// <summary>Name by name and value by value.</summary>
    public IEnumerable<(string Name, string Value)> Pairs() => values.Keys.SelectMany(name => All(name).Select(value => (name, value)));

    /// <summary>Every value of that name.</summary>
    public IEnumerable<string> All(string name) => values.GetValueOrDefault(name).OfType<string>().Where(IsPlain);

    /// <summary>The first value of that name; null: there is none, or it is empty.</summary>
    public string? One(string name) => values.GetValueOrDefault(name).FirstOrDefault() is { Length: > 0 } value && IsPlain(value) ? value : null;

    /// <summary>The value that is written so; null: none is.</summary>
    public T? Named<T>(string name, Func<T, string> written)
        where T : struct, Enum => One(name) is { } told ? Enum.GetValues<T>().Where(value => written(value) == told).Select(value => (T?)value).FirstOrDefault() : null;

    /// <summary>The whole number of that name, below a million millions; null: there is none.</summary>
    public long? Whole(string name) =>
        long.TryParse(One(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < MostWhole ? number : null;

    // Not every store can be asked for a control character, and nothing is named by one.
    private static bool IsPlain(string value) => !value.Any(char.IsControl);
}
