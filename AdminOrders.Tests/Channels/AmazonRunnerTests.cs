using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Channels;

public sealed class AmazonRunnerTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [EveryEngine]
    public async Task Hints_about_one_order_are_one_look_and_a_hint_counts_once(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = there.Put(OrderThere.New(1, At));

        await there.Hint(order.Id, "a");
        await there.Hint(order.Id, "b");
        var again = await there.Inbox.Take(new(ChannelNames.Amazon, "a", order.Id, "OrderStatusChange"));
        await there.Looked();

        await using var db = there.Store.Read();
        Assert.False(again);
        Assert.Single(there.Calls, call => call.EndsWith(order.Id, StringComparison.Ordinal));
        var hints = await db.ChannelInbox.Where(hint => hint.Kind != ChannelHint.Polled).ToListAsync();
        Assert.Equal(2, hints.Count);
        Assert.All(hints, hint => Assert.Equal((ChannelHintState.Handled, ChannelDeed.Imported), (hint.State, hint.Deed)));
    }

    [Theory]
    [EveryEngine]
    public async Task What_no_notification_told_is_found_by_asking(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        for (var number = 1; number <= 230; number++)
        {
            there.Put(OrderThere.New(number, At.AddSeconds(number)));
        }

        await there.TurnFor(TimeSpan.FromMinutes(1));
        await using var db = there.Store.Read();
        var brought = await db.Orders.CountAsync();
        there.Put(there.Orders[OrderThere.IdOf(7)].CanceledBy("BUYER") with { UpdatedAt = there.Store.Clock.GetUtcNow() });
        await there.TurnFor(TimeSpan.FromMinutes(6));

        Assert.Equal(230, brought);
        Assert.Equal(("canceled", 229), ((await there.Facts(OrderThere.IdOf(7))).Status, await db.Orders.CountAsync(order => order.Status == "ready-for-handling")));
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Fact]
    public async Task A_window_counts_when_all_of_its_pages_are_taken()
    {
        await using var there = await AmazonThere.Open();
        for (var number = 1; number <= 130; number++)
        {
            there.Put(OrderThere.New(number, At.AddSeconds(number)));
        }

        var searches = 0;
        there.Trouble = call => call == "GET /orders/2026-01-01/orders" && ++searches > 1 ? (500, "") : null;
        await there.TurnFor(TimeSpan.FromMinutes(1));
        await using var db = there.Store.Read();
        var half = (await db.Channels.AsNoTracking().SingleAsync(), await db.Orders.CountAsync());
        await there.Restart();
        there.Trouble = _ => null;
        await there.TurnFor(TimeSpan.FromMinutes(1));

        Assert.Equal((null, 100), (half.Item1.PolledTo, half.Item2));
        Assert.Contains("500", half.Item1.LastError, StringComparison.Ordinal);
        var whole = await db.Channels.AsNoTracking().SingleAsync();
        Assert.Equal(130, await db.Orders.CountAsync());
        Assert.True(whole is { PolledTo: not null, LastError: null });
    }

    [Theory]
    [EveryEngine]
    public async Task Two_processes_look_after_amazon_and_one_does_it(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var other = AmazonThere.RunnerOf(there.Begin());
        var one = AmazonThere.RunnerOf(there.Process);

        await one.RunOnce(CancellationToken.None);
        var asked = there.Calls.Count;
        await other.RunOnce(CancellationToken.None);
        var held = there.Calls.Count;
        there.Store.Clock.Advance(ChannelLease.Length + TimeSpan.FromMinutes(5));
        await other.RunOnce(CancellationToken.None);

        Assert.Equal((1, 1, 2), (asked, held, there.Calls.Count));
    }

    [Theory]
    [EveryEngine]
    public async Task A_process_that_dies_between_inbox_and_order_is_followed_by_one_that_looks(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = there.Put(OrderThere.New(1, At));
        await there.Hint(order.Id);
        await there.Restart();
        await there.Looked();
        var brought = (await there.Facts(order.Id)).Status;

        // It has done the look, and nobody wrote that down.
        var canceled = there.Put(order.CanceledBy("BUYER") with { UpdatedAt = At.AddHours(1) });
        await there.Hint(order.Id);
        await there.Take(canceled);
        await there.Restart();
        await there.Looked();

        Assert.Equal(("ready-for-handling", "canceled"), (brought, (await there.Facts(order.Id)).Status));
        Assert.Single(await there.Store.History(AmazonThere.IdHere(order.Id)), row => row.Kind == "order-canceled");
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Fact]
    public async Task An_order_that_amazon_does_not_know_is_said_so_and_holds_nobody_up()
    {
        await using var there = await AmazonThere.Open();
        var order = there.Put(OrderThere.New(2, At));

        await there.Hint(OrderThere.IdOf(1));
        await there.Hint(order.Id);
        await there.Looked();

        var log = await there.Process.GetRequiredService<ChannelReader>().Log(ChannelNames.Amazon, null);
        Assert.Equal(ChannelDeed.Unknown, log.Single(hint => hint.ChannelOrderId == OrderThere.IdOf(1)).Deed);
        Assert.Equal("ready-for-handling", (await there.Facts(order.Id)).Status);
    }

    [Fact]
    public async Task Trouble_at_amazon_leaves_a_hint_waiting_until_it_is_over()
    {
        await using var there = await AmazonThere.Open();
        var order = there.Put(OrderThere.New(1, At));
        there.Trouble = _ => (503, "");
        await there.Hint(order.Id);
        await there.TurnFor(TimeSpan.FromMinutes(3));
        var failing = await there.Process.GetRequiredService<ChannelReader>().State(ChannelNames.Amazon);

        there.Trouble = _ => null;
        await there.Looked();

        Assert.Equal(1, failing!.Waiting);
        Assert.Contains("503", failing.Error, StringComparison.Ordinal);
        Assert.Equal("ready-for-handling", (await there.Facts(order.Id)).Status);
    }

    [Theory]
    [EveryEngine]
    public async Task An_order_that_cannot_be_read_on_a_page_is_asked_for_by_itself_and_one_without_an_id_is_told_of(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = there.Put(OrderThere.New(1, At));
        there.Trouble = call => call == "GET /orders/2026-01-01/orders" ? (200, $$"""{"orders":[{"orderId":"{{order.Id}}","createdTime":"yesterday"},null]}""") : null;

        await there.TurnFor(TimeSpan.FromMinutes(2));

        Assert.Equal("ready-for-handling", (await there.Facts(order.Id)).Status);
        await using var db = there.Store.Read();
        var channel = await db.Channels.AsNoTracking().SingleAsync();
        Assert.NotNull(channel.PolledTo);
        Assert.Equal("Orders that Amazon told of without an id that could be read: 1.", channel.LastError);
    }

    [Fact]
    public async Task An_order_that_nobody_can_read_holds_up_no_other()
    {
        await using var there = await AmazonThere.Open();
        var (broken, order) = (OrderThere.IdOf(1), there.Put(OrderThere.New(2, At)));
        there.Trouble = call => call == $"GET /orders/2026-01-01/orders/{broken}" ? (200, "{}") : null;
        await there.Hint(broken);
        await there.TurnFor(TimeSpan.FromMinutes(20));

        await there.Hint(order.Id);
        await there.TurnFor(TimeSpan.FromMinutes(10));

        Assert.Equal("ready-for-handling", (await there.Facts(order.Id)).Status);
    }
}
