using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>A filter on an open connection, ready to be read in either direction from any position.</summary>
internal sealed class OrderWalk
{
    /// <summary>The key, the id and every column that a sort knows.</summary>
    public const string PositionColumns = """o."Key", o."OrderId", o."Status", o."CreatedAt", o."Value", o."LastChangeAt", o."Units", o."Origin" """;

    private readonly StoreSource source;
    private readonly StoreReading reading;
    private readonly OrderFilter filter;
    private readonly TextCondition? text;
    private readonly IReadOnlyList<long>? candidates;

    private OrderWalk(StoreSource source, StoreReading reading, OrderFilter filter, TextCondition? text, IReadOnlyList<long>? candidates)
    {
        this.source = source;
        this.reading = reading;
        this.filter = filter;
        this.text = text;
        this.candidates = candidates;
    }

    public static async Task<OrderWalk> Begin(StoreSource source, StoreReading reading, OrderFilter filter, CancellationToken cancellationToken)
    {
        var condition = TextCondition.For(filter.Text);
        return new OrderWalk(source, reading, filter, condition, await OrderCandidates.Find(source, reading, filter, condition, cancellationToken));
    }

    /// <summary>At most <paramref name="limit"/> rows beyond the position, the nearest first.</summary>
    public Task<List<T>> Read<T>(
        string columns, OrderPosition? position, bool backward, int limit, Func<DbDataReader, T> view, CancellationToken cancellationToken) =>
        reading.Read(new OrderListSql(source, filter, text, candidates).Page(columns, position, backward, limit), view, cancellationToken);

    /// <summary>At most so many orders that match.</summary>
    public async Task<long> Count(long most, CancellationToken cancellationToken) =>
        (await reading.Read(new OrderListSql(source, filter, text, candidates).Count(reading, most), row => row.GetInt64(0), cancellationToken))[0];

    /// <summary>Every order that matches, at most so many, in no order.</summary>
    public Task<List<T>> All<T>(string columns, long most, Func<DbDataReader, T> view, CancellationToken cancellationToken) =>
        reading.Read(new OrderListSql(source, filter, text, candidates).All(reading, columns, most), view, cancellationToken);

    /// <summary>Where the row stands behind which that many come in the filter's order; null: there are not so many.</summary>
    public async Task<OrderPosition?> Skip(long rows, CancellationToken cancellationToken) =>
        (await reading.Read(new OrderListSql(source, filter, text, candidates).Skip(rows), row => Position(row, filter.Sort), cancellationToken)).FirstOrDefault();

    /// <summary>Where a row of <see cref="PositionColumns"/> stands in the sort.</summary>
    public static OrderPosition Position(DbDataReader row, OrderSort sort) => sort switch
    {
        OrderSort.CreatedAt => new("", row.GetInt64(3), row.GetInt64(0)),
        OrderSort.Value => new("", row.GetInt64(4), row.GetInt64(0)),
        OrderSort.Status => new(row.GetString(2), row.GetInt64(3), row.GetInt64(0)),
        OrderSort.LastChangeAt => new("", row.GetInt64(5), row.GetInt64(0)),
        OrderSort.OrderId => new(row.GetString(1), 0, row.GetInt64(0)),
        OrderSort.Units => new("", row.GetInt64(6), row.GetInt64(0)),
        OrderSort.Origin => new(row.GetString(7), row.GetInt64(3), row.GetInt64(0)),
    };

    /// <summary>Where a row of the list stands in the sort.</summary>
    public static OrderPosition Position(OrderListView row, OrderSort sort) => sort switch
    {
        OrderSort.CreatedAt => new("", row.CreatedAt.UtcTicks, row.Key),
        OrderSort.Value => new("", row.Value, row.Key),
        OrderSort.Status => new(row.Status, row.CreatedAt.UtcTicks, row.Key),
        OrderSort.LastChangeAt => new("", row.LastChangeAt.UtcTicks, row.Key),
        OrderSort.OrderId => new(row.OrderId, 0, row.Key),
        OrderSort.Units => new("", row.Units, row.Key),
        OrderSort.Origin => new(row.Origin, row.CreatedAt.UtcTicks, row.Key),
    };

    /// <summary>Where a row of other systems' list stands in the sort.</summary>
    public static OrderPosition Position(OrderEntry row, OrderSort sort) => sort switch
    {
        OrderSort.CreatedAt => new("", row.CreatedAt.UtcTicks, row.Key),
        OrderSort.Value => new("", row.Value, row.Key),
        OrderSort.Status => new(row.Status, row.CreatedAt.UtcTicks, row.Key),
        OrderSort.LastChangeAt => new("", row.LastChangeAt.UtcTicks, row.Key),
        OrderSort.OrderId => new(row.OrderId, 0, row.Key),
        OrderSort.Units => new("", row.Units, row.Key),
        OrderSort.Origin => new(row.Origin, row.CreatedAt.UtcTicks, row.Key),
    };
}
