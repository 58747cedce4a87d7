using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Reads what is owed and not done: alerts first, then orders that hang, then what the outside is owed, the oldest of each first. Keyset pages, and no order or
/// event but those of the page.
/// </summary>
public sealed class UnfinishedReader(StoreSource source, TimeProvider time)
{
    /// <summary>
    /// One page of at most <paramref name="size"/> from the cursor on; a null cursor is the beginning, and so is one that is none or beyond which nothing
    /// is left.
    /// </summary>
    public async Task<UnfinishedRows> List(UnfinishedFilter filter, string? cursor, int size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        await using var reading = await source.OpenReading(cancellationToken);
        var walk = new UnfinishedWalk(source, reading, filter, time.GetUtcNow());
        var page = await KeysetPage<UnfinishedItem>.Read(
            UnfinishedCursor.Decode(cursor), start => start.Backward, size, (start, most) => walk.Read(start, most, cancellationToken));
        return new(
            page.Rows,
            page.HasNext ? new UnfinishedCursor(page.Rows[^1].Key, Backward: false).Encode() : null,
            page.HasPrevious ? new UnfinishedCursor(page.Rows[0].Key, Backward: true).Encode() : null);
    }

    /// <summary>These as they are now, finished or not; what is not there any more is left out, an alert is done then.</summary>
    public async Task<IReadOnlyList<UnfinishedItem>> Now(IReadOnlyCollection<UnfinishedItem> shown, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var parts = shown.ToLookup(item => UnfinishedKey.PartOf(item.Key), item => UnfinishedKey.NumberOf(item.Key));
        await using var reading = await source.OpenReading(cancellationToken);
        var owed = await Read(parts[UnfinishedPart.Deliveries], UnfinishedSql.ByKeys, row => UnfinishedSql.Item(row, now));
        var moving = await Read(parts[UnfinishedPart.MovingOrders], MovingSql.ByKeys, row => MovingSql.Item(row, now));
        var alerts = (await Read(parts[UnfinishedPart.Alerts].Select(number => UnfinishedKey.Alert(number).OrderKey).Distinct(), AlertSql.OfOrders, AlertSql.Item))
            .ToDictionary(alert => alert.Key);
        return
        [
            .. shown.Where(item => item.Kind is UnfinishedKind.Alert).Select(item => alerts.GetValueOrDefault(item.Key) ?? item with { State = EffectState.DoneByHand }),
            .. moving, .. owed,
        ];

        async Task<List<UnfinishedItem>> Read(IEnumerable<long> numbers, Func<IReadOnlyCollection<long>, SqlQuery> query, Func<DbDataReader, UnfinishedItem> item) =>
            numbers.ToList() is { Count: > 0 } keys ? await reading.Read(query(keys), item, cancellationToken) : [];
    }

    /// <summary>What of that order is not done.</summary>
    public async Task<IReadOnlyList<UnfinishedItem>> OfOrder(long orderKey, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await using var reading = await source.OpenReading(cancellationToken);
        return
        [
            .. await reading.Read(AlertSql.OfOrders([orderKey]), AlertSql.Item, cancellationToken),
            .. (await reading.Read(MovingSql.ByKeys([orderKey]), row => MovingSql.Item(row, now), cancellationToken)).Where(item => item.State is EffectState.GivenUp),
            .. await reading.Read(UnfinishedSql.OfOrder(orderKey), row => UnfinishedSql.Item(row, now), cancellationToken),
        ];
    }
}
