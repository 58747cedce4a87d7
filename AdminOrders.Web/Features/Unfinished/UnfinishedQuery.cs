using System.Text.Json;
using AdminOrders.Core.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace AdminOrders.Web.Features.Unfinished;

/// <summary>What an address says about unfinished work: filters and place. None of it is personal.</summary>
public sealed record UnfinishedQuery
{
    private const string Path = "unfinished";

    public UnfinishedKind? Kind { get; init; }

    public UnfinishedState? State { get; init; }

    public string? Cursor { get; init; }

    public bool IsFiltered => Kind is not null || State is not null;

    public UnfinishedFilter Filter => new(Kind, State);

    /// <summary>Relative to the base.</summary>
    public string Address => string.Join('&', Parts().Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")) is { Length: > 0 } query
        ? $"{Path}?{query}"
        : Path;

    /// <summary>Whether an address, relative to the base, is the page's.</summary>
    public static bool IsAddressed(string address) => address.Split('?', '#')[0] == Path;

    /// <summary>Reads an address; what it does not understand is as if it were not there.</summary>
    public static UnfinishedQuery Parse(string uri)
    {
        var query = uri.Contains('?', StringComparison.Ordinal) ? QueryHelpers.ParseQuery(uri[uri.IndexOf('?', StringComparison.Ordinal)..].Split('#')[0]) : [];
        return new() { Kind = Named<UnfinishedKind>("kind"), State = Named<UnfinishedState>("state"), Cursor = One("cursor") };

        string? One(string name) => query.GetValueOrDefault(name).FirstOrDefault() is { Length: > 0 } value ? value : null;

        T? Named<T>(string parameter)
            where T : struct, Enum => Enum.GetValues<T>().Where(value => Name(value) == One(parameter)).Select(value => (T?)value).FirstOrDefault();
    }

    private IEnumerable<(string Name, string? Value)> Parts() => new (string Name, string? Value)[]
    {
        ("kind", Kind is { } kind ? Name(kind) : null),
        ("state", State is { } state ? Name(state) : null),
        ("cursor", Cursor),
    }.Where(part => part.Value is not null);

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
