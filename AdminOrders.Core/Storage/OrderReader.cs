using System.Text.Json;

namespace AdminOrders.Core.Storage;

/// <summary>Reads lists of orders: keyset pages over indexed columns, never the documents.</summary>
public sealed class OrderReader(StoreSource source)
{
    private readonly SharedReads<IReadOnlyList<OrderListView>> shownRows = new(source);
    private readonly SharedReads<IReadOnlySet<long>> aheadRows = new(source);

    /// <summary>
    /// One page of at most <paramref name="size"/> rows from the cursor on; a null cursor is the beginning, and so is one that does not
    /// belong to the page's order or beyond which nothing is left.
    /// </summary>
    public async Task<OrderListPage> List(OrderFilter filter, string? cursor, int size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        await using var reading = await source.OpenReading(cancellationToken);
        // A page goes on in the order in which it began.
        var place = OrderCursor.Decode(cursor, filter) ?? (filter.Sort is OrderSort.LastChangeAt ? OrderCursor.Decode(cursor, filter with { Sort = OrderSort.CreatedAt }) : null);
        var walk = place is null
            ? await OrderWalk.BeginNear(source, reading, filter, cancellationToken)
            : await OrderWalk.Begin(source, reading, filter with { Sort = place.Sort }, cancellationToken);
        var page = await KeysetPage<OrderListRow>.Read(
            place, start => start.Backward, size,
            (start, most) => walk.Read(OrderListRow.Columns, start?.Position, start is { Backward: true }, most, OrderListRow.Read, cancellationToken));
        return new(
            await CancelReasonTexts.Complete(reading, page.Rows, cancellationToken),
            page.HasNext ? Cursor(walk.Filter, page.Rows[^1].View, backward: false) : null,
            page.HasPrevious ? Cursor(walk.Filter, page.Rows[0].View, backward: true) : null,
            walk.Filter.Sort);
    }

    /// <summary>The cursor from which a list in the order of creation begins with what was created at the instant or behind it, in the list's direction.</summary>
    public static string From(DateTimeOffset instant, bool ascending) =>
        new OrderCursor(OrderSort.CreatedAt, ascending, Backward: false, new("", instant.UtcTicks, long.MinValue)).Encode();

    /// <summary>At most <paramref name="size"/> orders that the text finds: one with exactly that id or sequence first, then the newest.</summary>
    public async Task<IReadOnlyList<OrderListView>> Find(string text, int size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        if (TextCondition.For(text) is null)
        {
            return [];
        }

        var filter = new OrderFilter { Text = text };
        await using var reading = await source.OpenReading(cancellationToken);
        var exact = await reading.Read(Exactly(TextCondition.Clean(text)), OrderListRow.Read, cancellationToken);
        var walk = await OrderWalk.Begin(source, reading, filter, cancellationToken);
        var found = await walk.Read(OrderListRow.Columns, null, backward: false, size, OrderListRow.Read, cancellationToken);
        var rows = exact.Concat(found).DistinctBy(row => row.View.Key).Take(size).ToList();
        return await CancelReasonTexts.Complete(reading, rows, cancellationToken);
    }

    /// <summary>The rows of these orders as they are now, in no order; an unknown key is left out.</summary>
    public async Task<IReadOnlyList<OrderListView>> Rows(IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default) =>
        keys.Count == 0 ? [] : await shownRows.Ask(Named(keys), () => RowsOf(keys), cancellationToken);

    /// <summary>Which of these orders the filter shows ahead of the row; a null row is the end of the list.</summary>
    public async Task<IReadOnlySet<long>> Ahead(
        OrderFilter filter, OrderListView? row, IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default)
    {
        if (keys.Count == 0)
        {
            return new HashSet<long>();
        }

        var position = row is null ? null : OrderWalk.Position(row, filter.Sort);
        return await aheadRows.Ask($"{JsonSerializer.Serialize(filter)} {position} {Named(keys)}", () => AheadOf(filter, position, keys), cancellationToken);
    }

    /// <summary>The order's products, at most so many by name; none for an unknown key.</summary>
    public async Task<OrderProducts> Products(long key, int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        await using var reading = await source.OpenReading(cancellationToken);
        return await OrderProductsSql.Read(reading, key, most, cancellationToken);
    }

    /// <summary>What the store's orders can be filtered by; nothing where there are no orders.</summary>
    public async Task<OrderChoices> Choices(CancellationToken cancellationToken = default)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        return await OrderChoicesSql.Read(reading, cancellationToken);
    }

    /// <summary>Ids of the orders before and after this one in the filter's order; null at either end, both null for an unknown order.</summary>
    public async Task<(string? Previous, string? Next)> Neighbors(string orderId, OrderFilter filter, CancellationToken cancellationToken = default)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        var walk = await OrderWalk.BeginNear(source, reading, filter, cancellationToken);
        var self = await reading.Read(ById(OrderWalk.PositionColumns, orderId), row => OrderWalk.Position(row, walk.Filter.Sort), cancellationToken);
        return self.Count == 0 ? (null, null) : (await Nearest(walk, self[0], backward: true, cancellationToken), await Nearest(walk, self[0], backward: false, cancellationToken));
    }

    private static string Named(IEnumerable<long> keys) => string.Join(',', keys.Order());

    private async Task<IReadOnlyList<OrderListView>> RowsOf(IReadOnlyCollection<long> keys)
    {
        await using var reading = await source.OpenReading(CancellationToken.None);
        var read = await reading.Read(KeysSql.Of(keys, Among), OrderListRow.Read, CancellationToken.None);
        return await CancelReasonTexts.Complete(reading, read, CancellationToken.None);
    }

    private async Task<IReadOnlySet<long>> AheadOf(OrderFilter filter, OrderPosition? position, IReadOnlyCollection<long> keys)
    {
        var query = new OrderListSql(source, filter, TextCondition.For(filter.Text), [.. keys]).Page(OrderWalk.PositionColumns, position, backward: true, keys.Count);
        await using var reading = await source.OpenReading(CancellationToken.None);
        return (await reading.Read(query, found => found.GetInt64(0), CancellationToken.None)).ToHashSet();
    }

    private static string Cursor(OrderFilter filter, OrderListView row, bool backward) =>
        new OrderCursor(filter.Sort, filter.Ascending, backward, OrderWalk.Position(row, filter.Sort)).Encode();

    private static async Task<string?> Nearest(OrderWalk walk, OrderPosition position, bool backward, CancellationToken cancellationToken)
    {
        var nearest = await walk.Read(OrderWalk.PositionColumns, position, backward, limit: 1, row => row.GetString(1), cancellationToken);
        return nearest.FirstOrDefault();
    }

    private static SqlQuery Exactly(string text) => new(
        $"""
        SELECT {OrderListRow.Columns} FROM "Orders" o WHERE o."OrderId" = @text
        UNION ALL
        SELECT {OrderListRow.Columns} FROM "Orders" o WHERE o."Sequence" = @text AND o."OrderId" <> @text
        """, [new("@text", text)]);

    private static SqlQuery ById(string columns, string orderId) =>
        new($"""SELECT {columns} FROM "Orders" o WHERE o."OrderId" = @id""", [new("@id", orderId)]);

    private static string Among(string keys) => $"""SELECT {OrderListRow.Columns} FROM "Orders" o WHERE o."Key" IN ({keys})""";
}
