using AdminOrders.Core.Orders;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Simulation;

public sealed class SimulatedYearTests
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    public static IEnumerable<object[]> Years()
    {
        yield return [Engine.Sqlite, 365, 80];
        if (Engines.PostgresServer is not null)
        {
            yield return [Engine.Postgres, 90, 20];
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public async Task In_a_year_no_request_is_stuck_every_deadline_acts_once_to_the_minute_and_mails_go_out_as_owed(Engine engine, int days, int orders)
    {
        await using var store = await TestStore.Open(engine);
        var chance = new SimulatedLife(seed: 5);
        await using var year = new SimulatedYear(store, chance);
        var end = An.Instant.AddDays(days);
        year.Instances.Start();
        foreach (var order in Enumerable.Range(1, orders))
        {
            year.Plan(An.Instant + chance.Within(TimeSpan.FromDays(days)), $"order-{order:000}");
        }

        await year.LiveUntil(An.Instant.AddDays(days * 0.4));
        await year.Stand(TimeSpan.FromDays(3));
        await year.LiveUntil(An.Instant.AddDays(days * 0.7));
        await year.Stand(TimeSpan.FromDays(9));
        await year.LiveUntil(end);
        await year.LetTimePass(TimeSpan.FromDays(62));
        await year.LetTimePass(TimeSpan.FromHours(1));

        await year.AssertNobodyWaits();
        await year.Mailbox.AssertExactlyAsOwed();
        Assert.True((await store.Verify()).IsClean);
        Assert.InRange(year.DeadlinesThatActed, orders / 3, int.MaxValue);
    }

    /// <summary>A store, who acts on it, and what must hold after each step.</summary>
    private sealed class SimulatedYear(TestStore store, SimulatedLife chance) : IAsyncDisposable
    {
        private readonly PriorityQueue<string, DateTimeOffset> plans = new();
        private readonly Deadlines deadlines = new(store);

        public Instances Instances { get; } = new(store, chance);

        public Mailbox Mailbox { get; } = new(store);

        public int DeadlinesThatActed { get; private set; }

        public void Plan(DateTimeOffset at, string orderId) => plans.Enqueue(orderId, at);

        /// <summary>People act and timers run, each at its moment.</summary>
        public async Task LiveUntil(DateTimeOffset end)
        {
            while (plans.TryPeek(out _, out var at) && at <= end)
            {
                await PassTo(at);
                await Act(store.Clock.GetUtcNow());
            }

            await PassTo(end);
        }

        /// <summary>Nobody acts any more; timers do.</summary>
        public Task LetTimePass(TimeSpan time) => PassTo(store.Clock.GetUtcNow() + time);

        /// <summary>From just before the next deadline on no instance runs for so long; then both start and catch up.</summary>
        public async Task Stand(TimeSpan time)
        {
            await PassTo((await deadlines.First())!.Value.AddSeconds(-1));
            await Instances.Stop();
            store.Clock.Advance(time);
            var now = store.Clock.GetUtcNow();
            var late = await deadlines.Over(now);
            Assert.NotEmpty(late);
            var before = await deadlines.Position();
            Instances.Start();

            await Instances.WakeNow();

            await AssertActedOnce(late, before, now, now);
        }

        public async Task AssertNobodyWaits()
        {
            await using var db = store.Read();
            Assert.Equal(0, db.Orders.Count(order => order.OpenRequests > 0 || order.RequestDueAt != null));
            Assert.Equal(0, db.Orders.Count(order => order.StatusDueAt != null && order.StatusDueAt <= store.Clock.GetUtcNow().UtcTicks));
        }

        public async ValueTask DisposeAsync()
        {
            Mailbox.Dispose();
            await Instances.DisposeAsync();
        }

        // Who meant to act while everything stood does so now.
        private async Task Act(DateTimeOffset at)
        {
            var orderId = plans.Dequeue();
            var facts = await store.Workflow.Facts(orderId);
            if (facts is null)
            {
                await store.Import(chance.NewOrder(orderId, at));
            }
            else if (chance.Next(facts, at) is var (command, actor))
            {
                Assert.All(facts.Requests, request => Assert.True(at < request.DueAt));
                await store.Send(orderId, command, actor);
            }

            if (facts?.Stage is null or not (Stage.Canceled or Stage.Invoiced))
            {
                Plan(at + chance.Pause(), orderId);
            }
        }

        // Every deadline up to then, one after the other.
        private async Task PassTo(DateTimeOffset then)
        {
            while (await deadlines.First() is { } due && due <= then)
            {
                var (over, before) = (await deadlines.Over(due), await deadlines.Position());
                await Instances.WakeFor(due, async () => await deadlines.First() is not { } next || next > due);
                await AssertActedOnce(over, before, due, due + AMinute);
            }

            store.Clock.Set(store.Clock.GetUtcNow() > then ? store.Clock.GetUtcNow() : then);
            await Mailbox.Bring();
        }

        private async Task AssertActedOnce(List<Deadline> over, long before, DateTimeOffset from, DateTimeOffset to)
        {
            var acts = await deadlines.ActsAfter(before);
            Assert.Equal(over.Select(deadline => deadline.OrderKey).Order(), acts.Select(act => act.OrderKey).Order());
            Assert.All(acts, act => Assert.InRange(act.At, from, to));
            Assert.DoesNotContain(await deadlines.Over(from), over.Contains);
            DeadlinesThatActed += over.Count;
        }
    }
}
