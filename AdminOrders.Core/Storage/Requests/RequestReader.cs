using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Reads the orders that have an open request, the nearest deadline first: keyset pages, never a count and never the documents.</summary>
public sealed class RequestReader(StoreSource source)
{
    private const string IsOpen = """o."RequestDueAt" IS NOT NULL""";

    /// <summary>
    /// One page of at most <paramref name="size"/> orders from the cursor on; a null cursor is the beginning, and so is one that is none or beyond which
    /// nothing is left.
    /// </summary>
    public async Task<RequestPage> List(RequestFilter filter, string? cursor, int size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        await using var reading = await source.OpenReading(cancellationToken);
        var page = await KeysetPage<(QueuedOrder Order, long DueAt)>.Read(
            RequestCursor.Decode(cursor), start => start.Backward, size,
            (start, most) => reading.Read(new RequestSql(source, filter).Page(start, most), Place, cancellationToken));
        return new(
            await RequestRows.Complete(reading, [.. page.Rows.Select(row => row.Order)], cancellationToken),
            page.HasNext ? new RequestCursor(page.Rows[^1].DueAt, page.Rows[^1].Order.Key, Backward: false).Encode() : null,
            page.HasPrevious ? new RequestCursor(page.Rows[0].DueAt, page.Rows[0].Order.Key, Backward: true).Encode() : null);
    }

    /// <summary>These orders as they are now, answered or not, in no order; an unknown key is left out.</summary>
    public async Task<IReadOnlyList<QueuedOrder>> Rows(IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        await using var reading = await source.OpenReading(cancellationToken);
        var query = KeysSql.Of(keys, among => $"""SELECT {RequestRows.Columns} FROM "Orders" o WHERE o."Key" IN ({among})""");
        return await RequestRows.Complete(reading, await reading.Read(query, RequestRows.Order, cancellationToken), cancellationToken);
    }

    /// <summary>Which of these orders the filter shows ahead of the order; null is the end of the queue.</summary>
    public async Task<IReadOnlySet<long>> Ahead(
        RequestFilter filter, QueuedOrder? last, IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default)
    {
        if (keys.Count == 0)
        {
            return new HashSet<long>();
        }

        var place = last?.Facts.RequestDueAt is { } due ? new RequestCursor(due.UtcTicks, last.Key, Backward: false) : null;
        await using var reading = await source.OpenReading(cancellationToken);
        return (await reading.Read(new RequestSql(source, filter).Ahead(place, keys), row => row.GetInt64(0), cancellationToken)).ToHashSet();
    }

    /// <summary>What open requests can be filtered by.</summary>
    public async Task<RequestChoices> Choices(CancellationToken cancellationToken = default)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        return new(
            await reading.Read(Distinct("SellerId", "SellerName"), row => new SellerChoice(row.GetString(0), row.GetString(1)), cancellationToken),
            await reading.Read(Distinct("AssigneeId", "AssigneeName"), row => new Assignee(row.GetString(0), row.GetString(1)), cancellationToken));
    }

    private static (QueuedOrder Order, long DueAt) Place(System.Data.Common.DbDataReader row) => (RequestRows.Order(row), row.GetInt64(27));

    // Among open requests only, in an index of their own.
    private static SqlQuery Distinct(string column, string name) => DistinctSql.Of(
        $"o.\"{column}\"", $"""(SELECT o."{name}" FROM "Orders" o WHERE {IsOpen} AND o."{column}" = d.v ORDER BY o."RequestDueAt" LIMIT 1)""", IsOpen);
}
