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
        var sql = new UnfinishedSql(source, filter, time.GetUtcNow());
        var page = await KeysetPage<UnfinishedItem>.Read(
            UnfinishedCursor.Decode(cursor), start => start.Backward, size, (start, most) => Read(sql.Page(start, most), cancellationToken));
        return new(
            page.Rows,
            page.HasNext ? new UnfinishedCursor(page.Rows[^1].Key, Backward: false).Encode() : null,
            page.HasPrevious ? new UnfinishedCursor(page.Rows[0].Key, Backward: true).Encode() : null);
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
