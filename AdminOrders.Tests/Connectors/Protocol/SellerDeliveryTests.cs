using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web.Api.Contract;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Connectors.Protocol;

/// <summary>An external seller is asked to cancel by VTEX's protocol: it evaluates, confirms, or sends the invoice.</summary>
public sealed class SellerDeliveryTests
{
    private const string Id = "o-1";

    [Theory]
    [EveryEngine]
    public async Task A_seller_that_confirms_cancels_the_order_and_its_receipt_is_kept(Engine engine)
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Confirmed, engine);
        var request = await stage.Request();

        await stage.Runner.Settle();

        var call = Assert.Single(stage.Calls);
        Assert.Equal(("/fulfillment/pvt/orders/7890/cancel", "VTEX key=\"seller-key\" token=\"seller-token\""), (call.Path, call.Headers.Authorization.ToString()));
        ContractShape.Check("seller-cancel-call", call.Body);
        Assert.Equal((Id, request), (call.MarketplaceOrderId, call.RequestId));
        Assert.Equal(("group-1", "too late"), (call.Body.GetProperty("marketplaceOrderGroup").GetString(), call.Body.GetProperty("reason").GetString()));
        Assert.True(call.Body.GetProperty("requestedByUser").GetBoolean());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}\+00:00$", call.Body.GetProperty("cancellationRequestDate").GetString());
        var facts = await stage.Store.Facts(Id);
        Assert.Equal((Status.Canceled, request, "seller:seller-2"), (facts.Status, facts.Cancellation!.RequestId, facts.Cancellation.By));
        var delivery = await stage.Delivery();
        Assert.Equal((DeliveryState.Done, "Loja seller-2 confirmed the cancellation; its receipt: e39d05f9"), (delivery.State, delivery.LastAnswer));
        await using var db = stage.Store.Read();
        Assert.Equal(delivery.LastAnswer, await db.HistoryTexts.Where(text => text.HistoryId == facts.Cancellation.Receipt && text.Name == "note").Select(text => text.Value).SingleAsync());
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_seller_that_evaluates_is_asked_ever_more_seldom_and_confirms_at_last(Engine engine)
    {
        var hasDecided = false;
        await using var stage = await PartnerStage.Open(call => hasDecided ? PartnerStage.Confirmed(call) : PartnerStage.Evaluating(call), engine);
        var request = await stage.Request();

        await stage.SettleFor(TimeSpan.FromDays(4));
        var waiting = Assert.Single((await stage.Store.Get<UnfinishedReader>().List(new(UnfinishedKind.Seller), null, 10)).Rows);
        var asked = stage.Calls.ToArray();
        hasDecided = true;
        await stage.SettleFor(TimeSpan.FromHours(2));

        Assert.Equal((EffectState.Waiting, "seller-2", true), (waiting.State, waiting.SellerId, waiting.IsUndecided));
        Assert.InRange(asked.Length, 60, 110);
        Assert.All(asked.Zip(asked.Skip(1)), pair => Assert.InRange(pair.Second.At - pair.First.At, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(100)));
        Assert.Equal(request, Assert.Single(stage.Calls.Select(call => call.RequestId).Distinct()));
        Assert.Equal((DeliveryState.Done, Status.Canceled), ((await stage.Delivery()).State, (await stage.Store.Facts(Id)).Status));
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_seller_that_evaluates_and_then_sends_the_invoice_has_refused(Engine engine)
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Evaluating, engine);
        await stage.Request();
        await stage.Runner.Settle();

        await stage.Store.Send(Id, new Invoice(new("S-1", 10_000, An.Instant)), Actors.Seller);
        await stage.Runner.Settle();

        Assert.Single(stage.Calls);
        Assert.Equal((DeliveryState.Done, "The request was answered another way."), ((await stage.Delivery()).State, (await stage.Delivery()).LastAnswer));
        Assert.Equal(Status.Invoiced, (await stage.Store.Facts(Id)).Status);
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_confirmation_that_comes_after_the_decline_is_left_to_a_person(Engine engine)
    {
        PartnerStage? stage = null;
        var request = "";
        await using var opened = stage = await PartnerStage.Open(
            call =>
            {
                stage!.Store.Send(Id, new Decline(request, "it is packed", ""), Actors.OtherOperator).GetAwaiter().GetResult();
                return PartnerStage.Confirmed(call);
            },
            engine);
        request = await stage.Request();

        await stage.Runner.Settle();

        var delivery = await stage.Delivery();
        Assert.Equal((DeliveryState.Failed, Status.Handling), (delivery.State, (await stage.Store.Facts(Id)).Status));
        Assert.Equal("Loja seller-2 confirmed the cancellation; its receipt: e39d05f9 That came too late here: no-request. Settle it with the seller.", delivery.LastAnswer);
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_seller_that_confirms_by_its_key_and_by_its_answer_cancels_once(Engine engine)
    {
        PartnerStage? stage = null;
        var request = "";
        await using var opened = stage = await PartnerStage.Open(
            call =>
            {
                stage!.Store.Send(Id, new ConfirmCancellation(request), Actors.Seller).GetAwaiter().GetResult();
                return PartnerStage.Confirmed(call);
            },
            engine);
        request = await stage.Request();

        await stage.Runner.Settle();

        Assert.Equal((DeliveryState.Done, "seller:2"), ((await stage.Delivery()).State, (await stage.Store.Facts(Id)).Cancellation!.By));
        Assert.Single(await stage.Store.History(Id), row => row.Kind == "order-canceled");
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task What_a_seller_refused_is_asked_once_more_where_a_person_wants_it(Engine engine)
    {
        var isRefused = true;
        await using var stage = await PartnerStage.Open(call => isRefused ? new(400, "no") : PartnerStage.Confirmed(call), engine);
        await stage.Request();
        await stage.Runner.Settle();
        var failed = await stage.Delivery();

        isRefused = false;
        await stage.Store.Send(Id, new RetryEffect(EffectId.Of(failed.HistoryId, failed.Consumer)), Actors.Operator);
        await stage.Runner.Settle();

        Assert.Equal((DeliveryState.Failed, "The seller 127.0.0.1 answered 400: no"), (failed.State, failed.LastAnswer));
        Assert.Equal((DeliveryState.Done, Status.Canceled), ((await stage.Delivery()).State, (await stage.Store.Facts(Id)).Status));
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task What_the_store_confirms_meanwhile_is_told_at_once_and_not_asked_any_more(Engine engine)
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Evaluating, engine);
        var request = await stage.Request();
        await stage.SettleFor(TimeSpan.FromHours(3));
        var before = stage.Calls.Count;

        await stage.Store.Send(Id, new ConfirmCancellation(request), Actors.OtherOperator);
        await stage.Runner.Settle();

        Assert.Equal(before + 1, stage.Calls.Count);
        Assert.Equal(request, stage.Calls.Last().RequestId);
        Assert.Equal([DeliveryState.Done, DeliveryState.Owed], (await stage.Store.Deliveries(Consumers.Seller)).Select(delivery => delivery.State));
        await stage.SettleFor(TimeSpan.FromDays(2));
        var told = (await stage.Store.Deliveries(Consumers.Seller))[1];
        Assert.Equal((DeliveryState.Failed, "Loja seller-2 has not said for a day whether it cancels what is canceled here."), (told.State, told.LastAnswer));
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_request_that_nobody_answers_ends_by_its_deadline_and_the_seller_is_told(Engine engine)
    {
        await using var stage = await PartnerStage.Open(
            call => call.At < An.Instant.AddDays(30) ? PartnerStage.Evaluating(call) : PartnerStage.Confirmed(call), engine);
        await stage.Request();
        await stage.Runner.Settle();

        stage.Store.Clock.Advance(TimeSpan.FromDays(31));
        await stage.Store.Send(Id, new ApplyDueTimers(), Actor.System);
        await stage.Runner.Settle();

        Assert.Equal(["The request was answered another way.", "Loja seller-2 confirmed the cancellation; its receipt: e39d05f9"], (await stage.Store.Deliveries(Consumers.Seller)).Select(delivery => delivery.LastAnswer));
        await stage.AssertIntact();
    }

    [Theory]
    [InlineData(500, "", "answered 500.")]
    [InlineData(429, "slow down", "answered 429: slow down")]
    [InlineData(404, "", "answered 404.")]
    [InlineData(302, "", "answered 302.")]
    [InlineData(200, "<html>", "answered 200 and nothing that confirms it: <html>")]
    [InlineData(200, "[]", "answered 200 and nothing that confirms it: []")]
    [InlineData(200, "{\"orderId\":\"o-1\",\"receipt\":\"1\"}", "answered 200 and nothing that confirms it")]
    [InlineData(200, "{\"marketplaceOrderId\":\"o-1\",\"receipt\":\"\\ud800\"}", "answered 200 and nothing that confirms it")]
    [InlineData(200, "{\"marketplaceOrderId\":\"o-2\",\"orderId\":\"7890\"}", "answered 200 and nothing that confirms it")]
    public async Task Trouble_is_asked_again_with_the_same_id_until_it_is_over(int status, string body, string words)
    {
        var hasTrouble = true;
        await using var stage = await PartnerStage.Open(call => hasTrouble ? new(status, body) : PartnerStage.Confirmed(call));
        await stage.Request();

        await stage.Runner.Settle();
        var failing = await stage.Delivery();
        hasTrouble = false;
        await stage.SettleFor(TimeSpan.FromMinutes(1));

        Assert.Equal((DeliveryState.Owed, 1), (failing.State, failing.Attempts));
        Assert.StartsWith($"The seller 127.0.0.1 {words}", failing.LastAnswer, StringComparison.Ordinal);
        Assert.Equal((2, 1), (stage.Calls.Count, stage.Calls.Select(call => call.RequestId).Distinct().Count()));
        Assert.Equal(Status.Canceled, (await stage.Store.Facts(Id)).Status);
        await stage.AssertIntact();
    }

    [Theory]
    [InlineData(429, "120", 120)]
    [InlineData(503, "120", 120)]
    [InlineData(503, "Mon, 02 Mar 2026 12:02:00 GMT", 120)]
    [InlineData(503, "Mon, 02 Mar 2026 11:00:00 GMT", 5)]
    [InlineData(503, "999999999", 3600)]
    [InlineData(429, "1", 5)]
    [InlineData(429, "soon", 5)]
    [InlineData(429, "-5", 5)]
    public async Task A_seller_that_says_when_to_come_back_is_left_alone_until_then_but_not_for_more_than_an_hour(int status, string told, int seconds)
    {
        var isBusy = true;
        await using var stage = await PartnerStage.Open(
            call => isBusy ? new(status, "", ("Retry-After", told), ("Date", "Mon, 02 Mar 2026 12:00:00 GMT")) : PartnerStage.Confirmed(call));
        await stage.Request();

        await stage.Runner.Settle();
        var pause = Ticks.From((await stage.Delivery()).NextAttemptAt!.Value) - stage.Store.Clock.GetUtcNow();
        stage.Store.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        await stage.Runner.Settle();
        Assert.Equal((TimeSpan.FromSeconds(seconds), 1), (pause, stage.Calls.Count));
        isBusy = false;
        stage.Store.Clock.Advance(TimeSpan.FromSeconds(1));
        await stage.Runner.Settle();

        Assert.Equal((2, Status.Canceled), (stage.Calls.Count, (await stage.Store.Facts(Id)).Status));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData(" \r\n")]
    public async Task An_empty_answer_of_any_kind_is_no_confirmation(string body)
    {
        await using var stage = await PartnerStage.Open(_ => new(200, body));
        await stage.Request();

        await stage.Runner.Settle();

        Assert.Equal((DeliveryState.Owed, null), ((await stage.Delivery()).State, (await stage.Delivery()).LastAnswer));
        Assert.Equal(Status.WaitingForSellerDecision, (await stage.Store.Facts(Id)).Status);
    }

    [Fact]
    public async Task The_ids_count_as_the_contracts_example_has_them_too()
    {
        await using var stage = await PartnerStage.Open(_ => new(200, $$"""{"date":"2026-03-02 12:00:00","marketplaceOrderId":"7890","orderId":"{{Id}}","receipt":null}"""));
        await stage.Request();

        await stage.Runner.Settle();

        Assert.Equal("Loja seller-2 confirmed the cancellation.", (await stage.Delivery()).LastAnswer);
        Assert.Equal(Status.Canceled, (await stage.Store.Facts(Id)).Status);
    }

    [Theory]
    [EveryEngine]
    public async Task A_seller_that_refuses_by_an_error_leaves_the_request_open_and_stands_in_unfinished_work(Engine engine)
    {
        await using var stage = await PartnerStage.Open(_ => new(409, """{"message":"already shipped"}"""), engine);
        await stage.Request();

        await stage.SettleFor(TimeSpan.FromDays(1));

        Assert.Single(stage.Calls);
        var listed = Assert.Single((await stage.Store.Get<UnfinishedReader>().List(new(UnfinishedKind.Seller, UnfinishedState.GivenUp), null, 10)).Rows);
        Assert.Contains("already shipped", listed.LastAnswer, StringComparison.Ordinal);
        Assert.Equal(Status.WaitingForSellerDecision, (await stage.Store.Facts(Id)).Status);
        await stage.AssertIntact();
    }

    [Fact]
    public async Task A_seller_that_does_not_answer_in_time_is_asked_again()
    {
        var hasTrouble = true;
        await using var stage = await PartnerStage.Open(call => hasTrouble ? new(0, "") : PartnerStage.Confirmed(call), patience: TimeSpan.FromSeconds(1));
        await stage.Request();

        await stage.Runner.Settle();
        var failing = await stage.Delivery();
        hasTrouble = false;
        await stage.SettleFor(TimeSpan.FromMinutes(1));

        Assert.Equal("The seller 127.0.0.1 did not answer in time.", failing.LastAnswer);
        Assert.Equal(Status.Canceled, (await stage.Store.Facts(Id)).Status);
    }

    [Theory]
    [EveryEngine]
    public async Task A_lost_answer_is_asked_for_again_and_a_server_that_dies_is_followed_by_another(Engine engine)
    {
        var isFirst = true;
        await using var stage = await PartnerStage.Open(call => Interlocked.Exchange(ref isFirst, false) ? null : PartnerStage.Confirmed(call), engine);
        await stage.Request();
        await stage.Runner.Settle();
        var until = stage.Store.Clock.GetUtcNow().AddMinutes(1).UtcTicks;
        await stage.Store.Execute(FormattableString.Invariant($"""UPDATE "Deliveries" SET "ClaimedUntil" = {until}, "NextAttemptAt" = {until}, "Attempts" = 2 WHERE "Consumer" = 'seller'"""));

        await stage.SettleFor(TimeSpan.FromSeconds(30));
        Assert.Single(stage.Calls);
        await stage.SettleFor(TimeSpan.FromMinutes(2));

        Assert.Equal((2, 1), (stage.Calls.Count, stage.Calls.Select(call => call.RequestId).Distinct().Count()));
        Assert.Equal((DeliveryState.Done, Status.Canceled), ((await stage.Delivery()).State, (await stage.Store.Facts(Id)).Status));
        await stage.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_crash_between_the_commit_and_its_record_cancels_nothing_twice_and_calls_nobody(Engine engine)
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Confirmed, engine);
        await stage.Request();
        await stage.Runner.Settle();
        var rows = (await stage.Store.History(Id)).Count;
        await stage.Store.Execute("""UPDATE "Deliveries" SET "State" = 0, "NextAttemptAt" = 0, "LastAnswer" = NULL WHERE "Consumer" = 'seller'""");

        await stage.Runner.Settle();

        Assert.Single(stage.Calls);
        Assert.Equal((DeliveryState.Done, rows), ((await stage.Delivery()).State, (await stage.Store.History(Id)).Count));
        await stage.AssertIntact();
    }

    [Fact]
    public async Task A_crash_before_the_commit_leaves_nothing_and_the_next_answer_does_it_all()
    {
        await using var stage = await PartnerStage.Open(PartnerStage.Confirmed);
        await stage.Request();
        await stage.Store.Execute("""CREATE TRIGGER "trap" BEFORE INSERT ON "History" BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END""");

        await stage.Runner.Settle();
        Assert.StartsWith("Unexpected error; trace ", (await stage.Delivery()).LastAnswer, StringComparison.Ordinal);
        Assert.Equal(Status.WaitingForSellerDecision, (await stage.Store.Facts(Id)).Status);

        await stage.Store.Execute("""DROP TRIGGER "trap" """);
        await stage.SettleFor(TimeSpan.FromMinutes(1));

        Assert.Equal((2, 1), (stage.Calls.Count, stage.Calls.Select(call => call.RequestId).Distinct().Count()));
        Assert.Equal(Status.Canceled, (await stage.Store.Facts(Id)).Status);
        await stage.AssertIntact();
    }
}
