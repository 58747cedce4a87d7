using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Connectors.Protocol;

/// <summary>Which cancellations a seller is told of, and which it knows or nobody has to tell.</summary>
public sealed class WhoTellsSellersTests
{
    [Theory]
    [EveryEngine]
    public async Task What_is_canceled_at_once_is_told_with_the_events_own_id(Engine engine)
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Confirmed, engine);
        await stage.Import(An.Order("o-1").FulfilledBySeller().Unpaid());
        await stage.Store.Send("o-1", new Cancel(Owing.NewId(), Side.Store, Reason.None with { Text = "sold out" }), Actors.Operator);

        await stage.Runner.Settle();

        var (call, delivery) = (Assert.Single(stage.Calls), await stage.Delivery());
        Assert.Equal(delivery.HistoryId, call.RequestId);
        Assert.False(call.Body.GetProperty("requestedByUser").GetBoolean());
        Assert.Equal((DeliveryState.Done, "Loja seller-2 confirmed the cancellation; its receipt: e39d05f9"), (delivery.State, delivery.LastAnswer));
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_seller_is_not_told_what_it_did_itself(Engine engine)
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Evaluating, engine);
        await stage.Import(An.Order("at-once").FulfilledBySeller().Unpaid());
        await stage.Import(An.Order("asked").FulfilledBySeller().Handling());
        await stage.Import(An.Order("confirmed").FulfilledBySeller().Handling().AskedBy(Side.Customer));
        foreach (var id in new[] { "at-once", "asked" })
        {
            await stage.Store.Send(id, new Cancel(Owing.NewId(), Side.Seller, Reason.None), Actors.Seller);
        }

        await stage.Store.Send("confirmed", new ConfirmCancellation(OrderBuilder.RequestId(Side.Customer)), Actors.Seller);

        Assert.Equal(Status.Canceled, (await stage.Store.Facts("confirmed")).Status);
        Assert.Empty(await stage.Store.Deliveries(Consumers.Seller));
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task Nobody_is_told_of_the_stores_own_orders_or_by_what_a_document_told(Engine engine)
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Evaluating, engine);
        await stage.Import(An.Order("own").Paid());
        await stage.Store.Send("own", new Cancel(Owing.NewId(), Side.Store, new(null, "why")), Actors.Operator);
        await stage.Import(An.Order("elsewhere").FulfilledBySeller().Handling());
        await stage.Store.Import(An.Order("elsewhere").FulfilledBySeller().Canceled().AsImported("""{"orderId":"elsewhere","status":"canceled"}"""));
        await stage.Import(An.Order("incomplete").FulfilledBySeller().In("", An.Instant.AddMinutes(-1)));
        await stage.Store.Send("incomplete", new ApplyDueTimers(), Actor.System);

        Assert.All(["own", "elsewhere", "incomplete"], id => Assert.Equal(Status.Canceled, stage.Store.Facts(id).GetAwaiter().GetResult().Status));
        Assert.Empty(await stage.Store.Deliveries(Consumers.Seller));
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_seller_without_an_address_is_nobodys_unfinished_work(Engine engine)
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Confirmed, engine);
        await stage.Import(An.Order("o-1").FulfilledBySeller().With(order => order with { SellerId = "seller-3" }).Handling());
        await stage.Store.Send("o-1", new Cancel(Owing.NewId(), Side.Store, new(null, "why")), Actors.Operator);

        await stage.Runner.Settle();

        Assert.Empty(stage.Calls);
        var delivery = await stage.Delivery();
        Assert.Equal(DeliveryState.Done, delivery.State);
        Assert.StartsWith("No address is set up for the seller \"seller-3\"", delivery.LastAnswer, StringComparison.Ordinal);
        Assert.Equal(Status.WaitingForSellerDecision, (await stage.Store.Facts("o-1")).Status);
        await stage.AssertIntact();
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task An_id_of_the_sellers_that_no_address_carries_is_not_called_by(string sellerOrderId)
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Confirmed);
        var order = An.Order("o-1").FulfilledBySeller().Unpaid().AsImported();
        await stage.Store.Import(order with { Description = order.Description with { SellerOrderId = sellerOrderId } });
        await stage.Store.Send("o-1", new Cancel(Owing.NewId(), Side.Store, new(null, "why")), Actors.Operator);

        await stage.Runner.Settle();

        Assert.Equal("/fulfillment/pvt/orders/o-1/cancel", Assert.Single(stage.Calls).Path);
    }

    [Theory]
    [EveryEngine]
    public async Task A_second_side_that_asks_waits_behind_the_first_and_ends_with_it(Engine engine)
    {
        var hasDecided = false;
        await using var stage = await PartnerStage.Open(call => hasDecided ? PartnerStage.Confirmed(call) : PartnerStage.Evaluating(call), engine);
        await stage.Request();
        await stage.Store.Send("o-1", new Cancel(Owing.NewId(), Side.Marketplace, new(null, "we too")), Actors.Marketplace);
        await stage.SettleFor(TimeSpan.FromHours(1));
        var asked = stage.Calls.Select(call => call.RequestId).Distinct().Count();

        hasDecided = true;
        await stage.SettleFor(TimeSpan.FromHours(2));

        Assert.Equal(1, asked);
        Assert.Equal([DeliveryState.Done, DeliveryState.Done], (await stage.Store.Deliveries(Consumers.Seller)).Select(delivery => delivery.State));
        Assert.Single(stage.Calls.Select(call => call.RequestId).Distinct());
        await stage.AssertIntact();
    }
}
