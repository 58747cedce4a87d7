using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AdminOrders.Tests.Storage;

public sealed class TimerRunnerTests
{
    [Theory]
    [EveryEngine]
    public async Task Due_orders_move_on_and_the_others_stay(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("window-01").InWindow());
        await store.Import(An.Order("unpaid-01").Unpaid());
        await store.Import(An.Order("asked-01").Handling().AskedBy(Side.Customer));
        using var runner = Runner(store);

        store.Clock.Advance(TimeSpan.FromMinutes(30));
        var pause = await runner.RunOnce(CancellationToken.None);

        Assert.Equal(["ready-for-handling", "payment-pending", "cancellation-requested"], await Statuses(store));
        Assert.Equal(TimerRunner.LongestPause, pause);

        store.Clock.Advance(TimeSpan.FromDays(30));
        await runner.RunOnce(CancellationToken.None);

        Assert.Equal(["ready-for-handling", "canceled", "canceled"], await Statuses(store));
    }

    [Theory]
    [EveryEngine]
    public async Task The_runner_wakes_when_the_next_timer_is_due(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("window-01").InWindow());
        using var runner = Runner(store);

        store.Clock.Advance(TimeSpan.FromSeconds(30 * 60 - 6));

        Assert.Equal(TimeSpan.FromSeconds(6), await runner.RunOnce(CancellationToken.None));
    }

    [Theory]
    [EveryEngine]
    public async Task The_clock_of_an_order_waits_while_a_request_is_open(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("asked-01").AwaitingAuthorization().FulfilledBySeller().AskedBy(Side.Store, after: TimeSpan.FromDays(20)));
        using var runner = Runner(store);

        store.Clock.Advance(TimeSpan.FromDays(31));
        await runner.RunOnce(CancellationToken.None);

        Assert.Single(await store.History("asked-01"));
    }

    [Theory]
    [EveryEngine]
    public async Task More_orders_than_one_page_are_all_sent(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var ids = Enumerable.Range(0, 150).Select(number => $"window-{number:000}").ToArray();
        await Task.WhenAll(ids.Select(id => store.Import(An.Order(id).InWindow())));
        using var runner = Runner(store);

        store.Clock.Advance(TimeSpan.FromMinutes(30));
        await runner.RunOnce(CancellationToken.None);

        foreach (var id in ids)
        {
            Assert.Equal("ready-for-handling", (await store.Facts(id)).Status);
        }
    }

    [Theory]
    [EveryEngine]
    public async Task One_process_sends_timers_and_another_takes_over_when_the_lease_runs_out_or_is_given_back(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var now = store.Clock.GetUtcNow();
        var one = new Lease(store.Get<StoreSource>(), TimerRunner.LeaseName, TimerRunner.LeaseLength);
        var other = new Lease(store.Get<StoreSource>(), TimerRunner.LeaseName, TimerRunner.LeaseLength);

        Assert.True(await one.Take(now, CancellationToken.None));
        Assert.True(await one.Take(now, CancellationToken.None));
        Assert.False(await other.Take(now, CancellationToken.None));
        Assert.True(await other.Take(now.AddSeconds(41), CancellationToken.None));
        Assert.False(await one.Take(now.AddSeconds(50), CancellationToken.None));
        await other.GiveBack(CancellationToken.None);
        Assert.True(await one.Take(now.AddSeconds(50), CancellationToken.None));
    }

    [Theory]
    [EveryEngine]
    public async Task A_holder_that_is_killed_delays_no_timer_by_more_than_a_minute(Engine engine)
    {
        foreach (var phase in Enumerable.Range(0, 10))
        {
            await using var store = await TestStore.Open(engine);
            await store.Import(An.Order("window-01").InWindow());
            using var killed = Runner(store);
            await using var elsewhere = store.OpenElsewhere();
            using var other = Runner(store, elsewhere);
            store.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
            await killed.RunOnce(CancellationToken.None);
            var due = store.Clock.GetUtcNow().AddSeconds(1);

            // It never comes back. The other had looked at some moment of its own.
            store.Clock.Advance(TimeSpan.FromSeconds(phase));
            while ((await store.Facts("window-01")).Status != "ready-for-handling")
            {
                Assert.InRange(store.Clock.GetUtcNow(), due.AddSeconds(-1), due.AddMinutes(1));
                store.Clock.Advance(await other.RunOnce(CancellationToken.None));
            }
        }
    }

    [Theory]
    [EveryEngine]
    public async Task A_holder_that_lives_keeps_the_lease_however_often_others_look(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("window-01").InWindow());
        using var holder = Runner(store);
        await using var elsewhere = store.OpenElsewhere();
        using var other = Runner(store, elsewhere);
        await holder.RunOnce(CancellationToken.None);
        var owner = await Owner(store);

        for (var look = 0; look < 20; look++)
        {
            store.Clock.Advance(TimerRunner.LongestPause);
            await other.RunOnce(CancellationToken.None);
            Assert.Equal(owner, await Owner(store));
            await holder.RunOnce(CancellationToken.None);
        }
    }

    private static async Task<string> Owner(TestStore store)
    {
        await using var db = store.Read();
        return (await db.Leases.SingleAsync(lease => lease.Name == TimerRunner.LeaseName)).Owner;
    }

    private static TimerRunner Runner(TestStore store, IServiceProvider process) => new(
        process.GetRequiredService<StoreSource>(), process.GetRequiredService<OrderWorkflow>(), process.GetRequiredService<LooseReservations>(), store.Clock,
        NullLogger<TimerRunner>.Instance);

    private static TimerRunner Runner(TestStore store) => Runner(store, store.Services);

    private static async Task<string[]> Statuses(TestStore store) =>
        [(await store.Facts("window-01")).Status, (await store.Facts("unpaid-01")).Status, (await store.Facts("asked-01")).Status];
}
