using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Insights;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Insights;
using AdminOrders.Web.Features.Orders.List;

namespace AdminOrders.Tests.Storage.Insights;

/// <summary>Figures about canceled orders are what somebody would count who reads every record, and each bar has as many orders as the list that it opens.</summary>
public sealed class InsightReaderTests
{
    private const string SaoPaulo = "America/Sao_Paulo";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [EveryEngine("", SaoPaulo)]
    [EveryEngine("?date=custom&from=2018-11-01&to=2018-12-31", SaoPaulo)]
    [EveryEngine("?date=custom&from=2018-11-01&to=2018-12-31", "Asia/Tokyo")]
    [EveryEngine("?seller=seller1&min=20&max=60", SaoPaulo)]
    public async Task Every_figure_is_what_the_records_say(Engine engine, string asked, string zoneId)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        await using var store = await CanceledStore.Open(engine, 240, TimeZoneInfo.FindSystemTimeZoneById(SaoPaulo));
        var filter = OrderListQuery.Parse(asked).ToFilter(null, zone, Now);
        var expected = await Recount.Of(store, filter, zone);

        var figures = await store.Get<InsightReader>().Read(filter, new DayWalk(zone).Of);

        Assert.InRange(figures.Orders, 5, 239);
        Assert.Equal((expected.Orders, null, false), (figures.Orders, figures.Since, figures.IsCut));
        Assert.Equal(expected.Days, figures.Days.ToDictionary());
        Assert.Equal(expected.Money, figures.Money);
        foreach (var kind in Enum.GetValues<InsightKind>())
        {
            Assert.Equal(expected.Counts[kind], figures.Counts[kind].Select(count => (count.Value, count.Orders)));
            Assert.Equal(figures.Counts[kind].OrderByDescending(count => count.Orders).Select(count => count.Orders), figures.Counts[kind].Select(count => count.Orders));
        }

        Assert.All(figures.Counts[InsightKind.Sku], sku => Assert.Equal("Name of " + sku.Value, sku.Name));
    }

    [Theory]
    [EveryEngine("")]
    [EveryEngine("?date=custom&from=2018-11-01&to=2019-02-17&origin=Marketplace")]
    [EveryEngine("?sku=11&refund=given&affiliate=AMZ")]
    [EveryEngine("?reason=-&delay=longer")]
    public async Task Every_bar_has_as_many_orders_as_the_list_that_it_opens(Engine engine, string asked)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(SaoPaulo);
        await using var store = await CanceledStore.Open(engine, 240, zone);
        var query = OrderListQuery.Parse(asked);
        var figures = await store.Get<InsightReader>().Read(query.ToFilter(null, zone, Now), new DayWalk(zone).Of);

        var (opened, kinds) = await AssertOpenTheirOrders(store, figures, query with { Statuses = [Status.Canceled] }, zone);

        Assert.True(opened >= (asked.Length == 0 ? 40 : 8), $"{opened} bars");
        Assert.InRange(kinds, asked.Length == 0 ? Enum.GetValues<InsightKind>().Length : 3, int.MaxValue);
    }

    [Theory]
    [EveryEngine]
    public async Task What_is_too_much_is_read_by_whole_days_from_the_newest_and_says_since_when(Engine engine)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(SaoPaulo);
        await using var store = await CanceledStore.Open(engine, 240, zone);
        var filter = new OrderFilter();
        using var reader = new InsightReader(store.Get<StoreSource>(), TimeProvider.System) { Enough = 30, PageSize = 7 };
        var whole = await store.Get<InsightReader>().Read(filter, new DayWalk(zone).Of);

        var figures = await reader.Read(filter, new DayWalk(zone).Of);

        Assert.True(figures.IsCut);
        Assert.InRange(figures.Orders, 30, 45);
        Assert.Equal(whole.Days.Where(day => day.Key >= figures.Since).OrderBy(day => day.Key), figures.Days.OrderBy(day => day.Key));
        var scope = OrderListQuery.Parse("?status=canceled") with { Dates = OrderDates.Custom, From = figures.Since };
        Assert.Equal(figures.Orders, await Count(store, scope, zone));
        await AssertOpenTheirOrders(store, figures, scope, zone);
    }

    [Theory]
    [EveryEngine]
    public async Task What_takes_too_long_ends_and_leaves_the_store_readable(Engine engine)
    {
        await using var store = await CanceledStore.Open(engine, 20, TimeZoneInfo.Utc);
        using var reader = new InsightReader(store.Get<StoreSource>(), TimeProvider.System) { Longest = TimeSpan.Zero };

        var figures = await reader.Read(new(), new DayWalk(TimeZoneInfo.Utc).Of);

        Assert.Equal((0L, null, true), (figures.Orders, figures.Since, figures.IsCut));
        Assert.NotEqual(0, (await store.Get<InsightReader>().Read(new(), new DayWalk(TimeZoneInfo.Utc).Of)).Orders);
    }

    [Theory]
    [EveryEngine]
    public async Task Who_asks_no_longer_stops_the_reading(Engine engine)
    {
        await using var store = await CanceledStore.Open(engine, 20, TimeZoneInfo.Utc);
        using var gone = new CancellationTokenSource();
        using var reader = new InsightReader(store.Get<StoreSource>(), TimeProvider.System) { PageSize = 2 };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.Read(
            new(),
            instant =>
            {
                gone.Cancel();
                return DateOnly.FromDateTime(instant.UtcDateTime);
            },
            gone.Token));
    }

    [Theory]
    [EveryEngine]
    public async Task Of_no_canceled_orders_there_is_nothing_to_tell(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order().Ready());

        var figures = await store.Get<InsightReader>().Read(new(), new DayWalk(TimeZoneInfo.Utc).Of);

        Assert.Equal((0L, null, false), (figures.Orders, figures.Since, figures.IsCut));
        Assert.Empty(figures.Days);
        Assert.Empty(figures.Money);
        Assert.All(figures.Counts.Values, Assert.Empty);
    }

    private static async Task<(int Opened, int Kinds)> AssertOpenTheirOrders(TestStore store, CancellationInsights figures, OrderListQuery scope, TimeZoneInfo zone)
    {
        var charts = new InsightCharts(figures, scope, new Dictionary<string, string>());
        var days = figures.Days.Keys;
        List<InsightBar> periods = [];
        foreach (var unit in Enum.GetValues<PeriodUnit>())
        {
            var bars = InsightPeriods.Of(days.Min(), days.Max(), unit, DayOfWeek.Monday).Select(period => charts.Of(period, unit)).ToList();
            Assert.Equal(figures.Orders, bars.Sum(bar => bar.Orders));
            periods.AddRange(unit is PeriodUnit.Day ? bars.Where((_, at) => at % 9 == 0) : bars);
        }

        var all = charts.All();
        var opened = all.SelectMany(chart => chart.Bars).Concat(periods).Where(bar => bar.Address is not null).ToList();
        foreach (var bar in opened)
        {
            Assert.Equal((bar.Label, bar.Orders), (bar.Label, await Count(store, OrderListQuery.Parse(bar.Address!), zone)));
        }

        return (opened.Count, all.Count(chart => chart.Bars.Any(bar => bar.Address is not null)));
    }

    private static async Task<long> Count(TestStore store, OrderListQuery query, TimeZoneInfo zone) =>
        (await store.Get<OrderCounts>().Exactly(query.ToFilter(null, zone, Now))).Orders;
}
