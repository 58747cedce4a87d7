using AdminOrders.Core.Storage;

namespace AdminOrders.Bench.Growth;

/// <summary>
/// First pages of searches. For a term that few orders have the raw statement asks the text index and sorts what it finds; for one that many
/// have it walks from the newest order on: sorting half of all orders takes seconds, and where those that match lie far back so does the walk.
/// </summary>
internal static class SearchGrowth
{
    private const int PageSize = 50;
    private const int Times = 100;

    public static async Task<List<Measurement>> Measure(BenchStore store, int orders)
    {
        var sample = RandomOrders.Of(store.Source, Times, "\"OrderId\" LIKE 'v%'");
        List<Measurement> all =
        [
            await Common(store, orders, "search: e-mail's host, a third of all orders", "@example.com", """CROSS JOIN "OrderSearch" s ON s."OrderKey" = o."Key" WHERE s."Text" LIKE '%@example.com%'"""),
            await Inside(store, orders, "search: first name, one order in fifty", _ => "maria"),
            await Inside(store, orders, "search: whole name, one order in a thousand", _ => "helena cardoso"),
            await Inside(store, orders, "search: order id", time => sample[time % sample.Count].OrderId),
            await Inside(store, orders, "search: nothing has it", _ => "maria zzyzx"),
            await Common(store, orders, "search: ids that begin with two letters", "v5", """WHERE o."OrderId" LIKE 'v5%'"""),
        ];
        return all;
    }

    private static async Task<Measurement> Inside(BenchStore store, int orders, string work, Func<int, string> term)
    {
        using var raw = new RawReader(
            store.Source, 1,
            $"""
            SELECT o.* FROM "Orders" o WHERE o."Key" IN (SELECT rowid FROM "OrderSearchIndex" WHERE "OrderSearchIndex" MATCH @a)
            ORDER BY o."CreatedAt" DESC, o."Key" DESC LIMIT {PageSize}
            """);
        return await Measurement.Take(
            work, orders, Times,
            time => store.Reader.List(new OrderFilter { Text = term(time) }, null, PageSize),
            time => raw.Read($"\"{term(time)}\""));
    }

    private static async Task<Measurement> Common(BenchStore store, int orders, string work, string term, string having)
    {
        using var raw = new RawReader(
            store.Source, 0,
            $"""
            SELECT o.* FROM "Orders" o {having}
            ORDER BY o."CreatedAt" DESC, o."Key" DESC LIMIT {PageSize}
            """);
        return await Measurement.Take(
            work, orders, Times,
            _ => store.Reader.List(new OrderFilter { Text = term }, null, PageSize),
            _ => raw.Read());
    }
}
