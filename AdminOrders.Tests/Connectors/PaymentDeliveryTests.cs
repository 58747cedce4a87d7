using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Connectors;

public sealed class PaymentDeliveryTests
{
    private const string Document =
        """
        {"orderId":"o-1","paymentData":{"transactions":[{"transactionId":"T-card","payments":[
            {"id":"other","tid":"1"},
            {"id":"card","tid":"10022005181543584603","connectorResponses":{"Tid":"x","nsu":"NSU987432","authId":"5784589"}}]}]}}
        """;

    [Theory]
    [EveryEngine]
    public async Task A_canceled_order_voids_what_was_authorized_and_the_payment_shows_it(Engine engine)
    {
        await using var stage = await ProviderStage.Open(ProviderStage.Done, engine);
        await stage.Cancel(An.Order("o-1").Paid(), Document);

        await stage.Runner.Settle();
        await stage.Runner.Settle();

        var call = Assert.Single(stage.Calls);
        var delivery = Assert.Single(await stage.Store.Deliveries(Consumers.Payment));
        Assert.Equal(("/provider/payments/card/cancellations", "our-key", "our-token", "application/json"), (call.Path, call.AppKey, call.AppToken, call.ContentType));
        AssertJson(
            $$"""{"paymentId":"card","requestId":"{{delivery.HistoryId}}.payment","transactionId":"T-card","authorizationId":"5784589","tid":"10022005181543584603","nsu":"NSU987432","value":10000}""",
            call.Body);
        Assert.Equal((DeliveryState.Done, null), (delivery.State, delivery.NextAttemptAt));
        Assert.Equal(new PaymentFact("card", PaymentState.Voided, 10_000, 0, 0, 0), await stage.Payment("o-1"));
        Assert.Equal(["money-owed", "money-returned"], await stage.Kinds("o-1"));
        Assert.Equal("system", (await stage.Store.History("o-1"))[^1].ActorId);
        Assert.True((await stage.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [InlineData("BRL", "100")]
    [InlineData("JPY", "10000")]
    [InlineData("KWD", "10")]
    public async Task What_was_captured_is_given_back_in_the_currencys_own_units(string currency, string value)
    {
        await using var stage = await ProviderStage.Open(ProviderStage.Done);
        await stage.Cancel(An.Order("o-1").InWindow().Captured().Worth(10_000, currency), Document);

        await stage.Runner.Settle();

        var call = Assert.Single(stage.Calls);
        AssertJson(
            $$"""{"paymentId":"card","requestId":"{{call.RequestId}}","transactionId":"T-card","settleId":"","tid":"10022005181543584603","authorizationId":"5784589","nsu":"NSU987432","value":{{value}}}""",
            call.Body);
        Assert.Equal(new PaymentFact("card", PaymentState.Captured, 10_000, 10_000, 10_000, 0), await stage.Payment("o-1"));
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_asked_for_again_by_the_same_id_and_counts_once()
    {
        var isLost = true;
        await using var stage = await ProviderStage.Open(call => isLost ? null : ProviderStage.Done(call));
        await stage.Cancel(An.Order("o-1").InWindow().Captured());

        await stage.Runner.Settle();
        isLost = false;
        stage.Store.Clock.Advance(TimeSpan.FromSeconds(5));
        await stage.Runner.Settle();

        Assert.Equal(2, stage.Calls.Count);
        Assert.Single(stage.Calls.Select(call => call.RequestId).Distinct());
        Assert.Equal(10_000, (await stage.Payment("o-1")).Refunded);
        Assert.Equal(["money-owed", "money-returned"], await stage.Kinds("o-1"));
    }

    [Theory]
    [EveryEngine]
    public async Task An_answer_that_comes_twice_or_after_a_person_changes_nothing_more(Engine engine)
    {
        await using var stage = await ProviderStage.Open(ProviderStage.Done, engine);
        await stage.Cancel(An.Order("o-1").InWindow().Captured());
        await stage.Cancel(An.Order("o-2").InWindow().Captured());
        await stage.Store.Send("o-2", new FinishByHand(await EffectOf(stage, "o-2"), "by bank"), Actors.Operator);
        Assert.Equal(["o-2"], await GivenBack(stage));
        await stage.Runner.Settle();

        Assert.Equal(["o-1", "o-2"], await GivenBack(stage));
        foreach (var (order, why) in new[] { ("o-1", Already.Delivered), ("o-2", Already.DoneByHand) })
        {
            var again = new RecordPaymentAnswer(await EffectOf(stage, order), PaymentAnswer.Refunded);
            Assert.Equal(why, Assert.IsType<Unchanged>((await stage.Store.Send(order, again, Actor.System)).Decision).Why);
            Assert.Equal((10_000, 0), ((await stage.Payment(order)).Refunded, (await stage.Payment(order)).Owed));
        }

        Assert.Single(stage.Calls);
        Assert.True((await stage.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task A_void_that_comes_too_late_becomes_a_refund(Engine engine)
    {
        await using var stage = await ProviderStage.Open(
            call => call.Operation == "cancellations" ? Failed(call, 500, "already-settled", "This payment has been settled") : ProviderStage.Done(call), engine);
        await stage.Cancel(An.Order("o-1").Paid());

        await stage.Runner.Settle();

        Assert.Equal(["cancellations", "refunds"], stage.Calls.Select(call => call.Operation));
        Assert.Equal(2, stage.Calls.Select(call => call.RequestId).Distinct().Count());
        Assert.Equal(new PaymentFact("card", PaymentState.Captured, 10_000, 10_000, 10_000, 0), await stage.Payment("o-1"));
        Assert.Equal(["money-owed", "payment-found-captured", "money-owed", "money-returned"], await stage.Kinds("o-1"));
        Assert.All(await stage.Store.Deliveries(Consumers.Payment), delivery => Assert.Equal(DeliveryState.Done, delivery.State));
        Assert.True((await stage.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [InlineData(501, "cancel-manually", "This payment needs to be manually cancelled", true)]
    [InlineData(500, "cancel-manually", "Not here", true)]
    [InlineData(400, "denied", "The issuer will not do this", false)]
    [InlineData(200, "denied", "Nothing was done", false)]
    public async Task What_the_provider_does_not_do_waits_for_a_person_with_its_words(int status, string code, string message, bool isByHand)
    {
        var answer = new Said(0, "");
        await using var stage = await ProviderStage.Open(call => answer.Status == 0 ? Failed(call, status, code, message) : ProviderStage.Done(call));
        await stage.Cancel(An.Order("o-1").Paid());

        await stage.Runner.Settle();

        var delivery = Assert.Single(await stage.Store.Deliveries(Consumers.Payment));
        Assert.Equal((DeliveryState.Failed, $"The payment provider answered {status} {code}: {message}"), (delivery.State, delivery.LastAnswer));
        Assert.Equal(["money-owed", "money-refused"], await stage.Kinds("o-1"));
        Assert.Contains($"\"byHand\":{(isByHand ? "true" : "false")}", (await stage.Store.History("o-1"))[^1].Payload, StringComparison.Ordinal);
        Assert.Equal((PaymentState.Authorized, 10_000), ((await stage.Payment("o-1")).State, (await stage.Payment("o-1")).Owed));
        Assert.True((await stage.Store.Get<StoreVerification>().Run()).IsClean);

        answer = new(200, "");
        await stage.Store.Send("o-1", new RetryEffect(EffectId.Of(delivery.HistoryId, delivery.Consumer)), Actors.Operator);
        await stage.Runner.Settle();
        Assert.Equal(PaymentState.Voided, (await stage.Payment("o-1")).State);
        Assert.Single(stage.Calls.Select(call => call.RequestId).Distinct());
    }

    [Theory]
    [InlineData(429, "120", 120)]
    [InlineData(503, "120", 120)]
    [InlineData(503, "999999999", 3600)]
    [InlineData(500, "1", 5)]
    public async Task A_provider_that_says_when_to_come_back_is_left_alone_until_then_but_not_for_more_than_an_hour(int status, string told, int seconds)
    {
        var isBusy = true;
        await using var stage = await ProviderStage.Open(call => isBusy ? new(status, "", ("Retry-After", told)) : ProviderStage.Done(call));
        await stage.Cancel(An.Order("o-1").Paid());

        await stage.Runner.Settle();
        var pause = Ticks.From(Assert.Single(await stage.Store.Deliveries(Consumers.Payment)).NextAttemptAt!.Value) - stage.Store.Clock.GetUtcNow();
        stage.Store.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        await stage.Runner.Settle();
        Assert.Equal((TimeSpan.FromSeconds(seconds), 1), (pause, stage.Calls.Count));
        isBusy = false;
        stage.Store.Clock.Advance(TimeSpan.FromSeconds(1));
        await stage.Runner.Settle();

        Assert.Equal((2, PaymentState.Voided), (stage.Calls.Count, (await stage.Payment("o-1")).State));
    }

    [Fact]
    public async Task A_provider_that_is_down_is_asked_for_a_day_and_then_a_person_is()
    {
        await using var stage = await ProviderStage.Open(call => Failed(call, 500, "ERR123", "Cancellation has failed due to an internal error"));
        await stage.Cancel(An.Order("o-1").Paid());
        var begun = stage.Store.Clock.GetUtcNow();

        await stage.Runner.Settle();
        Assert.Equal(EffectState.Failing, (await Unfinished(stage)).State);
        while ((await Unfinished(stage)) is { NextAttemptAt: { } next })
        {
            stage.Store.Clock.Advance(next - stage.Store.Clock.GetUtcNow());
            await stage.Runner.Settle();
        }

        Assert.InRange(stage.Store.Clock.GetUtcNow() - begun, TimeSpan.FromHours(23), TimeSpan.FromHours(26));
        var given = await Unfinished(stage);
        Assert.Equal((EffectState.GivenUp, "The payment provider answered 500 ERR123: Cancellation has failed due to an internal error"), (given.State, given.LastAnswer));
        Assert.Equal(10_000, (await stage.Payment("o-1")).Owed);
    }

    [Fact]
    public async Task Of_a_split_payment_each_part_goes_its_own_way()
    {
        await using var stage = await ProviderStage.Open(call => call.PaymentId == "voucher" ? Failed(call, 501, "refund-manually", "By hand") : ProviderStage.Done(call));
        await stage.Cancel(An.Order("o-1").InWindow().With(order => order with
        {
            Payments =
            [
                new("card", PaymentState.Authorized, 4_000, 0, 0, 0), new("pix", PaymentState.Captured, 3_000, 3_000, 0, 0),
                new("voucher", PaymentState.Captured, 3_000, 3_000, 0, 0),
            ],
        }));

        await stage.Runner.Settle();

        Assert.Equal(["card/cancellations", "pix/refunds", "voucher/refunds"], stage.Calls.Select(call => call.Path["/provider/payments/".Length..]).Order(StringComparer.Ordinal));
        Assert.Equal((PaymentState.Voided, 0), ((await stage.Payment("o-1")).State, (await stage.Payment("o-1")).Owed));
        Assert.Equal((3_000, 0), ((await stage.Payment("o-1", "pix")).Refunded, (await stage.Payment("o-1", "pix")).Owed));
        Assert.Equal((0, 3_000), ((await stage.Payment("o-1", "voucher")).Refunded, (await stage.Payment("o-1", "voucher")).Owed));
        Assert.True((await stage.Store.Get<StoreVerification>().Run()).IsClean);
    }

    [Fact]
    public async Task A_gift_card_is_given_back_by_a_person_and_nobody_is_called()
    {
        await using var stage = await ProviderStage.Open(ProviderStage.Done);
        var imported = An.Order("o-1").InWindow().Captured().AsImported();
        await stage.Store.Import(imported with { Payments = [imported.Payments[0] with { Group = "giftCard" }] });
        await stage.Store.Send("o-1", new Cancel(Owing.NewId(), Side.Store, new Reason(null, "sold out")), Actors.Operator);

        await stage.Runner.Settle();

        Assert.Empty(stage.Calls);
        var given = await Unfinished(stage);
        Assert.Equal(EffectState.GivenUp, given.State);
        Assert.Contains("gift card", given.LastAnswer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_capture_that_nobody_has_answered_is_waited_for()
    {
        await using var stage = await ProviderStage.Open(ProviderStage.Done);
        await stage.Cancel(An.Order("o-1").InWindow().With(order => order with { Payments = [new("card", PaymentState.Capturing, 10_000, 0, 0, 0)] }));

        await stage.Runner.Settle();

        Assert.Empty(stage.Calls);
        Assert.Equal((EffectState.Failing, "The capture of this payment has not been answered yet."), ((await Unfinished(stage)).State, (await Unfinished(stage)).LastAnswer));
    }

    [Fact]
    public async Task Nobody_but_the_connector_says_what_a_provider_answered()
    {
        await using var stage = await ProviderStage.Open(ProviderStage.Done);
        await stage.Cancel(An.Order("o-1").InWindow().Captured());
        var told = new RecordPaymentAnswer(await EffectOf(stage, "o-1"), PaymentAnswer.Refunded);

        foreach (var actor in new[] { Actors.Owner, Actors.Payment, Actors.Marketplace, Actors.Customer, Actors.Seller })
        {
            Assert.Equal(Refusal.NotYours, Assert.IsType<Refused>((await stage.Store.Send("o-1", told, actor)).Decision).Code);
        }
    }

    private static Said Failed(ProviderCall call, int status, string code, string message) => new(
        status, $$"""{"paymentId":"{{call.PaymentId}}","cancellationId":null,"refundId":null,"value":0,"code":"{{code}}","message":"{{message}}","requestId":"{{call.RequestId}}"}""");

    private static async Task<UnfinishedItem> Unfinished(ProviderStage stage) =>
        Assert.Single((await stage.Store.Get<UnfinishedReader>().List(new(UnfinishedKind.Payment), null, 10)).Rows);

    private static async Task<string> EffectOf(ProviderStage stage, string orderId)
    {
        var row = await stage.Store.Row(orderId);
        var delivery = (await stage.Store.Deliveries(Consumers.Payment)).First(delivery => delivery.OrderKey == row.Key);
        return EffectId.Of(delivery.HistoryId, delivery.Consumer);
    }

    private static void AssertJson(string expected, JsonElement found) => Assert.Equal(
        Sorted(JsonDocument.Parse(expected).RootElement), Sorted(found));

    // As the list finds them.
    private static async Task<IEnumerable<string>> GivenBack(ProviderStage stage) =>
        (await stage.Store.Reader.List(new() { MoneyBack = MoneyBack.Given }, null, 10)).Rows.Select(row => row.OrderId).Order(StringComparer.Ordinal);

    private static string[] Sorted(JsonElement body) =>
        [.. body.EnumerateObject().Select(member => $"{member.Name}={member.Value.GetRawText()}").Order(StringComparer.Ordinal)];
}
