using System.Diagnostics;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Bulk;

namespace AdminOrders.Bench;

/// <summary>
/// One bulk job about all that a filter shows, as an operator begins it: its orders are written down, each is looked at, and each gets its command by the workflow. A store that is kept has fewer
/// such orders after every run.
/// </summary>
internal static class BulkBench
{
    // Ten times the best of the platforms that were measured, which cancel one at a time.
    private const double Least = 370;
    private static readonly string[] Statuses = [Status.PaymentPending, Status.WindowToCancel, Status.AuthorizeFulfillment];
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    /// <summary>Prints the figures; 0 where at least 370 orders a second come to their end, else 1.</summary>
    /// <param name="most">How many orders the job is about, or somewhat fewer.</param>
    public static async Task<int> Run(int orders, int most, string? kept)
    {
        using var place = new StorePlace(kept);
        await using var store = await place.OpenSample(orders);
        var actor = await store.OwnerAsActor();
        var command = new Cancel("", Side.Store, new Reason(1, "The warehouse has none of it left"));
        var filter = new OrderFilter { Statuses = Statuses, CreatedBefore = Border(store.Source, most) };
        var watch = Stopwatch.StartNew();

        var id = await store.BulkJobs.Collect(filter, command, actor);
        await WorkUntil(store, id, job => job.State is not BulkState.Collecting);
        var collected = watch.Elapsed;
        await WorkUntil(store, id, job => job.IsLookedAt);
        var looked = watch.Elapsed;
        _ = await store.BulkJobs.Start(id, command, actor) is { } refused ? throw new InvalidOperationException($"{refused}") : true;
        var job = await WorkUntil(store, id, job => job.IsOver);
        var worked = watch.Elapsed - looked;
        HaveHappened(job);
        var rate = job.Total / worked.TotalSeconds;
        Console.WriteLine(FormattableString.Invariant(
            $"bulk: {job.Total:N0} of {await store.CountOrders():N0} orders written down at {job.Total / collected.TotalSeconds:N0}/s, looked at {job.Total / (looked - collected).TotalSeconds:N0}/s, worked off {rate:N0}/s: {Words(job.Tally)}   (load {Machine.Load})"));
        return rate >= Least ? 0 : 1;
    }

    // What was shown before it began has come about, order by order.
    private static void HaveHappened(BulkJobView job)
    {
        if (job.Total == 0)
        {
            throw new InvalidOperationException("The store has no such orders left: another file is needed.");
        }

        if (job.State is not BulkState.Done || !job.Tally.Outcomes.SequenceEqual(job.Tally.Forecasts))
        {
            throw new InvalidOperationException($"{job.State}: {Words(job.Tally)}");
        }
    }

    private static string Words(BulkTally tally) => string.Join(", ", tally.Outcomes.Select(outcome => FormattableString.Invariant($"{outcome.Value:N0} {outcome.Key}")));

    // A process that was here just before may hold the lease for some seconds more.
    private static async Task<BulkJobView> WorkUntil(BenchStore store, string id, Func<BulkJobView, bool> isSo)
    {
        while (true)
        {
            var job = await store.BulkReader.Find(id) ?? throw new InvalidOperationException("The job is gone.");
            if (isSo(job))
            {
                return job;
            }

            if (!await store.BulkRunner.Turn(CancellationToken.None))
            {
                await Task.Delay(BetweenLooks);
            }
        }
    }

    private static DateTimeOffset Border(StoreSource source, int most)
    {
        using var connection = source.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT COALESCE(MAX("CreatedAt"), 0) FROM (SELECT "CreatedAt" FROM "Orders" WHERE "Status" IN ({string.Join(", ", Statuses.Select(status => $"'{status}'"))}) ORDER BY "CreatedAt" LIMIT {most})
            """;
        return Ticks.From((long)command.ExecuteScalar()!);
    }
}
