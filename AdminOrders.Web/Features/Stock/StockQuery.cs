using System.Text.Json;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Web.Shell;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Stock;

/// <summary>What the page has open over its list; the names stand in addresses.</summary>
public enum StockPanel
{
    /// <summary>What is behind the figures of a level.</summary>
    Level,

    /// <summary>A count by hand.</summary>
    Count,

    /// <summary>Counts from a file.</summary>
    File,

    /// <summary>Units that leave quarantine.</summary>
    Quarantine,
}

/// <summary>What an address says about stock: filters, place, and what is open. None of it is personal.</summary>
public sealed record StockQuery : IRowsQuery<StockQuery>
{
    private const string Path = "stock";

    /// <summary>What the SKU or its name begins with.</summary>
    public string? Text { get; init; }

    public string? WarehouseId { get; init; }

    public StockState? State { get; init; }

    public string? Cursor { get; init; }

    public StockPanel? Panel { get; init; }

    /// <summary>The level that the panel is about; null: none yet.</summary>
    public StockPlace? Place { get; init; }

    public bool IsFiltered => Text is not null || WarehouseId is not null || State is not null;

    public StockFilter Filter => new(Text, WarehouseId, State);

    public StockQuery WithoutPanel => this with { Panel = null, Place = null };

    /// <summary>Relative to the base.</summary>
    public string Address => AddressQuery.Write(Parts()) is { Length: > 0 } query ? $"{Path}?{query}" : Path;

    /// <summary>Whether an address, relative to the base, is the page's.</summary>
    public static bool IsAddressed(string address) => address.Split('?', '#')[0] == Path;

    /// <summary>Reads an address; what it does not understand is as if it were not there.</summary>
    public static StockQuery Parse(string uri)
    {
        var query = new AddressQuery(uri);
        var panel = query.Named<StockPanel>("panel", Name);
        return new()
        {
            Text = query.One("q")?.Trim() is { Length: > 0 } text ? text : null,
            WarehouseId = query.One("warehouse"),
            State = query.Named<StockState>("show", Name),
            Cursor = query.One("cursor"),
            Panel = panel,
            Place = panel is StockPanel.Level or StockPanel.Count or StockPanel.Quarantine && query.One("sku") is { } sku && query.One("at") is { } warehouse ? new(sku, warehouse) : null,
        };
    }

    private IEnumerable<(string Name, string? Value)> Parts() =>
    [
        ("q", Text),
        ("warehouse", WarehouseId),
        ("show", State is { } state ? Name(state) : null),
        ("cursor", Cursor),
        ("panel", Panel is { } panel ? Name(panel) : null),
        ("sku", Place?.SkuId),
        ("at", Place?.WarehouseId),
    ];

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
