using System.Globalization;

namespace AdminOrders.Bench.Growth;

/// <summary>One store that grows by the product's own import, measured at each size beside raw loops. Nothing in it is made by a short cut.</summary>
internal static class GrowthBench
{
    private const double MostGrowth = 1.3;
    private const int PromisedFrom = 1_000_000;
    private static readonly string[] Promised = [PageGrowth.RandomPage, OrderPageGrowth.Work, CancelGrowth.OneCaller, CancelGrowth.ManyCallers];

    /// <summary>Prints a table in Markdown. 0 where pages and cancellations of a store beyond a million orders cost at most 1.3 times what they did one size before, else 1.</summary>
    /// <param name="sizes">Orders, ascending.</param>
    public static async Task<int> Run(IReadOnlyList<int> sizes)
    {
        var folder = Directory.CreateTempSubdirectory("adminorders-growth-").FullName;
        try
        {
            await using var store = await BenchStore.Open(Path.Combine(folder, "growth.db"));
            List<Measurement> all = [];
            var filled = 0;
            for (var size = 0; size < sizes.Count; size++)
            {
                await store.AddSample(sizes[size] - filled, seed: size + 1);
                filled = sizes[size];
                all.AddRange(await PageGrowth.Measure(store, filled));
                all.AddRange(await OrderPageGrowth.Measure(store, filled));
                all.AddRange(await SearchGrowth.Measure(store, filled));
                all.AddRange(await CancelGrowth.Measure(store, filled));
            }

            return Print(all);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Prints the table in Markdown; 1 where something grew that is promised not to.</summary>
    internal static int Print(List<Measurement> all)
    {
        Console.WriteLine("| work | orders | p50 µs | p99 µs | raw p50 µs | raw p99 µs | ratio | growth |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var missed = 0;
        foreach (var sizes in all.GroupBy(measured => measured.Work, StringComparer.Ordinal))
        {
            Measurement? before = null;
            foreach (var now in sizes)
            {
                var growth = before is null ? (double?)null : now.Ours.P50 / before.Ours.P50;
                missed += growth > MostGrowth && before!.Orders >= PromisedFrom && Promised.Contains(now.Work) ? 1 : 0;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {now.Work} | {now.Orders:N0} | {now.Ours.P50:N0} | {now.Ours.P99:N0} | {now.Raw.P50:N0} | {now.Raw.P99:N0} | {now.Ratio:0.00} | {growth:0.00} |"));
                before = now;
            }
        }

        return missed == 0 ? 0 : 1;
    }
}
