using System.Data.Common;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>Reads levels of stock: keyset pages along indexes, and no level but those of the page.</summary>
public sealed class StockReader(StoreSource source)
{
    /// <summary>
    /// One page of at most <paramref name="size"/> from the cursor on; a null cursor is the beginning, and so is one that is none or beyond which nothing
    /// is left.
    /// </summary>
    public async Task<StockLevels> List(StockFilter filter, string? cursor, int size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var sql = new StockSql(filter);
        var start = StockCursor.Decode(cursor) is { } told && (told.SearchName is null || sql.LooksAtNames) ? told : null;
        await using var reading = await source.OpenReading(cancellationToken);
        var page = await KeysetPage<Found>.Read(start, from => from.Backward, size, (from, most) => Read(reading, sql, from, most, cancellationToken));
        return new(
            [.. page.Rows.Select(row => row.Level)],
            page.HasNext ? page.Rows[^1].Cursor(backward: false).Encode() : null,
            page.HasPrevious ? page.Rows[0].Cursor(backward: true).Encode() : null);
    }

    /// <summary>These as they are now; a place without a level is left out.</summary>
    public async Task<IReadOnlyList<StockLevel>> Of(IReadOnlyCollection<StockPlace> places, CancellationToken cancellationToken = default)
    {
        if (places.Count == 0)
        {
            return [];
        }

        await using var reading = await source.OpenReading(cancellationToken);
        return await reading.Read(StockSql.Of(places), row => StockSql.Level(row).Level, cancellationToken);
    }

    /// <summary>Every warehouse that has a level, by id; the first 500.</summary>
    public async Task<IReadOnlyList<string>> Warehouses(CancellationToken cancellationToken = default)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        return await reading.Read(StockSql.Warehouses, row => row.GetString(0), cancellationToken);
    }

    /// <summary>How many levels more has left of than was counted.</summary>
    public async Task<int> ToCount(CancellationToken cancellationToken = default)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        return (await reading.Read(StockSql.ToCount, row => Convert.ToInt32(row.GetInt64(0)), cancellationToken))[0];
    }

    // First the SKUs, then the names; backwards the other way.
    private static async Task<List<Found>> Read(StoreReading reading, StockSql sql, StockCursor? from, int most, CancellationToken cancellationToken)
    {
        var (backward, isAmongNames) = (from is { Backward: true }, from?.SearchName is not null);
        var found = isAmongNames ? await Names(from, most) : await Skus(from?.Place, most);
        if (found.Count < most && sql.LooksAtNames && isAmongNames == backward)
        {
            found.AddRange(backward ? await Skus(null, most - found.Count) : await Names(null, most - found.Count));
        }

        return found;

        Task<List<Found>> Skus(StockPlace? beyond, int limit) =>
            reading.Read(sql.BySku(beyond, backward, limit), row => new Found(StockSql.Level(row).Level, null), cancellationToken);

        Task<List<Found>> Names(StockCursor? beyond, int limit) => reading.Read(sql.ByName(beyond, backward, limit), Found.ByName, cancellationToken);
    }

    private sealed record Found(StockLevel Level, string? SearchName)
    {
        public static Found ByName(DbDataReader row)
        {
            var (level, name) = StockSql.Level(row);
            return new(level, name);
        }

        public StockCursor Cursor(bool backward) => new(SearchName, Level.Place, backward);
    }
}
