using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Migrations;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>Lists of a range of values, as a store reads them in which too many orders match to sort them.</summary>
public sealed class ValueStretchTests
{
    private const int Size = 7;

    public static TheoryData<OrderSort, bool> SortsAndDirections() => OrderReaderPagingTests.SortsAndDirections();

    [Theory]
    [EveryEngineWith(nameof(SortsAndDirections))]
    public async Task A_range_of_values_is_walked_in_every_currency_in_both_directions(Engine engine, OrderSort sort, bool ascending)
    {
        await using var orders = await InTwoCurrencies(engine);
        await using var reading = await orders.Store.Get<StoreSource>().OpenReading(CancellationToken.None);
        foreach (var filter in Filters().Select(filter => filter with { Sort = sort, Ascending = ascending }))
        {
            var values = await ValueStretch.Find(reading, filter, CancellationToken.None);
            var forward = await orders.Walk(reading, filter, null, backward: false, Size, values);
            var back = await orders.Walk(reading, filter, forward[^1].At, backward: true, Size, values);

            Assert.Equal([1, 100], values.Select(stretch => stretch.MinorUnits).Order());
            Assert.Equal(orders.Expected(filter), forward.Select(row => row.Id));
            Assert.Equal(forward.SkipLast(1).Reverse(), back);
        }
    }

    [Theory]
    [EveryEngine]
    public async Task A_value_beyond_every_order_finds_none_and_overflows_nothing(Engine engine)
    {
        await using var orders = await InTwoCurrencies(engine);

        Assert.Empty((await orders.Reader.List(new() { ValueFrom = 9_000_000_000_000_000 }, null, Size)).Rows);
        Assert.Equal(Size, (await orders.Reader.List(new() { ValueTo = 9_000_000_000_000_000, Sort = OrderSort.Value }, null, Size)).Rows.Count);
    }

    private static IEnumerable<OrderFilter> Filters() =>
    [
        new() { ValueFrom = 5, ValueTo = 1_200 },
        new() { ValueFrom = 5 },
        new() { ValueTo = 30 },
        new() { ValueFrom = 2, ValueTo = 2_000, Statuses = [Status.Handling, Status.Invoiced] },
    ];

    private static async Task<OrdersAtRandom> InTwoCurrencies(Engine engine)
    {
        var orders = await OrdersAtRandom.Insert(engine, count: 300, seed: 11);
        foreach (var row in orders.Rows.Where(row => row.Key % 3 == 0))
        {
            row.Currency = "JPY";
        }

        await orders.Store.Execute("""UPDATE "Orders" SET "Currency" = 'JPY' WHERE "Key" % 3 = 0""");
        await orders.Store.Execute(CountersSoFar.Fill);
        return orders;
    }
}
