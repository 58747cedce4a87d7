using System.Globalization;
using AdminOrders.Web.Shell;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Channels;

/// <summary>What an address says about channels.</summary>
public sealed record ChannelQuery : IRowsQuery<ChannelQuery>
{
    private const string Path = "channels";

    /// <summary>Where the page of the log begins; null: with the newest.</summary>
    public long? Before { get; init; }

    /// <inheritdoc/>
    public string Address => Before is { } before ? string.Create(CultureInfo.InvariantCulture, $"{Path}?before={before}") : Path;

    /// <inheritdoc/>
    public ChannelQuery WithoutPanel => this;

    /// <inheritdoc/>
    public static bool IsAddressed(string address) => address.Split('?', '#')[0] == Path;

    /// <inheritdoc/>
    public static ChannelQuery Parse(string uri) =>
        new() { Before = long.TryParse(new AddressQuery(uri).One("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null };
}
