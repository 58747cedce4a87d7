using System.Data.Common;
using System.Globalization;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>
/// The statements of the list of levels. It goes by SKU and warehouse; where a text is looked up, SKUs that begin with it come first, and then, by name,
/// what else is called so. Either part walks an index from the cursor on and stops where the page ends.
/// </summary>
internal sealed class StockSql(StockFilter filter)
{
    private const string Columns = """l."SkuId", l."WarehouseId", l."Name", l."OnHand", l."Reserved", l."Quarantined", l."SearchName", l."Missing" """;

    /// <summary>The warehouses, each found by one look into the index.</summary>
    public static readonly SqlQuery Warehouses = new(
        """
        WITH RECURSIVE w("Id") AS (
            SELECT (SELECT MIN(l."WarehouseId") FROM "StockLevels" l)
            UNION ALL
            SELECT (SELECT MIN(l."WarehouseId") FROM "StockLevels" l WHERE l."WarehouseId" > w."Id") FROM w WHERE w."Id" IS NOT NULL
        )
        SELECT w."Id" FROM w WHERE w."Id" IS NOT NULL LIMIT 500
        """,
        []);

    /// <summary>How many levels have to be counted again: all of an index of nothing else.</summary>
    public static readonly SqlQuery ToCount = new("""SELECT COUNT(*) FROM "StockLevels" l WHERE l."Missing" > 0""", []);

    private readonly string text = filter.Text?.Trim() ?? "";

    /// <summary>Whether a text is looked up among the names too.</summary>
    public bool LooksAtNames => text.Length > 0;

    /// <summary>At most <paramref name="limit"/> levels by SKU, the nearest to the place first; a null place is the end that the walk begins at.</summary>
    public SqlQuery BySku(StockPlace? beyond, bool backward, int limit)
    {
        var parameters = Begin(limit);
        List<string> conditions = [.. Narrowed(parameters)];
        if (LooksAtNames)
        {
            conditions.Add(Starts("SkuId", text, "sku", parameters));
        }

        if (beyond is { } place)
        {
            conditions.Add($"""(l."SkuId", l."WarehouseId") {Past(backward)} (@beyondSku, @beyondWarehouse)""");
            parameters.AddRange([new("@beyondSku", place.SkuId), new("@beyondWarehouse", place.WarehouseId)]);
        }

        return Walk(conditions, backward, parameters, "SkuId", "WarehouseId");
    }

    /// <summary>The same by name: what begins with the text and has another SKU.</summary>
    public SqlQuery ByName(StockCursor? beyond, bool backward, int limit)
    {
        var parameters = Begin(limit);
        List<string> conditions =
        [
            .. Narrowed(parameters), Starts("SearchName", SearchText.Fold(text), "name", parameters), $"NOT ({Starts("SkuId", text, "sku", parameters)})",
        ];
        if (beyond is not null)
        {
            conditions.Add($"""(l."SearchName", l."SkuId", l."WarehouseId") {Past(backward)} (@beyondName, @beyondSku, @beyondWarehouse)""");
            parameters.AddRange([new("@beyondName", beyond.SearchName!), new("@beyondSku", beyond.Place.SkuId), new("@beyondWarehouse", beyond.Place.WarehouseId)]);
        }

        return Walk(conditions, backward, parameters, "SearchName", "SkuId", "WarehouseId");
    }

    /// <summary>These levels; at least one place.</summary>
    public static SqlQuery Of(IReadOnlyCollection<StockPlace> places)
    {
        List<KeyValuePair<string, object>> parameters = [];
        var among = places.Select((place, index) =>
        {
            var (sku, warehouse) = (string.Create(CultureInfo.InvariantCulture, $"@s{index}"), string.Create(CultureInfo.InvariantCulture, $"@w{index}"));
            parameters.AddRange([new(sku, place.SkuId), new(warehouse, place.WarehouseId)]);
            return $"({sku}, {warehouse})";
        });
        return new($"""SELECT {Columns} FROM "StockLevels" l WHERE (l."SkuId", l."WarehouseId") IN (VALUES {string.Join(", ", among)})""", parameters);
    }

    public static (StockLevel Level, string SearchName) Level(DbDataReader row) => (
        new(new(row.GetString(0), row.GetString(1)), row.GetString(2), row.LongOrNull(3), row.GetInt64(4), row.GetInt64(5)) { Missing = row.GetInt64(7) }, row.GetString(6));

    private static List<KeyValuePair<string, object>> Begin(int limit) => [new("@limit", limit)];

    private static SqlQuery Walk(List<string> conditions, bool backward, List<KeyValuePair<string, object>> parameters, params string[] order) => new(
        $"""
        SELECT {Columns} FROM "StockLevels" l{(conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions))}
        ORDER BY {string.Join(", ", order.Select(column => $"l.\"{column}\" {(backward ? "DESC" : "ASC")}"))} LIMIT @limit
        """,
        parameters);

    private IEnumerable<string> Narrowed(List<KeyValuePair<string, object>> parameters)
    {
        if (filter.WarehouseId is { } warehouse)
        {
            parameters.Add(new("@warehouse", warehouse));
            yield return """l."WarehouseId" = @warehouse""";
        }

        if (filter.State is { } state)
        {
            yield return state switch
            {
                StockState.NotCounted => """l."OnHand" IS NULL""",
                StockState.Negative => """l."OnHand" < l."Reserved" """.TrimEnd(),
                StockState.ToCount => """l."Missing" > 0""",
            };
        }
    }

    private static string Starts(string column, string beginning, string name, List<KeyValuePair<string, object>> parameters)
    {
        parameters.AddRange([new($"@{name}From", beginning), new($"@{name}To", beginning + '\uFFFF')]);
        return $"""l."{column}" >= @{name}From AND l."{column}" < @{name}To""";
    }

    private static char Past(bool backward) => backward ? '<' : '>';
}
