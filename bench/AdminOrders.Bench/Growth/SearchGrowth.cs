using AdminOrders.Core.Storage;

namespace AdminOrders.Bench.Growth;

/// <summary>
/// First pages of searches. The raw statement asks the text index and sorts what it finds: for a term that many orders have, that is what
/// the product must not do.
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
            await Inside(store, orders, "search: e-mail's host, a third of all orders", _ => "@example.com"),
            await Inside(store, orders, "search: first name, one order in fifty", _ => "maria"),
            await Inside(store, orders, "search: whole name, one order in a thousand", _ => "helena cardoso"),
            await Inside(store, orders, "search: order id", time => sample[time % sample.Count].OrderId),
            await Inside(store, orders, "search: nothing has it", _ => "maria zzyzx"),
        ];
        all.Add(await Prefix(store, orders));
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

    private static async Task<Measurement> Prefix(BenchStore store, int orders)
    {
        using var raw = new RawReader(
            store.Source, 1,
            $"""
            SELECT o.* FROM "Orders" o WHERE o."OrderId" >= @a AND o."OrderId" < @a || 'x' ORDER BY o."CreatedAt" DESC, o."Key" DESC LIMIT {PageSize}
            """);
        return await Measurement.Take(
            "search: two letters, every second order", orders, Times,
            _ => store.Reader.List(new OrderFilter { Text = "v5" }, null, PageSize),
            _ => raw.Read("v5"));
    }
}
