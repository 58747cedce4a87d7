using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>What invoices claim and what is given back, whatever the provider answers and whenever.</summary>
public sealed class CaptureRulesTests
{
    private static readonly Policy Capturing = Policy.Default with { CapturesWhenInvoiced = true };

    [Fact]
    public void An_invoice_claims_payments_in_their_order_and_no_more_than_they_authorized()
    {
        OrderFacts order = An.Order().Handling().With(order => order with
        {
            Payments = [new("a", PaymentState.Authorized, 3_000, 0, 0, 0), new("b", PaymentState.Captured, 5_000, 4_000, 0, 0), new("c", PaymentState.Denied, 9_000, 0, 0, 0)],
        });

        var events = Assert.IsType<Accepted>(Rules.Decide(order, new Invoice(new("I-1", 10_000, An.Instant)), Actors.Operator, An.Instant, Capturing)).Events;

        Assert.Equal([new("a", DebtKind.Capture, 3_000), new MoneyOwed("b", DebtKind.Capture, 1_000)], events.OfType<MoneyOwed>());
        Assert.DoesNotContain(
            Assert.IsType<Accepted>(Rules.Decide(order, new Invoice(new("I-1", 10_000, An.Instant)), Actors.Operator, An.Instant, Policy.Default)).Events, happened => happened is MoneyOwed);
    }

    [Fact]
    public void What_has_arrived_already_is_not_captured_again_from_another_payment()
    {
        OrderFacts order = Split(An.Order().Handling());
        var removed = After(order, new ChangeItems([new(0, 2)], "sold out"), Actors.Operator);

        Assert.Equal(6_000, removed.Value);
        Assert.Empty(Events(removed, Some.Invoice("I-1", 6_000), Actors.Operator).OfType<MoneyOwed>());
    }

    [Fact]
    public void What_is_removed_while_a_capture_is_under_way_goes_back()
    {
        var claimed = After(Split(An.Order().Handling()), Some.Invoice("I-1", 8_000, new ItemQuantity(0, 3), new ItemQuantity(1, 1)), Actors.Operator);

        Assert.Equal([0L, 2_000L], claimed.Payments.Select(payment => payment.Claimed));
        Assert.Empty(Events(claimed, new ChangeItems([new(1, 1)], "sold out"), Actors.Operator).OfType<MoneyOwed>());
        Assert.Equal(
            [new MoneyOwed("pix", DebtKind.Refund, 2_000)],
            Events(claimed with { Payments = [claimed.Payments[0], claimed.Payments[1] with { Claimed = 4_000 }] }, new ChangeItems([new(1, 1)], "sold out"), Actors.Operator).OfType<MoneyOwed>());
    }

    [Fact]
    public void What_the_provider_refused_to_capture_is_not_captured_after_its_return()
    {
        var invoiced = After(An.Order().Handling(), Some.Invoice("I-1", 10_000), Actors.Operator);
        var claim = new EffectFact("1.payment", EffectState.Waiting, new("card", DebtKind.Capture, 10_000), IsClaimed: true);
        var refused = After(invoiced with { Effects = [claim] }, new RecordPaymentAnswer(claim.Id, PaymentAnswer.Refused), Actor.System);
        var half = After(refused, Some.Return("R-1", 4_000), Actors.Operator) with { Effects = [claim with { State = EffectState.GivenUp, IsClaimed = false }] };
        var whole = After(half, Some.Return("R-2", 6_000), Actors.Operator);

        Assert.Equal(Refusal.NothingToCapture, Assert.IsType<Refused>(Rules.Decide(whole, new RetryEffect(claim.Id), Actors.Operator, An.Instant, Capturing)).Code);
        Assert.Equal([new EffectDoneByHand(claim.Id) { Reason = "came back" }], Events(whole, new FinishByHand(claim.Id, "came back"), Actors.Operator));
        Assert.Equal(
            [new EffectDoneByHand(claim.Id) { Settled = claim.Debt, WasClaimed = false, Reason = "paid in cash" }, new MoneyOwed("card", DebtKind.Refund, 4_000)],
            Events(half, new FinishByHand(claim.Id, "paid in cash"), Actors.Operator));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void Whatever_comes_in_whatever_order_no_more_is_captured_or_given_back_than_there_is_and_nobody_pays_for_what_is_gone(bool arrivesAtOnce, bool capturesHere)
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            new MoneyLife(seed, arrivesAtOnce, capturesHere ? Capturing : Policy.Default).Run();
        }
    }

    private static OrderFacts Split(OrderBuilder order) => order.With(facts => facts with
    {
        Payments = [new("pix", PaymentState.Captured, 6_000, 6_000, 0, 0) { SettlesAtOnce = true }, new("card", PaymentState.Authorized, 4_000, 0, 0, 0)],
    });

    private static OrderEvent[] Events(OrderFacts facts, OrderCommand command, Actor actor) =>
        [.. Assert.IsType<Accepted>(Rules.Decide(facts, command, actor, An.Instant, Capturing)).Events];

    private static OrderFacts After(OrderFacts facts, OrderCommand command, Actor actor) => facts.ApplyAll([.. Events(facts, command, actor)], actor, An.Instant, "");
}
