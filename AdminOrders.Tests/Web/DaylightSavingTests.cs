using System.Globalization;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.List;

namespace AdminOrders.Tests.Web;

/// <summary>
/// Days where clocks are put forward or back. São Paulo did it at midnight until 2019: 4 November 2018 began at 1:00, and 16 February 2019 had 25 hours.
/// Madrid does it at 2:00 and 3:00 in the night.
/// </summary>
public sealed class DaylightSavingTests
{
    private const string SaoPaulo = "America/Sao_Paulo";
    private const string Madrid = "Europe/Madrid";

    [Theory]
    [InlineData(SaoPaulo, "2018-11-03", "2018-11-03T03:00Z", 24)]
    [InlineData(SaoPaulo, "2018-11-04", "2018-11-04T03:00Z", 23)]
    [InlineData(SaoPaulo, "2018-11-05", "2018-11-05T02:00Z", 24)]
    [InlineData(SaoPaulo, "2019-02-16", "2019-02-16T02:00Z", 25)]
    [InlineData(SaoPaulo, "2019-02-17", "2019-02-17T03:00Z", 24)]
    [InlineData(SaoPaulo, "2019-11-03", "2019-11-03T03:00Z", 24)]
    [InlineData(SaoPaulo, "2026-11-01", "2026-11-01T03:00Z", 24)]
    [InlineData(Madrid, "2026-03-28", "2026-03-27T23:00Z", 24)]
    [InlineData(Madrid, "2026-03-29", "2026-03-28T23:00Z", 23)]
    [InlineData(Madrid, "2026-03-30", "2026-03-29T22:00Z", 24)]
    [InlineData(Madrid, "2026-10-25", "2026-10-24T22:00Z", 25)]
    [InlineData(Madrid, "2026-10-26", "2026-10-25T23:00Z", 24)]
    public void A_day_begins_at_its_first_instant_and_ends_where_the_next_begins(string zone, string day, string start, int hours)
    {
        var filter = Query($"?date=custom&from={day}&to={day}").ToFilter(null, Zone(zone), An.Instant);

        Assert.Equal((Instant(start), Instant(start).AddHours(hours)), (filter.CreatedFrom, filter.CreatedBefore));
    }

    [Theory]
    [InlineData(SaoPaulo, 2017)]
    [InlineData(SaoPaulo, 2018)]
    [InlineData(SaoPaulo, 2019)]
    [InlineData(Madrid, 2026)]
    public void Every_instant_of_a_year_is_in_the_day_that_the_clock_shows(string zone, int year)
    {
        var place = Zone(zone);
        for (var instant = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero); instant.Year == year; instant = instant.AddMinutes(30))
        {
            var day = LocalDays.At(instant, place);
            Assert.InRange(instant, LocalDays.Start(day, place), LocalDays.Start(day.AddDays(1), place).AddTicks(-1));
        }
    }

    [Theory]
    [EveryEngine(SaoPaulo, "2018-11-04")]
    [EveryEngine(SaoPaulo, "2019-02-16")]
    [EveryEngine(Madrid, "2026-03-29")]
    [EveryEngine(Madrid, "2026-10-25")]
    public async Task The_list_of_such_a_day_has_its_first_and_its_last_order_and_none_beside_them(Engine engine, string zone, string day)
    {
        await using var store = await TestStore.Open(engine);
        var (first, next) = (LocalDays.Start(Day(day), Zone(zone)), LocalDays.Start(Day(day).AddDays(1), Zone(zone)));
        await Import(store, ("before", first.AddTicks(-1)), ("first", first), ("middle", first + ((next - first) / 2)), ("last", next.AddTicks(-1)), ("after", next));

        var found = await List(store, $"?date=custom&from={day}&to={day}", zone);

        Assert.Equal(["last", "middle", "first"], found);
    }

    [Theory]
    [EveryEngine(SaoPaulo, "2018-11-04")]
    [EveryEngine(SaoPaulo, "2019-02-16")]
    [EveryEngine(Madrid, "2026-10-25")]
    public async Task A_list_that_goes_to_such_a_day_begins_with_it_in_either_direction_and_leads_back(Engine engine, string zone, string day)
    {
        await using var store = await TestStore.Open(engine);
        var (first, next) = (LocalDays.Start(Day(day), Zone(zone)), LocalDays.Start(Day(day).AddDays(1), Zone(zone)));
        await Import(store, ("before", first.AddTicks(-1)), ("first", first), ("last", next.AddTicks(-1)), ("after", next));

        Assert.Equal(["last", "first", "before"], await List(store, $"?at={day}", zone));
        Assert.Equal(["first", "last", "after"], await List(store, $"?at={day}&dir=asc", zone));
        Assert.Equal(["last", "first"], await List(store, $"?date=custom&from={day}&at={day}", zone));

        var page = await store.Reader.List(Filter($"?at={day}", zone), Query($"?at={day}").Place(Zone(zone)), 50);
        Assert.Equal(["after", "last", "first", "before"], (await store.Reader.List(Filter("", zone), page.Previous, 50)).Rows.Select(row => row.OrderId));
    }

    private static Task<Answer[]> Import(TestStore store, params (string Id, DateTimeOffset At)[] orders) =>
        Task.WhenAll(orders.Select(told => store.Import(An.Order(told.Id).Handling().With(order => order with { CreatedAt = told.At }))));

    private static async Task<IEnumerable<string>> List(TestStore store, string query, string zone) =>
        (await store.Reader.List(Filter(query, zone), Query(query).Place(Zone(zone)), 50)).Rows.Select(row => row.OrderId);

    private static OrderFilter Filter(string query, string zone) => Query(query).ToFilter(null, Zone(zone), An.Instant);

    private static OrderListQuery Query(string query) => OrderListQuery.Parse("orders" + query);

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
