using AdminOrders.Bench.Growth;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench;

/// <summary>
/// A page of 50 through <see cref="OrderReader"/> at random depths of a big store, in each order that has an index, beside prepared keyset statements on one
/// connection that read the same rows, columns and reasons and make nothing of them.
/// </summary>
internal static class PageBench
{
    private const double Most = 2.5;
    private const int PageSize = 50;
    private static readonly OrderSort[] Sorts = [OrderSort.CreatedAt, OrderSort.Value, OrderSort.Status, OrderSort.LastChangeAt];

    /// <summary>Prints the figures; 0 where each ratio is at most 2.5, else 1.</summary>
    public static async Task<int> Run(int orders, int pages, string? kept)
    {
        using var place = new StorePlace(kept);
        await using var store = await place.OpenRows(orders);
        var rows = await RandomRows(store, pages);
        var ratios = new List<double>();
        foreach (var sort in Sorts)
        {
            ratios.Add(await Compare(store, orders, sort, rows.ConvertAll(row => OrderWalk.Position(row, sort))));
        }

        return ratios.TrueForAll(ratio => ratio <= Most) ? 0 : 1;
    }

    private static async Task<List<OrderListView>> RandomRows(BenchStore store, int most)
    {
        List<OrderListView> rows = [];
        foreach (var (key, _) in RandomOrders.Of(store.Source, most, "1 = 1"))
        {
            rows.AddRange(await store.Reader.Rows([key]));
        }

        return rows;
    }

    // The first tenth warms up.
    private static async Task<double> Compare(BenchStore store, int orders, OrderSort sort, List<OrderPosition> places)
    {
        using var raw = new RawPage(store.Source, PageSize + 1, sort: sort);
        var filter = new OrderFilter { Sort = sort };
        var (reads, raws) = (new List<double>(), new List<double>());
        foreach (var place in places.Take(places.Count / 10).Concat(places))
        {
            var cursor = new OrderCursor(sort, Ascending: false, Backward: false, place).Encode();
            var (ours, floor) = (0, 0);
            reads.Add(await Measurement.Microseconds(async () => ours = (await store.Reader.List(filter, cursor, PageSize)).Rows.Count));
            raws.Add(await Measurement.Microseconds(() => Task.FromResult(floor = raw.Read(place))));
            if (ours != Math.Min(floor, PageSize))
            {
                throw new InvalidOperationException($"{ours} rows, and {floor} of them read raw.");
            }
        }

        return Print(orders, sort, Timing.Of(reads.TakeLast(places.Count)), Timing.Of(raws.TakeLast(places.Count)), places.Count);
    }

    private static double Print(int orders, OrderSort sort, Timing reads, Timing raws, int pages)
    {
        var ratio = reads.P50 / raws.P50;
        Console.WriteLine(FormattableString.Invariant(
            $"{orders:N0} orders by {sort,-12}, page of {PageSize}: OrderReader {reads.P50:N0} µs (p99 {reads.P99:N0})   raw {raws.P50:N0} µs (p99 {raws.P99:N0})   ratio {ratio:0.00}   (p50 of {pages:N0} pages)"));
        return ratio;
    }
}
