using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Insights;

/// <summary>
/// Reads figures about canceled orders: a walk from the newest one back, a page at a time on a leased connection, that ends when there are no more, when enough are read
/// or when it has taken long enough. Then the figures are those of whole days, and say since when. Nobody's writing waits for it, and two walk at a time.
/// </summary>
public sealed class InsightReader(StoreSource source, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim turns = new(2);

    // Values of a statement are found by their names, one after another: a longer list of keys costs more than another page.
    internal int PageSize { get; init; } = 256;

    /// <summary>So many orders of whole days are enough.</summary>
    internal int Enough { get; init; } = 250_000;

    internal TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The figures of one moment. The filter's statuses are not asked for: it is about canceled orders.</summary>
    /// <param name="dayOf">The day of an instant; asked for in the order of time, the newest first.</param>
    public Task<CancellationInsights> Read(OrderFilter filter, Func<DateTimeOffset, DateOnly> dayOf, CancellationToken cancellationToken = default) => Task.Run(
        async () =>
        {
            await turns.WaitAsync(cancellationToken);
            try
            {
                return await ReadInTime(filter, dayOf, cancellationToken);
            }
            finally
            {
                turns.Release();
            }
        },
        cancellationToken);

    public void Dispose() => turns.Dispose();

    private async Task<CancellationInsights> ReadInTime(OrderFilter filter, Func<DateTimeOffset, DateOnly> dayOf, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var tally = new InsightTally();
        try
        {
            return tally.Result(isCut: !await WalkToTheEnd(filter, dayOf, tally, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return tally.Result(isCut: true);
        }
    }

    // False: enough are read, and there are more.
    private async Task<bool> WalkToTheEnd(OrderFilter filter, Func<DateTimeOffset, DateOnly> dayOf, InsightTally tally, CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        await reading.HoldMoment(cancellationToken);
        var canceled = filter with { Statuses = [Status.Canceled], ExceptStatuses = [], Sort = OrderSort.CreatedAt, Ascending = false };
        var walk = await OrderWalk.Begin(source, reading, canceled, cancellationToken);
        OrderPosition? position = null;
        while (true)
        {
            var page = await walk.Read(CanceledOrder.Columns, position, backward: false, PageSize, CanceledOrder.Read, cancellationToken);
            foreach (var order in await WithParts(reading, page, cancellationToken))
            {
                tally.Add(dayOf(order.CreatedAt), order);
            }

            if (page.Count < PageSize)
            {
                tally.EndDay();
                return true;
            }

            if (tally.Orders >= Enough)
            {
                return false;
            }

            position = page[^1].Position;
        }
    }

    private static async Task<IEnumerable<CanceledOrder>> WithParts(StoreReading reading, List<CanceledOrder> page, CancellationToken cancellationToken)
    {
        if (page.Count == 0)
        {
            return page;
        }

        long[] keys = [.. page.Select(order => order.Key)];
        var skus = (await reading.Read(KeysSql.Of(keys, SkusSql), row => new CanceledSku(row.GetInt64(0), row.GetString(1), row.GetString(2)), cancellationToken))
            .ToLookup(sku => sku.OrderKey);
        var payments = (await reading.Read(
            KeysSql.Of(keys, PaymentsSql),
            row => new CanceledPayment(row.GetInt64(0), (PaymentState)row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)), cancellationToken))
            .ToLookup(payment => payment.OrderKey);
        return page.Select(order => order with { Skus = [.. skus[order.Key].DistinctBy(sku => sku.SkuId, StringComparer.Ordinal)], Payments = [.. payments[order.Key]] });
    }

    private static string SkusSql(string keys) => $"""SELECT "OrderKey", "SkuId", "Name" FROM "OrderItems" WHERE "OrderKey" IN ({keys})""";

    private static string PaymentsSql(string keys) =>
        $"""SELECT "OrderKey", "State", "Value", "Captured", "Refunded", "Owed" FROM "Payments" WHERE "OrderKey" IN ({keys})""";
}
