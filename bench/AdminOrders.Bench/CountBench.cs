using System.Globalization;
using AdminOrders.Bench.Growth;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Counters;

namespace AdminOrders.Bench;

/// <summary>What the list says of its filters, from counters, beside the engine's own count of the same orders; two years of orders of five sellers.</summary>
internal static class CountBench
{
    private const double MostMicroseconds = 1_000;
    private const int SecondsApart = 63;
    private static readonly DateTimeOffset First = DateTimeOffset.UnixEpoch.AddDays(20_000);

    /// <summary>Prints the figures; 0 where 99 of 100 counts take at most a millisecond, else 1.</summary>
    public static async Task<int> Run(int orders, int times, string? kept = null)
    {
        using var place = new StorePlace(kept);
        await using var store = await place.OpenRows(
            orders,
            ("CreatedAt", $"{First.UtcTicks} + n * {SecondsApart * TimeSpan.TicksPerSecond}"), ("SellerId", "'seller-' || (n * 7919 % 5)"),
            ("Origin", "CASE n % 3 WHEN 0 THEN 'Fulfillment' ELSE 'Marketplace' END"), ("Currency", "CASE n % 4 WHEN 0 THEN 'ARS' ELSE 'BRL' END"));
        var last = First.AddSeconds((double)orders * SecondsApart);
        var slowest = 0.0;
        foreach (var (name, filter) in Filters(last))
        {
            slowest = Math.Max(slowest, await Measure(store, name, filter, times));
        }

        return slowest <= MostMicroseconds ? 0 : 1;
    }

    private static IEnumerable<(string Name, OrderFilter Filter)> Filters(DateTimeOffset last)
    {
        var midnight = new DateTimeOffset(last.UtcDateTime.Date, TimeSpan.Zero);
        yield return ("everything", new());
        yield return ("one status", new() { Statuses = ["canceled"] });
        yield return ("two statuses of one seller", new() { Statuses = ["canceled", "invoiced"], SellerId = "seller-1" });
        yield return ("thirty days", new() { CreatedFrom = midnight.AddDays(-30), CreatedBefore = midnight });
        yield return ("thirty days three hours from midnight", new() { CreatedFrom = midnight.AddDays(-30).AddHours(3), CreatedBefore = midnight.AddHours(3) });
        yield return ("a year of one origin three hours from midnight", new() { Origin = "Marketplace", CreatedFrom = midnight.AddDays(-365).AddHours(3), CreatedBefore = midnight.AddHours(3) });
    }

    private static async Task<double> Measure(BenchStore store, string name, OrderFilter filter, int times)
    {
        List<double> counts = [], scans = [];
        for (var time = 0; time < times + (times / 10); time++)
        {
            counts.Add(await Measurement.Microseconds(() => Count(store, filter)));
        }

        var counted = await Count(store, filter);
        for (var time = 0; time < 5; time++)
        {
            scans.Add(await Measurement.Microseconds(async () => Same(counted, (await store.Counts.Exactly(filter)).Orders)));
        }

        var (ours, scan) = (Timing.Of(counts.TakeLast(times)), Timing.Of(scans));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-48} {counted,9:N0} orders: counters p50 {ours.P50,6:N0} µs, p95 {ours.P95,6:N0} µs, p99 {ours.P99,6:N0} µs   scan {scan.P50,9:N0} µs"));
        return ours.P99;
    }

    // As the first one who asks after a commit counts: who asks the same before the next one gets that answer.
    private static Task<long> Count(BenchStore store, OrderFilter filter) => Task.Run(async () =>
    {
        await using var reading = await store.Source.OpenReading(CancellationToken.None);
        return await CountedFilter.Of(filter)!.Count(store.Source, reading, CancellationToken.None);
    });

    private static void Same(long counted, long scanned)
    {
        if (counted != scanned)
        {
            throw new InvalidOperationException($"Counters say {counted}, the orders {scanned}.");
        }
    }
}
