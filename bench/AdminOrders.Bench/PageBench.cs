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

    private static async Task<double> Compare(BenchStore store, int orders, OrderSort sort, List<OrderPosition> places)
    {
        using var raw = new RawPage(store.Source, PageSize + 1, sort: sort);
        var filter = new OrderFilter { Sort = sort };
        var cursors = places.ConvertAll(place => new OrderCursor(sort, Ascending: false, Backward: false, place).Encode());
        var (ours, floor) = (new int[places.Count], new int[places.Count]);
        var measured = await Measurement.Take(
            $"{sort}", orders, places.Count,
            async time => ours[time % places.Count] = (await store.Reader.List(filter, cursors[time % places.Count], PageSize)).Rows.Count,
            time => floor[time % places.Count] = Math.Min(raw.Read(places[time % places.Count]), PageSize));
        return ours.SequenceEqual(floor) ? Print(measured, places.Count) : throw new InvalidOperationException($"Pages by {sort} have other numbers of rows than were read raw.");
    }

    private static double Print(Measurement page, int pages)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"{page.Orders:N0} orders by {page.Work,-12}, page of {PageSize}: OrderReader {page.Ours.P50:N0} µs (p99 {page.Ours.P99:N0})   raw {page.Raw.P50:N0} µs (p99 {page.Raw.P99:N0})   ratio {page.Ratio:0.00}   (p50 of {pages:N0} pages)"));
        return page.Ratio;
    }
}
