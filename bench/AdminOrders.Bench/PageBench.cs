using System.Diagnostics;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench;

/// <summary>
/// A page of 50 through <see cref="OrderReader"/> at random depths of a big store, beside prepared keyset statements on one connection that
/// read the same rows, columns and reasons and make nothing of them.
/// </summary>
internal static class PageBench
{
    private const double Most = 2.5;
    private const int PageSize = 50;

    /// <summary>Prints the figures; 0 where the ratio is at most 2.5, else 1.</summary>
    public static async Task<int> Run(int orders, int pages)
    {
        var folder = Directory.CreateTempSubdirectory("adminorders-bench-").FullName;
        try
        {
            await using var store = await BenchStore.Open(Path.Combine(folder, "page.db"));
            await store.Fill(1);
            ManyOrders.Insert(store.Source, orders);
            return await Compare(store, orders, pages) <= Most ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> Compare(BenchStore store, int orders, int pages)
    {
        var places = await Places(store.Reader, orders, pages);
        using var raw = new RawPage(store.Source, PageSize + 1);
        var (reads, raws) = (new List<double>(), new List<double>());
        foreach (var (cursor, createdAt, key) in places.Take(pages / 10).Concat(places))
        {
            reads.Add(await Microseconds(async () => (await store.Reader.List(new OrderFilter(), cursor, PageSize)).Rows.Count));
            raws.Add(await Microseconds(() => Task.FromResult(raw.Read(createdAt, key))));
        }

        return Print(orders, pages, reads.TakeLast(pages).Order().ToArray(), raws.TakeLast(pages).Order().ToArray());
    }

    // Random places of the list, and the cursor that leads behind each.
    private static async Task<List<(string Cursor, long CreatedAt, long Key)>> Places(OrderReader reader, int orders, int pages)
    {
        var random = new Random(1);
        List<(string, long, long)> places = [];
        while (places.Count < pages)
        {
            var filter = new OrderFilter { CreatedBefore = ManyOrders.CreatedAt(random.Next(2 * PageSize, orders)) };
            var page = await reader.List(filter, null, 1);
            places.Add((page.Next!, page.Rows[^1].CreatedAt.UtcTicks, page.Rows[^1].Key));
        }

        return places;
    }

    private static async Task<double> Microseconds(Func<Task<int>> read)
    {
        var start = Stopwatch.GetTimestamp();
        var rows = await read();
        return rows >= PageSize ? Stopwatch.GetElapsedTime(start).TotalMicroseconds : throw new InvalidOperationException($"A page of {rows} rows.");
    }

    private static double Print(int orders, int pages, double[] reads, double[] raws)
    {
        var ratio = reads[pages / 2] / raws[pages / 2];
        Console.WriteLine(FormattableString.Invariant(
            $"{orders:N0} orders, page of {PageSize}: OrderReader {reads[pages / 2]:N0} µs (p99 {reads[pages * 99 / 100]:N0})   raw {raws[pages / 2]:N0} µs (p99 {raws[pages * 99 / 100]:N0})   ratio {ratio:0.00}   (p50 of {pages:N0} pages)"));
        return ratio;
    }
}
