using System.Globalization;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Web.Shell;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Orders.Export;

/// <summary>Which exports an address shows.</summary>
public sealed record ExportsQuery : IRowsQuery<ExportsQuery>
{
    /// <summary>Of the page, relative to the base.</summary>
    public const string Path = "exports";

    private const string Everybody = "everybody";

    /// <summary>Not only the reader's own.</summary>
    public bool IsEverybodys { get; init; }

    /// <summary>Only those that are older; null: from the newest on.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <inheritdoc/>
    public string Address => Path + (AddressQuery.Write(Parts()) is { Length: > 0 } query ? "?" + query : "");

    /// <inheritdoc/>
    public ExportsQuery WithoutPanel => this;

    /// <inheritdoc/>
    public static bool IsAddressed(string address) => address.Split('?', '#')[0] == Path;

    /// <inheritdoc/>
    public static ExportsQuery Parse(string uri)
    {
        var query = new AddressQuery(uri);
        return new()
        {
            IsEverybodys = query.One("of") == Everybody,
            Before = long.TryParse(query.One("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks ? new(ticks, TimeSpan.Zero) : null,
        };
    }

    private IEnumerable<(string Name, string? Value)> Parts() =>
        [("of", IsEverybodys ? Everybody : null), ("before", Before?.UtcTicks.ToString(CultureInfo.InvariantCulture))];
}

/// <summary>All that the page of exports shows at one moment.</summary>
/// <param name="Older">The address of those before; null: there are none.</param>
/// <param name="MaySeeAll">Whether its reader may see what others exported.</param>
/// <param name="KeptFor">How long files are kept.</param>
public sealed record ExportsScreen(ExportsQuery Query, IReadOnlyList<ExportItem> Rows, string? Older, bool MaySeeAll, TimeSpan KeptFor) : IRowsScreen
{
    /// <inheritdoc/>
    public string Address => Query.Address;
}

/// <summary>An export as the page shows it.</summary>
/// <param name="Words">Which orders; empty: all.</param>
/// <param name="HasFile">Its file is on this machine.</param>
/// <param name="IsMine">It is its reader's own.</param>
public sealed record ExportItem(PastExport Export, IReadOnlyList<string> Words, bool HasFile, bool IsMine);
