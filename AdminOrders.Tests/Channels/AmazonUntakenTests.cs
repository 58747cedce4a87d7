using System.Text.Json.Nodes;
using AdminOrders.Core.Connectors.Amazon;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Channels;

/// <summary>What Amazon tells of and cannot be taken in: it is kept, tried again and seen, until it goes through.</summary>
public sealed class AmazonUntakenTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [EveryEngine]
    public async Task An_order_without_items_is_no_order_and_is_unfinished_work_until_it_has_some(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At);
        there.Put(order with { Items = [] });
        await there.TurnFor(TimeSpan.FromMinutes(30));

        var untaken = Assert.Single(await Untaken(there));
        Assert.Equal((order.Id, "Amazon tells of no item of the order."), (untaken.ChannelOrderId, untaken.Words));
        Assert.InRange(untaken.Attempts, 3, 12);
        Assert.Null(await there.Store.Workflow.Facts(AmazonThere.IdHere(order.Id)));
        var tally = (await there.Store.Get<UnfinishedCounts>().Now())!;
        Assert.Equal((1L, 1L), (tally.Untaken, tally.NeedsLook));

        await there.Restart();
        there.Put(order);
        await there.TurnFor(TimeSpan.FromHours(1));

        Assert.Empty(await Untaken(there));
        Assert.Equal("ready-for-handling", (await there.Facts(order.Id)).Status);
        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task What_met_a_bug_is_told_with_its_trace_and_a_retry_looks_at_once(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var (order, other) = (there.Put(OrderThere.New(1, At)), there.Put(OrderThere.New(2, At)));
        there.Trouble = call => call.EndsWith(order.Id, StringComparison.Ordinal) ? (200, Odd(order)) : call.EndsWith("/orders", StringComparison.Ordinal) ? (200, """{"orders":[]}""") : null;
        await there.Hint(order.Id);
        await there.Hint(other.Id);
        await there.TurnFor(TimeSpan.FromHours(3));

        var untaken = Assert.Single(await Untaken(there));
        Assert.StartsWith("Unexpected error; trace ", untaken.Words, StringComparison.Ordinal);
        Assert.InRange(untaken.NextAt!.Value - there.Store.Clock.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromHours(1));
        Assert.Equal("ready-for-handling", (await there.Facts(other.Id)).Status);

        there.Trouble = _ => null;
        Assert.True(await there.Inbox.Retry(ChannelNames.Amazon, order.Id));
        await there.TurnFor(TimeSpan.FromSeconds(10));

        Assert.Equal("ready-for-handling", (await there.Facts(order.Id)).Status);
        Assert.Empty(await Untaken(there));
        Assert.False(await there.Inbox.Retry(ChannelNames.Amazon, order.Id));
    }

    [Fact]
    public async Task A_newer_word_that_can_be_read_ends_what_waits_of_the_order()
    {
        await using var there = await AmazonThere.Open();
        var order = OrderThere.New(1, At);
        there.Put(order with { Items = [] });
        await there.Hint(order.Id);
        await there.TurnFor(TimeSpan.FromMinutes(20));

        await there.See(order with { UpdatedAt = At.AddHours(1) });

        Assert.Empty(await Untaken(there));
    }

    [Fact]
    public async Task Waiting_for_ones_own_calls_is_no_trouble_of_the_channel()
    {
        await using var there = await AmazonThere.Open();
        there.Put(OrderThere.New(1, At));
        var quota = there.Process.GetRequiredService<AmazonQuotas>().Of(AmazonOperation.SearchOrders);
        Assert.NotNull(Enumerable.Range(0, 1_000).Select(_ => quota.Take()).First(next => next is not null));

        await AmazonThere.RunnerOf(there.Process).RunOnce(CancellationToken.None);
        var state = await there.Process.GetRequiredService<ChannelReader>().State(ChannelNames.Amazon);
        await there.TurnFor(TimeSpan.FromMinutes(10));

        Assert.Null(state?.Error);
        Assert.Equal("ready-for-handling", (await there.Facts(OrderThere.IdOf(1))).Status);
    }

    private static Task<IReadOnlyList<UntakenOrder>> Untaken(AmazonThere there) => there.Process.GetRequiredService<ChannelReader>().Untaken(ChannelNames.Amazon);

    // An item that is none: nobody has thought of that.
    private static string Odd(OrderThere order)
    {
        var told = order.Json();
        told["orderItems"] = JsonNode.Parse("[null]");
        return new JsonObject { ["order"] = told }.ToJsonString();
    }
}
