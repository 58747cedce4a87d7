using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Counters;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage.Counters;

public sealed class CountedFilterTests
{
    private static readonly string[] Statuses = [Status.PaymentPending, Status.ReadyForHandling, Status.Handling, Status.Invoiced];

    [Theory]
    [EveryEngine]
    public async Task Counters_and_the_edges_beside_them_say_what_the_orders_say(Engine engine)
    {
        var random = new Random(46);
        await using var store = await TestStore.Open(engine);
        var orders = Enumerable.Range(0, 150).Select(number => Order(number, random)).ToList();
        await Task.WhenAll(orders.Select(order => store.Import(Imported.From(order))));
        var counts = store.Get<OrderCounts>();

        for (var round = 0; round < 150; round++)
        {
            var filter = Filter(random);
            Assert.Equal(orders.Count(order => Matches(order, filter)), (await counts.AtOnce(filter)).Orders);
            Assert.Equal(await counts.AtOnce(filter), await counts.Exactly(filter));
        }
    }

    [Fact]
    public void Days_in_part_are_the_only_ones_that_orders_are_read_for()
    {
        var day = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        var (from, before) = (day.AddHours(3), day.AddDays(400).AddHours(3));

        var edges = CountedFilter.Of(new() { CreatedFrom = from, CreatedBefore = before })!.Edges().Select(edge => (edge.CreatedFrom, edge.CreatedBefore));

        Assert.Equal([(from, day.AddDays(1)), (day.AddDays(400), before)], edges);
        Assert.Empty(CountedFilter.Of(new() { CreatedFrom = day, CreatedBefore = day.AddDays(1) })!.Edges());
        Assert.Empty(CountedFilter.Of(new())!.Edges());
        Assert.Equal([(from, from.AddHours(30))], CountedFilter.Of(new() { CreatedFrom = from, CreatedBefore = from.AddHours(30) })!.Edges().Select(edge => (edge.CreatedFrom, edge.CreatedBefore)));
    }

    [Fact]
    public void What_no_counter_knows_is_counted_in_the_orders()
    {
        Assert.Null(CountedFilter.Of(new() { OnlyOpenRequests = true }));
        Assert.Null(CountedFilter.Of(new() { Text = "ana" }));
        Assert.Null(CountedFilter.Of(new() { SalesChannel = "1" }));
        Assert.NotNull(CountedFilter.Of(new() { Statuses = ["invoiced"], ExceptStatuses = ["canceled"], SellerId = "1", Origin = "Chain", Sort = OrderSort.Value, Ascending = true }));
    }

    [Theory]
    [EveryEngine]
    public async Task More_than_ten_thousand_are_not_counted_to_the_end_unless_somebody_asks(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("1-01").Ready());
        await store.Copy("1-01", 10_004);
        var counts = store.Get<OrderCounts>();
        var filter = new OrderFilter { SalesChannel = "1" };

        Assert.Equal(new OrderCount(10_000, IsAll: false), await counts.AtOnce(filter));
        Assert.Equal(new OrderCount(10_005, IsAll: true), await counts.Exactly(filter));
        Assert.Equal(new OrderCount(10_005, IsAll: true), await counts.AtOnce(new()));
        Assert.Equal(new OrderCount(10_005, IsAll: true), await counts.AtOnce(new() { Statuses = [Status.ReadyForHandling] }));
    }

    [Theory]
    [EveryEngine]
    public async Task Who_stops_counting_stops_the_engine(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Get<OrderCounts>().Exactly(new OrderFilter { SalesChannel = "1" }, stopped.Token));
        Assert.Equal(0, (await store.Get<OrderCounts>().Exactly(new())).Orders);
    }

    private static OrderFacts Order(int number, Random random) => An.Order($"{number:0000}-01").Paid().In(Statuses[random.Next(4)]).With(facts => facts with
    {
        SellerId = $"{random.Next(3)}",
        IsMarketplaceOrder = random.Next(2) == 0,
        CreatedAt = An.Instant.AddDays(-random.Next(100)).AddHours(random.Next(24)),
        Currency = random.Next(2) == 0 ? "BRL" : "ARS",
    });

    private static OrderFilter Filter(Random random)
    {
        DateTimeOffset? from = random.Next(3) == 0 ? null : An.Instant.AddDays(-random.Next(110)).AddHours(random.Next(48));
        DateTimeOffset? before = random.Next(3) == 0 ? null : (from ?? An.Instant.AddDays(-50)).AddHours(random.Next(5) == 0 ? random.Next(40) : random.Next(3000));
        return new()
        {
            Statuses = random.Next(2) == 0 ? [] : [.. Statuses.Where(_ => random.Next(2) == 0)],
            ExceptStatuses = random.Next(3) == 0 ? [Statuses[random.Next(4)]] : [],
            SellerId = random.Next(2) == 0 ? null : $"{random.Next(4)}",
            Origin = random.Next(3) == 0 ? "Fulfillment" : null,
            CreatedFrom = random.Next(2) == 0 ? from : from?.Date is { } day ? new(day, TimeSpan.Zero) : null,
            CreatedBefore = before,
        };
    }

    private static bool Matches(OrderFacts order, OrderFilter filter) =>
        (filter.Statuses.Count == 0 || filter.Statuses.Contains(order.Status)) && !filter.ExceptStatuses.Contains(order.Status)
        && (filter.SellerId is null || filter.SellerId == order.SellerId) && (filter.Origin is null || order.IsMarketplaceOrder == (filter.Origin == "Fulfillment"))
        && (filter.CreatedFrom is null || order.CreatedAt >= filter.CreatedFrom) && (filter.CreatedBefore is null || order.CreatedAt < filter.CreatedBefore);
}
