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

    public static async Task<List<Measurement>> Measure(BenchStore store, int orders) => [.. await OfMany(store, orders, Times), .. await OfFew(store, orders, Times)];

    /// <summary>Terms that few orders have.</summary>
    public static async Task<List<Measurement>> OfFew(BenchStore store, int orders, int times)
    {
        var sample = RandomOrders.Of(store.Source, times, "\"OrderId\" LIKE 'v%'");
        return
        [
            await Inside(store, orders, times, "search: first name, one order in fifty", _ => "maria"),
            await Inside(store, orders, times, "search: whole name, one order in a thousand", _ => "helena cardoso"),
            await Inside(store, orders, times, "search: order id", time => sample[time % sample.Count].OrderId),
            await Inside(store, orders, times, "search: nothing has it", _ => "maria zzyzx"),
        ];
    }

    /// <summary>Terms that many orders have, or that are beginnings of ids.</summary>
    public static async Task<List<Measurement>> OfMany(BenchStore store, int orders, int times) =>
    [
        await Common(store, orders, times, "search: e-mail's host, a third of all orders", "@example.com", """CROSS JOIN "OrderSearch" s ON s."OrderKey" = o."Key" WHERE s."Text" LIKE '%@example.com%'"""),
        await Common(store, orders, times, "search: ids that begin with two letters", "v5", """WHERE o."OrderId" LIKE 'v5%'"""),
    ];

    private static async Task<Measurement> Inside(BenchStore store, int orders, int times, string work, Func<int, string> term)
    {
        using var raw = new RawReader(
            store.Source, 1,
            $"""
            SELECT o.* FROM "Orders" o WHERE o."Key" IN (SELECT rowid FROM "OrderSearchIndex" WHERE "OrderSearchIndex" MATCH @a)
            ORDER BY o."CreatedAt" DESC, o."Key" DESC LIMIT {PageSize}
            """);
        return await Measurement.Take(
            work, orders, times,
            time => store.Reader.List(new OrderFilter { Text = term(time) }, null, PageSize),
            time => raw.Read($"\"{term(time)}\""));
    }

    private static async Task<Measurement> Common(BenchStore store, int orders, int times, string work, string term, string having)
    {
        using var raw = new RawReader(
            store.Source, 0,
            $"""
            SELECT o.* FROM "Orders" o {having}
            ORDER BY o."CreatedAt" DESC, o."Key" DESC LIMIT {PageSize}
            """);
        return await Measurement.Take(
            work, orders, times,
            _ => store.Reader.List(new OrderFilter { Text = term }, null, PageSize),
            _ => raw.Read());
    }
}
