using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Channels;

public sealed class AmazonCancellationsTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [EveryEngine]
    public async Task What_is_canceled_here_is_canceled_on_amazon_and_its_echo_changes_nothing(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = await Brought(there);
        var reason = (await there.Store.Reasons.List()).First(reason => reason.MarketplaceCode == "PRICING_ERROR");

        await Cancel(there, order, new(reason.LabelId, null));
        await Settle(there);
        var rows = (await there.Store.History(AmazonThere.IdHere(order.Id))).Count;
        var echo = await there.See(there.Orders[order.Id]);

        var delivery = Assert.Single(await there.Store.Deliveries(Consumers.Channel));
        Assert.Equal((DeliveryState.Done, "CANCELLED"), (delivery.State, there.Orders[order.Id].Status));
        Assert.Equal("PRICING_ERROR", Assert.Single(there.CancelCodes));
        Assert.Equal((ChannelDeed.Nothing, rows), (echo.Deed, (await there.Store.History(AmazonThere.IdHere(order.Id))).Count));
    }

    [Fact]
    public async Task A_cancellation_that_amazon_has_only_taken_is_read_back_until_it_is_done()
    {
        await using var there = await AmazonThere.Open();
        var order = await Brought(there);
        there.OnCancel = taken => taken;
        await Cancel(there, order, Reason.None);

        await Settle(there);
        var waiting = Assert.Single(await there.Store.Deliveries(Consumers.Channel));
        there.Store.Clock.Advance(TimeSpan.FromMinutes(1));
        await Settle(there);
        there.Put(order.CanceledBy("MERCHANT") with { UpdatedAt = At.AddHours(2) });
        there.Store.Clock.Advance(TimeSpan.FromMinutes(5));
        await Settle(there);

        Assert.Equal((DeliveryState.Owed, "Amazon has taken the cancellation and not carried it out yet."), (waiting.State, waiting.LastAnswer));
        Assert.Equal(DeliveryState.Done, Assert.Single(await there.Store.Deliveries(Consumers.Channel)).State);
        Assert.Equal("NO_INVENTORY", Assert.Single(there.CancelCodes));
    }

    [Theory]
    [EveryEngine]
    public async Task What_amazon_has_taken_is_not_asked_again_whatever_the_next_calls_say(Engine engine)
    {
        await using var there = await AmazonThere.Open(engine);
        var order = await Brought(there);
        there.OnCancel = taken => taken;
        var reads = 0;
        there.Trouble = call => call.StartsWith("GET ", StringComparison.Ordinal) && call.EndsWith(order.Id, StringComparison.Ordinal) && ++reads is 2 or 4 ? (429, """{"errors":[{"code":"QuotaExceeded"}]}""") : null;
        await Cancel(there, order, Reason.None);

        for (var turn = 0; turn < 6; turn++)
        {
            await Settle(there);
            there.Store.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.Single(there.CancelCodes);
        var owed = Assert.Single(await there.Store.Deliveries(Consumers.Channel));
        Assert.Equal("Amazon has taken the cancellation and not carried it out yet.", owed.LastAnswer);
        var told = Assert.Single(await there.Process.GetRequiredService<ChannelReader>().Log(ChannelNames.Amazon, null), hint => hint.Kind == ChannelHint.Told);
        Assert.Equal((ChannelDeed.CancellationTaken, AmazonThere.IdHere(order.Id)), (told.Deed, told.OrderId));
    }

    [Fact]
    public async Task What_amazon_refuses_stays_canceled_here_and_says_why()
    {
        await using var there = await AmazonThere.Open();
        var order = await Brought(there);
        there.Put(order.Shipped() with { UpdatedAt = At.AddHours(1) });
        await Cancel(there, order, Reason.None);

        await Settle(there);

        var delivery = Assert.Single(await there.Store.Deliveries(Consumers.Channel));
        Assert.Equal((DeliveryState.Failed, "canceled"), (delivery.State, (await there.Facts(order.Id)).Status));
        Assert.Contains("OrderAlreadyShipped", delivery.LastAnswer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_canceled_there_already_is_done_without_asking()
    {
        await using var there = await AmazonThere.Open();
        var order = await Brought(there);
        await Cancel(there, order, Reason.None);
        there.Put(order.CanceledBy("BUYER") with { UpdatedAt = At.AddHours(1) });

        await Settle(there);

        Assert.Empty(there.CancelCodes);
        Assert.Equal(DeliveryState.Done, Assert.Single(await there.Store.Deliveries(Consumers.Channel)).State);
    }

    [Fact]
    public async Task Amazon_is_sent_no_invoice_and_that_is_no_unfinished_work()
    {
        await using var there = await AmazonThere.Open();
        var order = OrderThere.New(1, At);
        await there.See(order);
        await there.Store.Send(AmazonThere.IdHere(order.Id), new Invoice(new("N-1", 7_500, At)), Actors.Owner);

        await Settle(there);

        var delivery = Assert.Single(await there.Store.Deliveries(Consumers.Channel));
        Assert.Equal((DeliveryState.Done, "Amazon takes shipments from the store and no invoices: nothing was sent."), (delivery.State, delivery.LastAnswer));
    }

    [Fact]
    public async Task What_is_owed_to_a_marketplace_without_a_connector_is_for_a_person()
    {
        await using var there = await AmazonThere.Open();
        await there.Store.Import(An.Order("mkt-1").Unpaid().With(facts => facts with { IsMarketplaceOrder = true }));
        await there.Store.Send("mkt-1", new Cancel(Owing.NewId(), Side.Store, new(null, "why")), Actors.Operator);

        await Settle(there);

        var delivery = Assert.Single(await there.Store.Deliveries(Consumers.Channel));
        Assert.Equal(DeliveryState.Failed, delivery.State);
        Assert.StartsWith("No connector is set up for the affiliate", delivery.LastAnswer, StringComparison.Ordinal);
    }

    private static async Task<OrderThere> Brought(AmazonThere there)
    {
        var order = OrderThere.New(1, At) with { Status = "PENDING" };
        await there.See(order);
        return order;
    }

    private static async Task Cancel(AmazonThere there, OrderThere order, Reason reason)
    {
        var answer = await there.Store.Send(
            AmazonThere.IdHere(order.Id), new Cancel(Owing.NewId(), Side.Store, reason.LabelId is null ? new(null, "why") : reason), Actors.Operator);
        Assert.Equal("canceled", answer.Status);
    }

    private static async Task Settle(AmazonThere there)
    {
        using var runner = there.Effects();
        await runner.Settle();
    }
}
