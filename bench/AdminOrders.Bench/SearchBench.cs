using AdminOrders.Bench.Growth;

namespace AdminOrders.Bench;

/// <summary>The newest 50 orders that a text finds, beside the text index asked by a prepared statement; for what many orders have, beside a walk from the newest on.</summary>
internal static class SearchBench
{
    private const double Most = 2.2;
    private const int Times = 400;
    private const int TimesOfMany = 20;

    /// <summary>Prints the figures; 0 where the p95 of no term that few orders have is more than 2.2 times the index's, else 1.</summary>
    public static async Task<int> Run(int orders, string? kept)
    {
        using var place = new StorePlace(kept);
        await using var store = await place.OpenSample(orders);
        var count = (int)await store.CountOrders();
        var few = await SearchGrowth.OfFew(store, count, Times);
        foreach (var measured in few.Concat(await SearchGrowth.OfMany(store, count, TimesOfMany)))
        {
            Console.WriteLine(FormattableString.Invariant(
                $"{measured.Work,-46} of {measured.Orders:N0}: p50 {measured.Ours.P50,9:N0} µs  p95 {measured.Ours.P95,9:N0} µs   raw p50 {measured.Raw.P50,9:N0} µs  p95 {measured.Raw.P95,9:N0} µs   ratio of p95 {Ratio(measured):0.00}"));
        }

        Console.WriteLine($"load {Machine.Load}");
        return few.TrueForAll(measured => Ratio(measured) <= Most) ? 0 : 1;
    }

    private static double Ratio(Measurement measured) => measured.Ours.P95 / measured.Raw.P95;
}
