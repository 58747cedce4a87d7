using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Connectors;

/// <summary>An invoice captures its value where the store wants it so: claimed with the invoice, asked by one id, and answered in one commit.</summary>
public sealed class CaptureTests
{
    private const string Id = "o-1";

    [Fact]
    public async Task An_invoice_asks_nobody_unless_the_store_wants_it_and_counts_as_captured_elsewhere()
    {
        await using var stage = await ProviderStage.Open(ProviderStage.Done);
        await stage.Store.Import(An.Order(Id).Handling());

        await Invoice(stage, "I-1", 10_000);
        await stage.Runner.Settle();

        Assert.Empty(stage.Calls);
        Assert.Equal(new PaymentFact("card", PaymentState.Captured, 10_000, 10_000, 0, 0), await stage.Payment(Id));
        await FitsAsync(stage);

        await stage.Store.Send(Id, new ReturnInvoice(new("R-1", 10_000, An.Instant)), Actors.Operator);
        await stage.Runner.Settle();
        Assert.Equal("refunds", Assert.Single(stage.Calls).Operation);
        await stage.Store.Send(Id, Some.Cancel(), Actors.Operator);
        await stage.Runner.Settle();
        Assert.Single(stage.Calls);
        Assert.Equal(new PaymentFact("card", PaymentState.Captured, 10_000, 10_000, 10_000, 0), await stage.Payment(Id));
        await FitsAsync(stage);
    }

    [Theory]
    [EveryEngine]
    public async Task An_invoice_claims_its_value_and_the_answer_captures_it_and_a_refund_names_the_settlement(Engine engine)
    {
        await using var stage = await Capturing(ProviderStage.Done, engine);
        await stage.Store.Import(An.Order(Id).Handling());

        await Invoice(stage, "I-1", 10_000);
        Assert.Equal(new PaymentFact("card", PaymentState.Capturing, 10_000, 0, 0, 0) { Claimed = 10_000 }, await stage.Payment(Id));
        await stage.Runner.Settle();
        await stage.Runner.Settle();

        var call = Assert.Single(stage.Calls);
        var delivery = Assert.Single(await stage.Store.Deliveries(Consumers.Payment));
        Assert.Equal(("settlements", $"{delivery.HistoryId}.payment", 100), (call.Operation, call.RequestId, call.Body.GetProperty("value").GetInt32()));
        Assert.Equal(new PaymentFact("card", PaymentState.Captured, 10_000, 10_000, 0, 0), await stage.Payment(Id));
        Assert.Equal(["money-owed", "money-captured"], await stage.Kinds(Id));
        await FitsAsync(stage);

        await stage.Store.Send(Id, new ReturnInvoice(new("R-1", 4_000, An.Instant)), Actors.Operator);
        await stage.Runner.Settle();
        Assert.Equal(("refunds", "S-card"), (stage.Calls.Last().Operation, stage.Calls.Last().Body.GetProperty("settleId").GetString()));
        await FitsAsync(stage);
    }

    [Theory]
    [EveryEngine]
    public async Task Parts_are_captured_as_they_are_invoiced_and_never_more_than_was_authorized(Engine engine)
    {
        await using var stage = await Capturing(ProviderStage.Done, engine);
        await stage.Store.Import(An.Order(Id).Handling().With(order => order with { Payments = [new("card", PaymentState.Authorized, 6_000, 0, 0, 0), new("other", PaymentState.Authorized, 3_000, 0, 0, 0)] }));

        await Invoice(stage, "I-1", 2_000);
        await Invoice(stage, "I-2", 5_000);
        Assert.Equal([6_000, 1_000], (await stage.Store.Facts(Id)).Payments.Select(payment => payment.Claimed));
        await stage.Runner.Settle();
        await Invoice(stage, "I-3", 3_000);
        await stage.Runner.Settle();

        Assert.Equal(["card 20", "card 40", "other 10", "other 20"], stage.Calls.Select(call => $"{call.PaymentId} {call.Body.GetProperty("value").GetRawText()}").Order(StringComparer.Ordinal));
        Assert.Equal([(PaymentState.Captured, 6_000L, 0L), (PaymentState.Captured, 3_000L, 0L)], (await stage.Store.Facts(Id)).Payments.Select(payment => (payment.State, payment.Captured, payment.Claimed)));
        await FitsAsync(stage);
    }

    [Theory]
    [EveryEngine(501, UnfinishedMoney.ByHand)]
    [EveryEngine(400, UnfinishedMoney.Capture)]
    public async Task What_the_provider_does_not_capture_is_authorized_again_and_listed_and_can_be_tried_again(Engine engine, int status, UnfinishedMoney money)
    {
        var isWilling = false;
        await using var stage = await Capturing(call => isWilling ? ProviderStage.Done(call) : Failed(call, status), engine);
        await stage.Store.Import(An.Order(Id).Handling());
        await Invoice(stage, "I-1", 10_000);

        await stage.Runner.Settle();

        Assert.Equal(new PaymentFact("card", PaymentState.Authorized, 10_000, 0, 0, 0), await stage.Payment(Id));
        var listed = Assert.Single((await stage.Store.Get<UnfinishedReader>().List(new(Money: money), null, 10)).Rows);
        Assert.Equal((EffectState.GivenUp, money), (listed.State, listed.Money));
        Assert.Contains("not today", listed.LastAnswer, StringComparison.Ordinal);
        Assert.Empty((await stage.Store.Get<UnfinishedReader>().List(new(Money: UnfinishedMoney.Refund), null, 10)).Rows);
        await FitsAsync(stage);

        isWilling = true;
        await stage.Store.Send(Id, new RetryEffect(listed.EffectId), Actors.Operator);
        Assert.Equal(PaymentState.Capturing, (await stage.Payment(Id)).State);
        await stage.Runner.Settle();

        Assert.Equal(new PaymentFact("card", PaymentState.Captured, 10_000, 10_000, 0, 0), await stage.Payment(Id));
        Assert.Single(stage.Calls.Select(call => call.RequestId).Distinct());
        await FitsAsync(stage);
    }

    [Fact]
    public async Task What_a_person_captured_outside_is_captured_once()
    {
        await using var stage = await Capturing(call => Failed(call, 501));
        await stage.Store.Import(An.Order(Id).Handling());
        await Invoice(stage, "I-1", 10_000);
        await stage.Runner.Settle();
        var effect = (await stage.Store.Get<UnfinishedReader>().List(new(), null, 10)).Rows.Single(item => item.Kind is UnfinishedKind.Payment).EffectId;

        await stage.Store.Send(Id, new FinishByHand(effect, "in the provider's own pages"), Actors.Owner);
        await stage.Store.Send(Id, new RecordPaymentAnswer(effect, PaymentAnswer.Settled), Actor.System);

        Assert.Equal(new PaymentFact("card", PaymentState.Captured, 10_000, 10_000, 0, 0), await stage.Payment(Id));
        await FitsAsync(stage);
    }

    [Theory]
    [EveryEngine]
    public async Task A_return_and_a_cancellation_that_meet_a_capture_owe_a_refund_once_it_is_captured(Engine engine)
    {
        await using var stage = await Capturing(ProviderStage.Done, engine);
        await InvoicedReturnedAndCanceled(stage);
        Assert.Equal((PaymentState.Capturing, 10_000L, 10_000L), ((await stage.Payment(Id)).State, (await stage.Payment(Id)).Claimed, (await stage.Payment(Id)).Owed));

        await SettleAll(stage);

        Assert.Equal(["settlements", "refunds"], stage.Calls.Select(call => call.Operation));
        Assert.Equal(new PaymentFact("card", PaymentState.Captured, 10_000, 10_000, 10_000, 0), await stage.Payment(Id));
        await FitsAsync(stage);
    }

    [Theory]
    [EveryEngine]
    public async Task If_that_capture_fails_the_payment_is_void_and_nobody_captures_it_any_more(Engine engine)
    {
        await using var stage = await Capturing(call => call.Operation == "settlements" ? Failed(call, 400) : ProviderStage.Done(call), engine);
        await InvoicedReturnedAndCanceled(stage);

        await SettleAll(stage);

        Assert.Equal(["settlements", "cancellations"], stage.Calls.Select(call => call.Operation));
        Assert.Equal(new PaymentFact("card", PaymentState.Voided, 10_000, 0, 0, 0), await stage.Payment(Id));
        var capture = Assert.Single((await stage.Store.Get<UnfinishedReader>().List(new(Money: UnfinishedMoney.Capture), null, 10)).Rows);
        Assert.Equal(Refusal.Canceled, Assert.IsType<Refused>((await stage.Store.Send(Id, new RetryEffect(capture.EffectId), Actors.Operator)).Decision).Code);
        await stage.Store.Send(Id, new FinishByHand(capture.EffectId, "canceled"), Actors.Owner);
        Assert.Equal(PaymentState.Voided, (await stage.Payment(Id)).State);
        await FitsAsync(stage);
    }

    [Theory]
    [EveryEngine]
    public async Task What_was_to_be_given_back_of_a_capture_that_failed_is_asked_of_nobody_and_taken_off_by_a_person(Engine engine)
    {
        var refuses = false;
        await using var stage = await Capturing(call => call.Operation == "settlements" && refuses ? Failed(call, 400) : ProviderStage.Done(call), engine);
        await stage.Store.Import(An.Order(Id).Handling());
        await Invoice(stage, "I-1", 6_000);
        await SettleAll(stage);
        refuses = true;
        await Invoice(stage, "I-2", 4_000);
        await stage.Store.Send(Id, new ReturnInvoice(new("R-1", 10_000, An.Instant)), Actors.Operator);

        await SettleAll(stage);

        Assert.Equal(6_000, stage.Calls.Where(call => call.Operation == "refunds").Sum(call => call.Body.GetProperty("value").GetDecimal() * 100));
        var open = (await stage.Store.Get<UnfinishedReader>().List(new(UnfinishedKind.Payment), null, 10)).Rows;
        Assert.Equal([UnfinishedMoney.Capture, UnfinishedMoney.ByHand], open.Select(item => item.Money));
        foreach (var item in open)
        {
            Assert.IsType<Accepted>((await stage.Store.Send(Id, new FinishByHand(item.EffectId, "came back"), Actors.Owner)).Decision);
        }

        Assert.Equal(new PaymentFact("card", PaymentState.Captured, 10_000, 6_000, 6_000, 0), await stage.Payment(Id));
        Assert.Empty((await stage.Store.Get<UnfinishedReader>().List(new(UnfinishedKind.Payment), null, 10)).Rows);
        await FitsAsync(stage);
    }

    [Fact]
    public async Task A_payment_that_is_approved_after_the_cancellation_is_listed_until_it_is_void()
    {
        await using var stage = await ProviderStage.Open(call => Failed(call, 501));
        await stage.Cancel(An.Order(Id).Unpaid());

        await stage.Store.Send(Id, new ApprovePayment(), Actors.Payment);
        var waiting = Assert.Single((await stage.Store.Get<UnfinishedReader>().List(new(Money: UnfinishedMoney.Void), null, 10)).Rows);
        Assert.Equal((EffectState.Waiting, new MoneyOwed("card", DebtKind.Void, 10_000)), (waiting.State, waiting.Event));
        await stage.Runner.Settle();

        Assert.Equal(UnfinishedMoney.ByHand, Assert.Single((await stage.Store.Get<UnfinishedReader>().List(new(UnfinishedKind.Payment), null, 10)).Rows).Money);
    }

    private static async Task<ProviderStage> Capturing(Func<ProviderCall, Said?> answer, Engine engine = Engine.Sqlite)
    {
        var stage = await ProviderStage.Open(answer, engine);
        await stage.Store.Get<PolicySetting>().Save(Policy.Default with { CapturesWhenInvoiced = true });
        return stage;
    }

    private static async Task InvoicedReturnedAndCanceled(ProviderStage stage)
    {
        await stage.Store.Import(An.Order(Id).Handling());
        await Invoice(stage, "I-1", 10_000);
        await stage.Store.Send(Id, new ReturnInvoice(new("R-1", 10_000, An.Instant)), Actors.Operator);
        var canceled = await stage.Store.Send(Id, new Cancel(Owing.NewId(), Side.Store, new Reason(null, "came back")), Actors.Operator);
        Assert.Equal(Status.Canceled, canceled.Status);
    }

    // A refund that waits for the capture is asked for after it.
    private static async Task SettleAll(ProviderStage stage)
    {
        for (var turn = 0; turn < 4; turn++)
        {
            await stage.Runner.Settle();
            stage.Store.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private static async Task Invoice(ProviderStage stage, string number, long value) =>
        Assert.IsType<Accepted>((await stage.Store.Send(Id, new Invoice(new(number, value, An.Instant)), Actors.Operator)).Decision);

    private static Said Failed(ProviderCall call, int status) => new(
        status, $$"""{"paymentId":"{{call.PaymentId}}","settleId":null,"cancellationId":null,"value":0,"code":"no","message":"not today","requestId":"{{call.RequestId}}"}""");

    private static async Task FitsAsync(ProviderStage stage) =>
        Assert.Empty((await stage.Store.Get<StoreVerification>().Run()).Broken.Select(broken => broken.ToString()));
}
