using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Connectors.Protocol;

/// <summary>The store as the external seller of a marketplace: what is canceled and invoiced here is told there.</summary>
public sealed class MarketplaceNoticesTests
{
    private const string Id = "o-1";

    [Theory]
    [EveryEngine]
    public async Task What_is_canceled_here_is_told_to_the_marketplace_with_the_reason(Engine engine)
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Taken, engine);
        await Cancel(stage);

        await stage.Runner.Settle();

        var (call, delivery) = (Assert.Single(stage.Calls), await stage.Delivery(Consumers.Channel));
        Assert.Equal("/services/pvt/orders/M-1/cancel", call.Path);
        Assert.Equal("""{"reason":"sold out"}""", call.Body.GetRawText());
        Assert.Equal(("our-key", "our-token", $"{delivery.HistoryId}.channel"), (Header(call, "X-VTEX-API-AppKey"), Header(call, "X-VTEX-API-AppToken"), Header(call, "Idempotency-Key")));
        Assert.Equal((DeliveryState.Done, "Its receipt: b5d2"), (delivery.State, delivery.LastAnswer));
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task An_invoice_is_told_as_the_orders_interface_takes_it(Engine engine)
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Taken, engine);
        await stage.Import(An.Order(Id).FromMarketplace().Handling());
        await stage.Store.Send(Id, new Invoice(new("F-1", 4_000, An.Instant) { Items = [new(0, 2)], Key = "K", TrackingNumber = "T" }), Actors.Owner);

        await stage.Runner.Settle();

        var call = Assert.Single(stage.Calls);
        Assert.Equal("/services/pvt/orders/M-1/invoice", call.Path);
        Assert.Equal(
            """{"type":"Output","issuanceDate":"2026-03-02T12:00:00.0000000\u002B00:00","invoiceNumber":"F-1","invoiceValue":"4000","items":[{"id":"sku-1","price":2000,"quantity":2}],"invoiceKey":"K","trackingNumber":"T"}""",
            call.Body.GetRawText());
        Assert.Equal(DeliveryState.Done, (await stage.Delivery(Consumers.Channel)).State);
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task What_the_marketplace_refuses_stays_canceled_here_and_stands_in_unfinished_work(Engine engine)
    {
        await using var stage = await PartnerStage.Open(_ => new(409, """{"error":{"code":"OMS003","message":"invoiced"}}"""), engine);
        await Cancel(stage);

        await stage.SettleFor(TimeSpan.FromDays(1));

        Assert.Single(stage.Calls);
        var listed = Assert.Single((await stage.Store.Get<UnfinishedReader>().List(new(UnfinishedKind.Channel, UnfinishedState.GivenUp), null, 10)).Rows);
        Assert.Contains("OMS003", listed.LastAnswer, StringComparison.Ordinal);
        Assert.Equal(Status.Canceled, (await stage.Store.Facts(Id)).Status);
        await stage.AssertIntact();
    }

    [Theory]
    [InlineData(503, "")]
    [InlineData(429, "")]
    [InlineData(200, "")]
    [InlineData(200, "<html>")]
    [InlineData(-1, "")]
    public async Task Trouble_is_tried_again_with_the_same_id(int status, string body)
    {
        var hasTrouble = true;
        await using var stage = await PartnerStage.Open(call => !hasTrouble ? PartnerStage.Taken(call) : status < 0 ? null : new(status, body));
        await Cancel(stage);

        await stage.Runner.Settle();
        var failing = await stage.Delivery(Consumers.Channel);
        hasTrouble = false;
        await stage.SettleFor(TimeSpan.FromMinutes(1));

        Assert.Equal(DeliveryState.Owed, failing.State);
        Assert.StartsWith("The marketplace 127.0.0.1 ", failing.LastAnswer, StringComparison.Ordinal);
        Assert.Equal((2, 1), (stage.Calls.Count, stage.Calls.Select(call => Header(call, "Idempotency-Key")).Distinct().Count()));
        Assert.Equal(DeliveryState.Done, (await stage.Delivery(Consumers.Channel)).State);
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_server_that_dies_with_its_claim_is_followed_by_another_with_the_same_id(Engine engine)
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Taken, engine);
        await Cancel(stage);
        await stage.Runner.Settle();
        await stage.Store.Execute("""UPDATE "Deliveries" SET "State" = 0, "NextAttemptAt" = 0, "LastAnswer" = NULL WHERE "Consumer" = 'channel'""");

        await stage.Runner.Settle();

        Assert.Equal((2, 1), (stage.Calls.Count, stage.Calls.Select(call => Header(call, "Idempotency-Key")).Distinct().Count()));
        Assert.Equal(DeliveryState.Done, (await stage.Delivery(Consumers.Channel)).State);
        await stage.AssertIntact();
    }

    [Fact]
    public async Task A_marketplace_is_not_told_what_it_canceled_itself()
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Taken);
        await stage.Import(An.Order(Id).FromMarketplace().Unpaid());
        await stage.Store.Send(Id, new Cancel(Owing.NewId(), Side.Marketplace, new(null, "bought twice")), Actors.Marketplace);

        await stage.Runner.Settle();

        Assert.Empty(stage.Calls);
        Assert.Equal("The marketplace canceled it itself.", (await stage.Delivery(Consumers.Channel)).LastAnswer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    public async Task An_order_that_does_not_say_its_id_there_is_for_a_person(string marketplaceOrderId)
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Taken);
        var order = An.Order(Id).FromMarketplace().Unpaid().AsImported();
        await stage.Store.Import(order with { Description = order.Description with { AffiliateId = PartnerStage.Affiliate, MarketplaceOrderId = marketplaceOrderId } });
        await stage.Store.Send(Id, new Cancel(Owing.NewId(), Side.Store, new(null, "sold out")), Actors.Operator);

        await stage.Runner.Settle();

        Assert.Empty(stage.Calls);
        Assert.Equal(DeliveryState.Failed, (await stage.Delivery(Consumers.Channel)).State);
    }

    private static async Task Cancel(PartnerStage stage)
    {
        await stage.Import(An.Order(Id).FromMarketplace().Unpaid());
        Assert.Equal(Status.Canceled, (await stage.Store.Send(Id, new Cancel(Owing.NewId(), Side.Store, new(null, "sold out")), Actors.Operator)).Status);
    }

    private static string Header(PartnerCall call, string name) => call.Headers[name].ToString();
}
