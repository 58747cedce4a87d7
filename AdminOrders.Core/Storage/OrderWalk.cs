using System.Data.Common;
using System.Text;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Counters;

namespace AdminOrders.Core.Storage;

/// <summary>A filter on an open connection, ready to be read in either direction from any position.</summary>
internal sealed class OrderWalk
{
    /// <summary>The key, the id and every column that a sort knows.</summary>
    public const string PositionColumns = """o."Key", o."OrderId", o."Status", o."CreatedAt", o."Value", o."LastChangeAt", o."Units", o."Origin" """;

    private readonly StoreSource source;
    private readonly StoreReading reading;
    private readonly TextCondition? text;
    private readonly IReadOnlyList<long>? candidates;
    private readonly IReadOnlyList<TextStart> starts;
    private readonly IReadOnlyList<ValueStretch> stretches;

    private OrderWalk(
        StoreSource source, StoreReading reading, OrderFilter filter, TextCondition? text, IReadOnlyList<long>? candidates, IReadOnlyList<TextStart> starts,
        IReadOnlyList<ValueStretch> stretches)
    {
        this.starts = starts;
        this.stretches = stretches;
        this.source = source;
        this.reading = reading;
        Filter = filter;
        this.text = text;
        this.candidates = candidates;
    }

    /// <summary>What is walked, in its order.</summary>
    public OrderFilter Filter { get; }

    public static Task<OrderWalk> Begin(StoreSource source, StoreReading reading, OrderFilter filter, CancellationToken cancellationToken) =>
        Begin(source, reading, filter, mayBeByCreation: false, cancellationToken);

    /// <summary>The same for somebody who looks at a page of it: in the order of creation where the filter's own lies <see cref="FarSort">too far</see>.</summary>
    public static Task<OrderWalk> BeginNear(StoreSource source, StoreReading reading, OrderFilter filter, CancellationToken cancellationToken) =>
        Begin(source, reading, filter, mayBeByCreation: true, cancellationToken);

    private static async Task<OrderWalk> Begin(StoreSource source, StoreReading reading, OrderFilter filter, bool mayBeByCreation, CancellationToken cancellationToken)
    {
        filter = InStoreByTerm(WithWhatFollows(filter));
        var condition = TextCondition.For(filter.Text);
        var asked = await ValueStretch.Find(reading, filter, cancellationToken);
        var few = await OrderCandidates.Find(source, reading, filter, condition, asked, cancellationToken);
        if (mayBeByCreation && few is null && await FarSort.IsFar(reading, filter, cancellationToken))
        {
            filter = filter with { Sort = OrderSort.CreatedAt };
        }

        var arms = few is null && condition is not null && OrderListSql.HasArmPerStart(filter) ? await condition.Starts(reading, cancellationToken) : [];
        return new OrderWalk(source, reading, filter, condition, few, arms, asked);
    }

    /// <summary>At most <paramref name="limit"/> rows beyond the position, the nearest first.</summary>
    public Task<List<T>> Read<T>(
        string columns, OrderPosition? position, bool backward, int limit, Func<DbDataReader, T> view, CancellationToken cancellationToken) =>
        reading.Read(Sql().Page(columns, position, backward, limit), view, cancellationToken);

    /// <summary>At most so many orders that match.</summary>
    public async Task<long> Count(long most, CancellationToken cancellationToken) =>
        (await reading.Read(Sql().Count(reading, most), row => row.GetInt64(0), cancellationToken))[0];

    /// <summary>The values of what matches, of at most so many orders, by currency.</summary>
    public Task<List<CurrencySum>> Sums(long most, CancellationToken cancellationToken) =>
        reading.Read(SumsSql.Of(Sql().All(reading, SumsSql.Columns, most)), SumsSql.Read, cancellationToken);

    /// <summary>Every order that matches, at most so many, in no order.</summary>
    public Task<List<T>> All<T>(string columns, long most, Func<DbDataReader, T> view, CancellationToken cancellationToken) =>
        reading.Read(Sql().All(reading, columns, most), view, cancellationToken);

    /// <summary>Where the row stands behind which that many come in the filter's order; null: there are not so many.</summary>
    public async Task<OrderPosition?> Skip(long rows, CancellationToken cancellationToken) =>
        (await reading.Read(Sql().Skip(rows), row => Position(row, Filter.Sort), cancellationToken)).FirstOrDefault();

    /// <summary>Where a row of <see cref="PositionColumns"/> stands in the sort.</summary>
    public static OrderPosition Position(DbDataReader row, OrderSort sort) =>
        At(sort, row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetString(7));

    /// <summary>Where a row of the list stands in the sort.</summary>
    public static OrderPosition Position(OrderListView row, OrderSort sort) =>
        At(sort, row.Key, row.OrderId, row.Status, row.CreatedAt.UtcTicks, row.Value, row.LastChangeAt.UtcTicks, row.Units, row.Origin);

    /// <summary>Where a row of other systems' list stands in the sort.</summary>
    public static OrderPosition Position(OrderEntry row, OrderSort sort) => At(
        sort, row.Key, Encoding.UTF8.GetString(row.OrderId), Encoding.UTF8.GetString(row.Status),
        row.CreatedAt.UtcTicks, row.Value, row.LastChangeAt.UtcTicks, row.Units, Encoding.UTF8.GetString(row.Origin));

    // Who canceled, why and when only canceled orders know: the walk along those passes the others by.
    private static OrderFilter WithWhatFollows(OrderFilter filter) =>
        filter.Statuses.Count == 0 && (filter.CanceledById is not null || filter.ReasonCode is not null || filter.CancelDelay is not null) ? filter with { Statuses = [Status.Canceled] } : filter;

    // Sold in a store are few of some stores and many of others; as a term they lie in the order of their creation.
    private static OrderFilter InStoreByTerm(OrderFilter filter) =>
        filter.IsInStore is true ? filter with { IsInStore = null, Terms = [.. filter.Terms, new(TermKind.InStore, ["true"])] } : filter;

    private OrderListSql Sql() => new(source, Filter, text, candidates, starts, stretches);

    private static OrderPosition At(
        OrderSort sort, long key, string orderId, string status, long createdAt, long value, long lastChangeAt, long units, string origin) => sort switch
        {
            OrderSort.CreatedAt => new("", createdAt, key),
            OrderSort.Value => new("", value, key),
            OrderSort.Status => new(status, createdAt, key),
            OrderSort.LastChangeAt => new("", lastChangeAt, key),
            OrderSort.OrderId => new(orderId, 0, key),
            OrderSort.Units => new("", units, key),
            OrderSort.Origin => new(origin, createdAt, key),
        };
}
