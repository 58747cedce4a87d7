using System.Collections.Concurrent;
using System.Globalization;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AdminOrders.Tests.Storage;

public sealed class OrderFeedTests
{
    // Long enough for a machine that runs everything else beside it.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Theory]
    [EveryEngine]
    public async Task What_another_connection_commits_arrives_within_two_seconds(Engine engine)
    {
        var twoSeconds = TimeSpan.FromSeconds(2);
        await using var orders = await OrdersAtRandom.Insert(engine, count: 20, seed: 1);
        using var feed = FeedOf(orders);
        var followers = new[] { new Follower(), new Follower() };
        using var first = feed.Subscribe(followers[0].Take);
        using var second = feed.Subscribe(followers[1].Take);
        await Move(orders, key: 7, position: 21);

        foreach (var follower in followers)
        {
            await follower.Expect(7L).WaitAsync(twoSeconds);
        }
    }

    [Fact]
    public async Task What_another_connection_commits_to_a_file_arrives_before_the_second_is_over()
    {
        await using var orders = await OrdersAtRandom.Insert(Engine.Sqlite, count: 20, seed: 6);
        using var feed = new OrderFeed(orders.Store.Get<StoreSource>(), new EndlessSeconds(), NullLogger<OrderFeed>.Instance);
        var follower = new Follower();
        using var following = feed.Subscribe(follower.Take);
        await Move(orders, key: 7, position: 21);

        await follower.Expect(7L);
    }

    [Theory]
    [EveryEngine]
    public async Task A_wake_is_answered_at_once_and_changes_after_it_come_together_a_second_later(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 20, seed: 2);
        using var feed = FeedOf(orders);
        var follower = new Follower();
        using var following = feed.Subscribe(follower.Take);
        await Move(orders, key: 1, position: 21);
        feed.Wake();
        await follower.Expect(1L);

        await Move(orders, key: 2, position: 22);
        feed.Wake();
        await Move(orders, key: 3, position: 23);
        feed.Wake();
        await follower.Expect(2L, 3L);
    }

    [Theory]
    [EveryEngine]
    public async Task A_follower_that_fails_stops_neither_the_others_nor_itself(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 20, seed: 3);
        using var feed = FeedOf(orders);
        var (failing, healthy) = (new Follower(new InvalidOperationException("mine alone")), new Follower());
        using var first = feed.Subscribe(failing.Take);
        using var second = feed.Subscribe(healthy.Take);
        await Move(orders, key: 4, position: 21);
        await healthy.Expect(4L);
        await failing.Expect(4L);

        await Move(orders, key: 5, position: 22);
        await healthy.Expect(5L);
        await failing.Expect(5L);
    }

    [Theory]
    [EveryEngine]
    public async Task A_follower_that_is_slow_gets_what_it_missed_together_and_holds_up_nobody(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 20, seed: 4);
        using var feed = FeedOf(orders);
        var release = new TaskCompletionSource();
        var healthy = new Follower();
        var slow = new ConcurrentQueue<long[]>();
        var last = new TaskCompletionSource();
        using var first = feed.Subscribe(async keys =>
        {
            slow.Enqueue([.. keys.Order()]);
            if (slow.Count == 2)
            {
                last.SetResult();
            }

            await release.Task;
        });
        using var second = feed.Subscribe(healthy.Take);
        foreach (var key in new long[] { 1, 2, 3 })
        {
            await Move(orders, key, position: 20 + key);
            feed.Wake();
            await healthy.Expect(key);
        }

        release.SetResult();
        await last.Task.WaitAsync(Soon);
        Assert.Equal([[1L], [2L, 3L]], slow.ToArray());
    }

    [Theory]
    [EveryEngine]
    public async Task Who_has_left_hears_nothing_and_who_comes_later_hears_only_what_is_new(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 20, seed: 5);
        using var feed = FeedOf(orders);
        var (gone, late) = (new Follower(), new Follower());
        feed.Subscribe(gone.Take).Dispose();
        await Move(orders, key: 8, position: 21);
        using var following = feed.Subscribe(late.Take);
        await Move(orders, key: 9, position: 22);

        await late.Expect(9L);
        Assert.Equal(0, gone.Calls);
    }

    [Theory]
    [EveryEngine]
    public async Task A_follower_is_called_in_the_culture_it_subscribed_in(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 5, seed: 6);
        using var feed = FeedOf(orders);
        var culture = new TaskCompletionSource<string>();
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("pt-BR");
        using var following = feed.Subscribe(_ =>
        {
            culture.SetResult(CultureInfo.CurrentCulture.Name);
            return Task.CompletedTask;
        });
        CultureInfo.CurrentCulture = before;
        await Move(orders, key: 1, position: 21);

        Assert.Equal("pt-BR", await culture.Task.WaitAsync(Soon));
    }

    // A clock of its own: what is measured here is real time.
    private static OrderFeed FeedOf(OrdersAtRandom orders) =>
        new(orders.Store.Get<StoreSource>(), TimeProvider.System, NullLogger<OrderFeed>.Instance);

    // Something happens to the order.
    private static Task Move(OrdersAtRandom orders, long key, long position) => orders.Store.Execute(FormattableString.Invariant(
        $"""
        INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash")
        SELECT {position}, '{position}', "Key", 1, "CreatedAt", 'moved', 1, "Status", 0, '', '', '', '', "LastHash" FROM "Orders" WHERE "Key" = {key}
        """));

    // What takes a second or longer never comes.
    private sealed class EndlessSeconds : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime < TimeSpan.FromSeconds(1) ? dueTime : Timeout.InfiniteTimeSpan, period);
    }

    private sealed class Follower(Exception? failure = null)
    {
        private readonly System.Threading.Channels.Channel<long[]> calls = System.Threading.Channels.Channel.CreateUnbounded<long[]>();
        private int count;

        public int Calls => count;

        public Task Take(IReadOnlySet<long> keys)
        {
            Interlocked.Increment(ref count);
            calls.Writer.TryWrite([.. keys.Order()]);
            return failure is null ? Task.CompletedTask : Task.FromException(failure);
        }

        public async Task Expect(params long[] keys)
        {
            var called = await calls.Reader.ReadAsync().AsTask().WaitAsync(Soon);
            Assert.Equal(keys, called);
        }
    }
}
