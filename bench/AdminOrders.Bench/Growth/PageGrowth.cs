using AdminOrders.Core.Storage;

namespace AdminOrders.Bench.Growth;

/// <summary>Pages of 50 of the list: the first one, at random depths, and at random depths of one status.</summary>
internal static class PageGrowth
{
    public const string RandomPage = "page of the list, random depth";
    private const int PageSize = 50;
    private const int Times = 1_000;
    private const string Status = "handling";

    public static async Task<List<Measurement>> Measure(BenchStore store, int orders) =>
    [
        await First(store, orders),
        await Random(store, orders, RandomPage, new OrderFilter(), ""),
        await Random(store, orders, "page of one status, random depth", new OrderFilter { Statuses = [Status] }, $""" AND "Status" = '{Status}'"""),
    ];

    private static async Task<Measurement> First(BenchStore store, int orders)
    {
        using var raw = new RawPage(store.Source, PageSize + 1);
        return await Measurement.Take(
            "first page of the list", orders, Times,
            _ => store.Reader.List(new OrderFilter(), null, PageSize),
            _ => raw.Read(long.MaxValue, long.MaxValue));
    }

    private static async Task<Measurement> Random(BenchStore store, int orders, string work, OrderFilter filter, string condition)
    {
        var places = await Places(store, filter);
        using var raw = new RawPage(store.Source, PageSize + 1, condition);
        return await Measurement.Take(
            work, orders, Times,
            time => store.Reader.List(filter, places[time % places.Count].Cursor, PageSize),
            time => raw.Read(places[time % places.Count].CreatedAt, places[time % places.Count].Key));
    }

    // A cursor to each of a thousand random instants between the first order and the last.
    private static async Task<List<(string Cursor, long CreatedAt, long Key)>> Places(BenchStore store, OrderFilter filter)
    {
        var first = (await store.Reader.List(filter with { Ascending = true }, null, 2 * PageSize)).Rows[^1].CreatedAt;
        var last = (await store.Reader.List(filter, null, 1)).Rows[0].CreatedAt;
        var random = new Random(1);
        List<(string, long, long)> places = [];
        while (places.Count < Times)
        {
            var before = first + ((last - first) * random.NextDouble());
            var page = await store.Reader.List(filter with { CreatedBefore = before }, null, 1);
            if (page.Next is { } next)
            {
                places.Add((next, page.Rows[0].CreatedAt.UtcTicks, page.Rows[0].Key));
            }
        }

        return places;
    }
}
