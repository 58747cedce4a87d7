using System.Collections.Concurrent;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Connectors;

/// <summary>
/// A cancellation of an order with a card, a pix and a gift card meets everything that can go wrong with money. However it goes, in the end each payment is
/// settled or listed, nothing was done twice, and every unit is on sale again.
/// </summary>
public sealed class MoneyFaultTests
{
    private const string Id = "o-1";
    private static readonly string[] Split = ["card", "pix"];

    [Fact]
    public async Task A_crash_before_the_commit_leaves_nothing_and_the_next_call_does_it_all()
    {
        await using var stage = await ProviderStage.Open(ProviderStage.Done);
        await Import(stage);
        var cancel = NewCancel();
        await stage.Store.Execute("""CREATE TRIGGER "trap" BEFORE INSERT ON "Deliveries" BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END""");

        await Assert.ThrowsAnyAsync<Exception>(() => stage.Store.Send(Id, cancel, Actors.Operator));
        await stage.Runner.Settle();
        Assert.Empty(stage.Calls);
        Assert.Equal((Status.PaymentApproved, 0L), ((await stage.Store.Facts(Id)).Status, (await stage.Store.Facts(Id)).Payments.Sum(payment => payment.Owed)));

        await stage.Store.Execute("""DROP TRIGGER "trap" """);
        await stage.Store.Send(Id, cancel, Actors.Operator);
        await SettleFor(stage, TimeSpan.FromMinutes(1));
        await AllIsWell(stage, settled: Split);
    }

    [Theory]
    [EveryEngine]
    public async Task A_server_that_dies_with_its_claims_is_followed_by_another_when_they_have_run_out(Engine engine)
    {
        await using var stage = await ProviderStage.Open(ProviderStage.Done, engine);
        await Cancel(stage);
        var until = stage.Store.Clock.GetUtcNow().AddMinutes(1).UtcTicks;
        await stage.Store.Execute(FormattableString.Invariant($"""UPDATE "Deliveries" SET "ClaimedUntil" = {until}, "NextAttemptAt" = {until}, "Attempts" = 1 WHERE "Consumer" = 'payment'"""));

        await stage.Runner.Settle();
        Assert.Empty(stage.Calls);
        await SettleFor(stage, TimeSpan.FromMinutes(2));
        await AllIsWell(stage, settled: Split);
    }

    [Theory]
    [EveryEngine]
    public async Task Answers_that_are_lost_are_asked_for_again_by_the_same_ids(Engine engine)
    {
        var lost = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        await using var stage = await ProviderStage.Open(call => lost.TryAdd(call.RequestId, true) ? null : ProviderStage.Done(call), engine);
        await Cancel(stage);

        await SettleFor(stage, TimeSpan.FromMinutes(1));

        Assert.Equal(4, stage.Calls.Count);
        await AllIsWell(stage, settled: Split);
    }

    [Theory]
    [EveryEngine]
    public async Task A_provider_that_is_down_for_an_hour_is_asked_until_it_is_back(Engine engine)
    {
        ProviderStage? stage = null;
        var back = An.Instant.AddYears(100);
        await using var opened = stage = await ProviderStage.Open(call => stage!.Store.Clock.GetUtcNow() < back ? new(503, "") : ProviderStage.Done(call), engine);
        back = stage.Store.Clock.GetUtcNow().AddHours(1);
        await Cancel(stage);

        await SettleFor(stage, TimeSpan.FromMinutes(50));
        var failing = (await stage.Store.Get<UnfinishedReader>().List(new(UnfinishedKind.Payment, UnfinishedState.Failing), null, 10)).Rows;
        Assert.Equal(2, failing.Count);
        Assert.All(failing, item => Assert.Contains("503", item.LastAnswer, StringComparison.Ordinal));
        Assert.Equal(3, (await stage.Store.Get<UnfinishedReader>().List(new(UnfinishedKind.Payment), null, 10)).Rows.Count);
        await SettleFor(stage, TimeSpan.FromHours(2));

        await AllIsWell(stage, settled: Split);
    }

    [Theory]
    [EveryEngine]
    public async Task A_payment_that_cannot_be_settled_keeps_no_other_waiting(Engine engine)
    {
        await using var stage = await ProviderStage.Open(call => call.PaymentId == "card" ? new(503, "") : ProviderStage.Done(call), engine);
        await Cancel(stage);

        await stage.Runner.Settle();

        Assert.Equal(Split, stage.Calls.Select(call => call.PaymentId).Order(StringComparer.Ordinal));
        await AllIsWell(stage, settled: ["pix"]);
    }

    [Theory]
    [EveryEngine]
    public async Task Answers_that_come_twice_or_late_change_nothing_more(Engine engine)
    {
        await using var stage = await ProviderStage.Open(ProviderStage.Done, engine);
        await Cancel(stage);
        await SettleFor(stage, TimeSpan.FromMinutes(1));
        var before = (await stage.Store.Facts(Id)).Payments;

        foreach (var delivery in await stage.Store.Deliveries(Consumers.Payment))
        {
            var effect = EffectId.Of(delivery.HistoryId, delivery.Consumer);
            foreach (var answer in delivery.State is DeliveryState.Done ? new[] { PaymentAnswer.Refunded, PaymentAnswer.Voided, PaymentAnswer.Captured, PaymentAnswer.Refused } : [PaymentAnswer.ByHand])
            {
                Assert.IsType<Unchanged>((await stage.Store.Send(Id, new RecordPaymentAnswer(effect, answer), Actor.System)).Decision);
            }
        }

        Assert.Equal(before.AsEnumerable(), (await stage.Store.Facts(Id)).Payments.AsEnumerable());
        await AllIsWell(stage, settled: Split);
    }

    [Theory]
    [EveryEngine]
    public async Task An_answer_that_comes_after_a_person_has_seen_to_it_pays_nothing_twice(Engine engine)
    {
        await using var stage = await ProviderStage.Open(_ => new(503, ""), engine);
        await Cancel(stage);
        await stage.Runner.Settle();
        foreach (var item in (await stage.Store.Get<UnfinishedReader>().List(new(UnfinishedKind.Payment), null, 10)).Rows)
        {
            Assert.IsType<Accepted>((await stage.Store.Send(Id, new FinishByHand(item.EffectId, "by bank"), Actors.Owner)).Decision);
            Assert.IsType<Unchanged>((await stage.Store.Send(Id, new RecordPaymentAnswer(item.EffectId, PaymentAnswer.Refunded), Actor.System)).Decision);
        }

        await SettleFor(stage, TimeSpan.FromHours(2));
        Assert.Equal(2, stage.Calls.Count);
        await AllIsWell(stage, settled: ["card", "pix", "voucher"]);
    }

    [Theory]
    [EveryEngine]
    public async Task What_the_provider_leaves_to_a_person_is_listed_with_its_words(Engine engine)
    {
        await using var stage = await ProviderStage.Open(
            call => new(501, $$"""{"paymentId":"{{call.PaymentId}}","code":"refund-manually","message":"call us","requestId":"{{call.RequestId}}"}"""), engine);
        await Cancel(stage);

        await SettleFor(stage, TimeSpan.FromDays(2));

        Assert.Equal(2, stage.Calls.Count);
        var listed = (await stage.Store.Get<UnfinishedReader>().List(new(Money: UnfinishedMoney.ByHand), null, 10)).Rows;
        Assert.Equal([3_000, 3_000, 4_000], listed.Select(item => ((MoneyOwed)item.Event!).Amount).Order());
        Assert.Equal(2, listed.Count(item => item.LastAnswer!.Contains("call us", StringComparison.Ordinal)));
        await AllIsWell(stage, settled: []);
    }

    private static Cancel NewCancel() => new(Owing.NewId(), Side.Store, new Reason(null, "sold out"));

    private static async Task Import(ProviderStage stage)
    {
        var order = An.Order(Id).Paid().With(order => order with
        {
            Payments =
            [
                new("card", PaymentState.Authorized, 4_000, 0, 0, 0), new("pix", PaymentState.Captured, 3_000, 3_000, 0, 0), new("voucher", PaymentState.Captured, 3_000, 3_000, 0, 0),
            ],
        }).AsImported();
        await stage.Store.Import(order with { Payments = [.. order.Payments.Select(payment => payment.Id == "voucher" ? payment with { Group = "giftCard" } : payment)] });
    }

    private static async Task Cancel(ProviderStage stage)
    {
        await Import(stage);
        Assert.Equal(Status.Canceled, (await stage.Store.Send(Id, NewCancel(), Actors.Operator)).Status);
    }

    private static async Task SettleFor(ProviderStage stage, TimeSpan time)
    {
        var step = time / 24;
        for (var turn = 0; turn < 25; turn++)
        {
            await stage.Runner.Settle();
            stage.Store.Clock.Advance(step);
        }
    }

    private static async Task AllIsWell(ProviderStage stage, string[] settled)
    {
        var facts = await stage.Store.Facts(Id);
        var listed = (await stage.Store.Get<UnfinishedReader>().List(new(UnfinishedKind.Payment), null, 10)).Rows.Select(item => ((MoneyOwed)item.Event!).PaymentId).ToList();
        Assert.Equal(settled, facts.Payments.Where(payment => payment.Owed == 0).Select(payment => payment.Id));
        Assert.Equal(facts.Payments.Where(payment => payment.Owed > 0).Select(payment => payment.Id).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.All(facts.Payments, payment => Assert.True(payment.Refunded <= payment.Captured));
        Assert.Equal(stage.Calls.Select(call => call.RequestId).Distinct().Count(), stage.Calls.Select(call => call.PaymentId).Distinct().Count());
        Assert.Equal(facts.Reservations.Sum(kept => kept.Reserved), facts.Reservations.Sum(kept => kept.Released));
        await using var db = stage.Store.Read();
        Assert.Equal(0, await db.StockLevels.SumAsync(level => level.Reserved));
        Assert.Empty((await stage.Store.Get<StoreVerification>().Run()).Broken.Select(broken => broken.ToString()));
    }
}
