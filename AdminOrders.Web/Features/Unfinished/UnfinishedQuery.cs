using System.Text.Json;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Shell;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Unfinished;

/// <summary>What an address says about unfinished work: filters and place. None of it is personal.</summary>
public sealed record UnfinishedQuery : IRowsQuery<UnfinishedQuery>
{
    private const string Path = "unfinished";

    public UnfinishedKind? Kind { get; init; }

    public UnfinishedState? State { get; init; }

    /// <summary>Of payments.</summary>
    public UnfinishedMoney? Money { get; init; }

    public string? Cursor { get; init; }

    public bool IsFiltered => Kind is not null || State is not null || Money is not null;

    public UnfinishedFilter Filter => new(Kind, State, Money);

    /// <inheritdoc/>
    public UnfinishedQuery WithoutPanel => this;

    /// <summary>Relative to the base.</summary>
    public string Address => AddressQuery.Write(Parts()) is { Length: > 0 } query ? $"{Path}?{query}" : Path;

    /// <summary>Whether an address, relative to the base, is the page's.</summary>
    public static bool IsAddressed(string address) => address.Split('?', '#')[0] == Path;

    /// <summary>Reads an address; what it does not understand is as if it were not there.</summary>
    public static UnfinishedQuery Parse(string uri)
    {
        var query = new AddressQuery(uri);
        return new() { Kind = query.Named<UnfinishedKind>("kind", Name), State = query.Named<UnfinishedState>("state", Name), Money = query.Named<UnfinishedMoney>("money", Name), Cursor = query.One("cursor") };
    }

    private IEnumerable<(string Name, string? Value)> Parts() =>
    [
        ("kind", Kind is { } kind ? Name(kind) : null),
        ("state", State is { } state ? Name(state) : null),
        ("money", Money is { } money ? Name(money) : null),
        ("cursor", Cursor),
    ];

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
