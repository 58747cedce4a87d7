using System.Text.Json;
using AdminOrders.Core.Connectors.Amazon;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Channels;

/// <summary>Whatever words Amazon uses and however it feels: one order holds up no other, and in the end all is as it is there.</summary>
public sealed class AmazonNonsenseTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Reasons() => new(
        "<img src=x onerror=alert(1)>", "a\0b", "'; DROP TABLE \"Orders\"; --", "🎁" + new string('x', 3_000), string.Concat(Enumerable.Repeat("🎁", 1_000)), "\u202Edesrever", " \t\n ");

    [Theory]
    [EveryEngineWith(nameof(Reasons))]
    public async Task A_reason_of_any_letters_cancels_the_order_and_can_be_assigned(Engine engine, string because)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = OrderThere.New(1, At);
        await there.See(order.Asked(because));

        var hint = await there.See(order.Asked(because).CanceledBy("BUYER", because) with { UpdatedAt = At.AddHours(1) });

        var (facts, reasons) = (await there.Facts(order.Id), there.Store.Get<ChannelReasons>());
        Assert.Equal((ChannelDeed.Canceled, "canceled"), (hint.Deed, facts.Status));
        Assert.True(facts.Cancellation!.Reason.Text?.Length is null or <= InputLimits.ReasonLength);
        var ours = (await there.Store.Reasons.List())[0].Id;
        foreach (var met in await reasons.List(ChannelNames.Amazon))
        {
            Assert.True(await reasons.Map(ChannelNames.Amazon, met.Words, ours));
        }

        Assert.True((await there.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Fact]
    public async Task Words_that_amazon_never_used_and_reasons_that_are_not_there_are_not_assigned()
    {
        await using var there = await AmazonThere.Open();
        var reasons = there.Store.Get<ChannelReasons>();
        await there.See(OrderThere.New(1, At).CanceledBy("BUYER", "Found it cheaper"));

        Assert.False(await reasons.Map(ChannelNames.Amazon, "Never said", (await there.Store.Reasons.List())[0].Id));
        Assert.False(await reasons.Map(ChannelNames.Amazon, "Found it cheaper", int.MaxValue));
        Assert.False(await reasons.Map("ebay", "Found it cheaper", null));
        Assert.Null(Assert.Single(await reasons.List(ChannelNames.Amazon)).ReasonId);
    }

    [Theory]
    [InlineData("10.005", true)]
    [InlineData("10,00", true)]
    [InlineData("-1.00", true)]
    [InlineData("10.00", false)]
    public async Task An_amount_that_is_none_makes_no_order_of_another_value(string amount, bool isUnreadable)
    {
        await using var there = await AmazonThere.Open();
        var told = OrderThere.New(1, At).Json();
        told["proceeds"]!["grandTotal"]!["amount"] = amount;

        var look = await there.Process.GetRequiredService<AmazonLook>().Take(JsonSerializer.Deserialize(told, AmazonJson.Default.AmazonOrder)!, CancellationToken.None);

        Assert.Equal(isUnreadable ? (ChannelDeed.Unreadable, $"{amount} BRL is no amount of whole minor units.") : (ChannelDeed.Imported, null), (look.Deed, look.Words));
        await using var db = there.Store.Read();
        Assert.Equal(isUnreadable ? 0 : 1, db.Orders.Count());
    }

    [Theory]
    [EveryEngine]
    public async Task Items_and_names_of_any_letters_hold_nobody_up(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var items = Enumerable.Range(0, 60).Select(number => new ItemThere(new string('\0', 1) + new string('é', 60) + number, $"SKU-{number}\0", 1)).ToArray();
        there.Put(OrderThere.New(1, At) with { Items = [.. items, new("last", "SKU", 1)] });
        there.Put(OrderThere.New(2, At));
        await there.Hint(OrderThere.IdOf(1));
        await there.Hint(OrderThere.IdOf(2));
        await there.Looked();

        there.Put(there.Orders[OrderThere.IdOf(1)] with { Items = [.. items.Select(item => item with { CanceledBy = "AMAZON", Because = "\0" }), new("last", "SKU", 1)], UpdatedAt = At.AddHours(1) });
        await there.Hint(OrderThere.IdOf(1));
        await there.Looked();

        Assert.Equal("ready-for-handling", (await there.Facts(OrderThere.IdOf(2))).Status);
        var told = (await there.Process.GetRequiredService<ChannelReader>().Log(ChannelNames.Amazon, null)).First(hint => hint.ChannelOrderId == OrderThere.IdOf(1) && hint.Kind != ChannelHint.Polled);
        Assert.Equal((ChannelDeed.ItemsCanceled, null), (told.Deed, told.Words));
    }

    [Fact]
    public async Task An_hour_without_any_quota_loses_nothing_and_is_not_asked_through()
    {
        await using var there = await AmazonThere.Open();
        var (notified, found) = (there.Put(OrderThere.New(1, At)), there.Put(OrderThere.New(2, At)));
        there.Trouble = _ => (429, """{"errors":[{"code":"QuotaExceeded","message":"You exceeded your quota"}]}""");
        await there.Hint(notified.Id);
        await there.TurnFor(TimeSpan.FromHours(1));
        var (asked, state) = (there.Calls.Count, await there.Process.GetRequiredService<ChannelReader>().State(ChannelNames.Amazon));

        there.Trouble = _ => null;
        await there.TurnFor(TimeSpan.FromMinutes(10));

        Assert.InRange(asked, 2, 50);
        Assert.Contains("429", state!.Error, StringComparison.Ordinal);
        Assert.Equal(("ready-for-handling", "ready-for-handling"), ((await there.Facts(notified.Id)).Status, (await there.Facts(found.Id)).Status));
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(3)]
    public async Task A_clock_that_is_hours_off_misses_no_order(int hours)
    {
        await using var there = await AmazonThere.Open();
        await there.TurnFor(TimeSpan.FromMinutes(6));
        there.ClockThere = TimeSpan.FromHours(hours);
        await there.TurnFor(TimeSpan.FromMinutes(6));

        there.Put(OrderThere.New(1, there.Store.Clock.GetUtcNow() + there.ClockThere));
        await there.TurnFor(TimeSpan.FromMinutes(12));

        Assert.Equal("ready-for-handling", (await there.Facts(OrderThere.IdOf(1))).Status);
    }
}
