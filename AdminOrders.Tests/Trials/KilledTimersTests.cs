using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Tests.Support;
using AdminOrders.Trials.Crashes;
using AdminOrders.Trials.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AdminOrders.Tests.Trials;

/// <summary>The real server holds the timers' lease when it is killed (-9).</summary>
public sealed class KilledTimersTests
{
    [Theory]
    [EveryEngine]
    public async Task Another_instance_moves_on_what_is_due_within_a_minute_of_the_kill(Engine engine)
    {
        await using var places = new CrashPlaces(engine);
        var site = await places.Next(1);
        await using var store = new TrialStore(site.Store);
        await store.Services.MigrateStorage();
        await store.Import([An.Order("window-01").InWindow().AsImported()]);
        await Due(store, TimeProvider.System.GetUtcNow().AddDays(1));
        await using var server = await ServerProcess.Start(CrashPlaces.Server, site.Store, [new("Mail__Folder", site.MailFolder), new("Sample__Fill", "false")]);
        await Held(store);

        await server.Kill();
        var killed = TimeProvider.System.GetUtcNow();
        await Due(store, killed.AddSeconds(1));

        var heldUntil = await HeldUntil(store);
        Assert.InRange(heldUntil, killed.AddSeconds(10), killed + TimerRunner.LeaseLength);
        Assert.Equal("window-to-cancel", await StatusAt(heldUntil.AddSeconds(-1), site.Store));
        Assert.Equal("ready-for-handling", await StatusAt(killed.AddSeconds(59), site.Store));
    }

    private static Task Due(TrialStore store, DateTimeOffset at) => store.Execute($"""UPDATE "Orders" SET "StatusDueAt" = {at.UtcTicks}""");

    private static async Task Held(TrialStore store)
    {
        await using var db = store.Read();
        while (await db.Leases.Where(lease => lease.Name == TimerRunner.LeaseName).Select(lease => lease.Owner).SingleAsync() == "")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private static async Task<DateTimeOffset> HeldUntil(TrialStore store)
    {
        await using var db = store.Read();
        return Ticks.From((await db.Leases.SingleAsync(lease => lease.Name == TimerRunner.LeaseName)).Until);
    }

    // As another server that looks at its timers at that moment.
    private static async Task<string> StatusAt(DateTimeOffset now, StoreAddress address)
    {
        var clock = new ManualClock();
        clock.Set(now);
        await using var other = new TrialStore(address, clock);
        using var timers = new TimerRunner(other.Services.GetRequiredService<StoreSource>(), other.Workflow, other.Services.GetRequiredService<LooseReservations>(), clock, NullLogger<TimerRunner>.Instance);
        await timers.RunOnce(CancellationToken.None);
        await using var db = other.Read();
        return (await db.Orders.SingleAsync()).Status;
    }
}
