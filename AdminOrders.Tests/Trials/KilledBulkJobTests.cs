using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Storage.Bulk;
using AdminOrders.Tests.Support;
using AdminOrders.Trials.Crashes;
using AdminOrders.Trials.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Trials;

/// <summary>The real server is killed (-9) again and again while it works a bulk job off.</summary>
[Collection(nameof(Alone))]
public sealed class KilledBulkJobTests
{
    private const int Orders = 3_000;
    private const int Kills = 2;
    private static readonly DateTimeOffset Far = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [EveryEngine]
    public async Task A_job_that_was_killed_goes_on_and_does_each_order_once(Engine engine)
    {
        await using var places = new CrashPlaces(engine);
        var site = await places.Next(1);
        await using var store = new TrialStore(site.Store);
        await store.Services.MigrateStorage();
        var job = await Begin(store);

        var killed = 0;
        for (; killed < Kills && await Finished(store, job) < Orders; killed++)
        {
            await using var server = await Start(site);
            var before = await Finished(store, job);
            await BulkRoom.Until(async () => await Finished(store, job) >= Math.Min(Orders, before + Orders / (Kills * 3)));
            await server.Kill();
        }

        Assert.Equal(Kills, killed);
        await using (var last = await Start(site))
        {
            await BulkRoom.Until(async () => (await store.Services.GetRequiredService<BulkReader>().Find(job))!.State is BulkState.Done);
        }

        await using var db = store.Read();
        Assert.Equal(Orders, await db.BulkItems.CountAsync(item => item.Outcome == BulkOutcome.Canceled));
        Assert.Equal(Orders, await db.History.CountAsync(row => row.Kind == "order-canceled"));
        Assert.Equal(Orders, await db.History.CountAsync(row => row.Kind == "order-canceled" && db.BulkItems.Any(item => item.Receipt == row.HistoryId)));
        Assert.Empty((await store.Services.GetRequiredService<StoreVerification>().Run()).Broken);
    }

    private static async Task<string> Begin(TrialStore store)
    {
        await using (var db = store.Read())
        {
            await Staff.Employ(db, Resource.CancelOrder);
        }

        var ids = Enumerable.Range(0, Orders).Select(number => $"order-{number:0000}").ToList();
        await store.Import(ids.Select(id => An.Order(id).Paid().In(Status.AuthorizeFulfillment, Far).AsImported()));
        var ana = (await store.Services.GetRequiredService<ActorReader>().Find("user:ana"))!;
        var job = Guid.NewGuid().ToString("N");
        Assert.Null(await store.Services.GetRequiredService<BulkJobs>().Begin(job, ids, new Cancel("", Side.Store, new Reason(null, "sold out")), ana, (_, _) => true, null));
        return job;
    }

    private static Task<ServerProcess> Start(CrashSite site) => ServerProcess.Start(CrashPlaces.Server, site.Store, [new("Mail__Folder", site.MailFolder)], CancellationToken.None);

    private static async Task<int> Finished(TrialStore store, string job)
    {
        await using var db = store.Read();
        return await db.BulkItems.CountAsync(item => item.JobId == job && item.Outcome != BulkOutcome.None);
    }
}
