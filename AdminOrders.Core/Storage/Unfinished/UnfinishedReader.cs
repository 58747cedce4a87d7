namespace AdminOrders.Core.Storage;

/// <summary>Reads what is owed to the outside and not done, the oldest first: keyset pages, and no order or event but those of the page.</summary>
public sealed class UnfinishedReader(StoreSource source, TimeProvider time)
{
    /// <summary>
    /// One page of at most <paramref name="size"/> from the cursor on; a null cursor is the beginning, and so is one that is none or beyond which nothing
    /// is left.
    /// </summary>
    public async Task<UnfinishedRows> List(UnfinishedFilter filter, string? cursor, int size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var start = UnfinishedCursor.Decode(cursor);
        var sql = new UnfinishedSql(source, filter, time.GetUtcNow());
        var found = await Read(sql.Page(start, size + 1), cancellationToken);
        if (start is not null && (found.Count == 0 || (start.Backward && found.Count < size)))
        {
            start = null;
            found = await Read(sql.Page(null, size + 1), cancellationToken);
        }

        var backward = start is { Backward: true };
        var (isMore, rows) = (found.Count > size, found.Take(size).ToList());
        if (backward)
        {
            rows.Reverse();
        }

        return new(
            rows,
            rows.Count > 0 && (backward || isMore) ? new UnfinishedCursor(rows[^1].Key, Backward: false).Encode() : null,
            rows.Count > 0 && (backward ? isMore : start is not null) ? new UnfinishedCursor(rows[0].Key, Backward: true).Encode() : null);
    }

    /// <summary>These as they are now, finished or not, the oldest first; an unknown key is left out.</summary>
    public async Task<IReadOnlyList<UnfinishedItem>> Rows(IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default) =>
        keys.Count == 0 ? [] : await Read(UnfinishedSql.ByKeys(keys), cancellationToken);

    /// <summary>What of that order is not done, the oldest first.</summary>
    public async Task<IReadOnlyList<UnfinishedItem>> OfOrder(long orderKey, CancellationToken cancellationToken = default) =>
        await Read(UnfinishedSql.OfOrder(orderKey), cancellationToken);

    private async Task<List<UnfinishedItem>> Read(SqlQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var reading = await source.OpenReading(cancellationToken);
        return await reading.Read(query, row => UnfinishedSql.Item(row, now), cancellationToken);
    }
}
