using System.Diagnostics;

namespace AdminOrders.Bench.Growth;

/// <summary>
/// Cancellations of random orders that are canceled in one step. The raw loop writes, for other such orders, the rows that the product has just
/// written for these, in commits of the same size.
/// </summary>
internal static class CancelGrowth
{
    public const string OneCaller = "cancel, 1 caller";
    public const string ManyCallers = "cancel, 32 callers";
    private const int Callers = 32;
    private const int Slices = 10;
    private const int MostInSlice = 64;

    public const string CanceledAtOnce =
        """
        "Status" IN ('payment-pending', 'window-to-cancel', 'payment-approved', 'authorize-fulfillment', 'approve-payment', 'authorizing', 'order-accepted',
            'on-order-completed', 'order-completed', 'waiting-for-fulfillment', 'waiting-for-authorization', 'waiting-for-confirmation')
        AND NOT "IsExternalSeller" AND "OutputInvoices" = 0
        """;

    public static async Task<List<Measurement>> Measure(BenchStore store, int orders)
    {
        var free = new Queue<(long Key, string OrderId)>(RandomOrders.Of(store.Source, 4 * (Slices + 1) * MostInSlice, CanceledAtOnce));
        var inSlice = free.Count / (4 * (Slices + 1));
        return [await Take(store, orders, OneCaller, 1, inSlice, free), await Take(store, orders, ManyCallers, Callers, inSlice, free)];
    }

    // The first slice warms up. One caller: each order's time. Many: the slice's time shared by its orders.
    private static async Task<Measurement> Take(BenchStore store, int orders, string work, int callers, int inSlice, Queue<(long Key, string OrderId)> free)
    {
        List<double> own = [], floor = [];
        using var raw = new RawCancel(store.Source);
        for (var slice = 0; slice <= Slices; slice++)
        {
            var canceled = Enumerable.Range(0, inSlice).Select(_ => free.Dequeue()).ToList();
            var sent = await Send(store, canceled, callers);
            var written = raw.Run([.. canceled.Select(order => order.Key)], [.. canceled.Select(_ => free.Dequeue().Key)], callers);
            if (slice > 0)
            {
                own.AddRange(sent);
                floor.AddRange(written);
            }
        }

        return new(work, orders, Timing.Of(own), Timing.Of(floor));
    }

    private static async Task<IEnumerable<double>> Send(BenchStore store, List<(long Key, string OrderId)> orders, int callers)
    {
        if (callers == 1)
        {
            List<double> each = [];
            foreach (var (_, orderId) in orders)
            {
                each.Add(await Measurement.Microseconds(() => store.Cancel(orderId)));
            }

            return each;
        }

        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            orders, new ParallelOptions { MaxDegreeOfParallelism = callers }, async (order, _) => await store.Cancel(order.OrderId));
        return [Stopwatch.GetElapsedTime(start).TotalMicroseconds / orders.Count];
    }
}
