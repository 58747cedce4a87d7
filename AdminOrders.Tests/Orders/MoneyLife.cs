using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>
/// An order of two payments, one of which may have arrived before; invoices, removals, returns, cancellations and answers by a seed, and beside it what a provider
/// that is asked as <c>PaymentDelivery</c> asks has really captured and given back.
/// </summary>
internal sealed class MoneyLife
{
    private const int Steps = 40;
    private const int Rounds = 60;
    private readonly Random random;
    private readonly Policy policy;
    private readonly List<EffectFact> effects = [];
    private readonly List<string> story = [];
    private readonly Dictionary<string, long> moved = new(StringComparer.Ordinal);
    private OrderFacts facts;

    public MoneyLife(int seed, bool arrivesAtOnce, Policy policy)
    {
        (random, this.policy) = (new(seed), policy);
        PaymentFact first = arrivesAtOnce
            ? new("pix", PaymentState.Captured, 6_000, 6_000, 0, 0) { SettlesAtOnce = true }
            : new("pix", PaymentState.Authorized, 6_000, 0, 0, 0);
        facts = An.Order().Handling().With(order => order with { Payments = [first, new("card", PaymentState.Authorized, 4_000, 0, 0, 0)] });
        moved["pix"] = first.Captured;
    }

    public void Run()
    {
        for (var step = 0; step < Steps; step++)
        {
            var effect = effects.Count == 0 ? null : effects[random.Next(effects.Count)];
            Do(Next(step, effect), effect);
        }

        for (var round = 0; round < Rounds && effects.Find(IsOpen) is { } open; round++)
        {
            effects.Remove(open);
            effects.Add(open);
            Do(End(open), open);
        }

        Assert.DoesNotContain(effects, IsOpen);
        var kept = moved.Values.Sum();
        Assert.Equal(facts.Payments.Sum(payment => payment.Captured - payment.Refunded), kept);
        Assert.True(kept >= 0 && kept <= (facts.Stage is Stage.Canceled ? 0 : facts.Value - facts.ReturnedValue), $"{kept} kept: {string.Join('\n', story)}");
    }

    private static bool IsOpen(EffectFact effect) => effect.State is not (EffectState.Done or EffectState.DoneByHand);

    private (OrderCommand Command, Actor Actor)? Next(int step, EffectFact? effect) => random.Next(8) switch
    {
        0 => (Some.Invoice($"I-{step}", random.Next(1, 5) * 1_000), Actors.Operator),
        1 => (Some.Return($"R-{step}", random.Next(1, 5) * 1_000), Actors.Operator),
        2 => (new ChangeItems([new(random.Next(2), 1)], "sold out"), Actors.Operator),
        3 when step > Steps / 2 => (new Cancel(step.ToString("x32", CultureInfo.InvariantCulture), Side.Store, new Reason(null, "came back")), Actors.Operator),
        4 when effect is not null => (new RetryEffect(effect.Id), Actors.Operator),
        _ when effect is { State: EffectState.Waiting } && Answer(effect.Debt!, refuses: random.Next(3) == 0) is { } answer => (new RecordPaymentAnswer(effect.Id, answer), Actor.System),
        _ => null,
    };

    // What is still owed at the end is answered; what cannot be tried again is done by hand.
    private (OrderCommand Command, Actor Actor)? End(EffectFact open)
    {
        if (open.State is EffectState.Waiting)
        {
            return Answer(open.Debt!, refuses: false) is { } answer ? (new RecordPaymentAnswer(open.Id, answer), Actor.System) : null;
        }

        var retry = new RetryEffect(open.Id);
        var canRetry = open.Debt is { Kind: DebtKind.Capture or DebtKind.Refund } && Rules.Decide(facts with { Effects = [open] }, retry, Actors.Operator, An.Instant, policy) is Accepted;
        return (canRetry ? retry : new FinishByHand(open.Id, "seen to"), Actors.Operator);
    }

    // Null: it is not asked for yet.
    private PaymentAnswer? Answer(MoneyOwed debt, bool refuses)
    {
        var payment = facts.Payments.Single(payment => payment.Id == debt.PaymentId);
        return (debt.Kind, payment.State) switch
        {
            (DebtKind.RefundWhenCaptured, PaymentState.Capturing) => null,
            (DebtKind.Void, PaymentState.Captured) => PaymentAnswer.Captured,
            (DebtKind.RefundWhenCaptured, PaymentState.Authorized) when debt.Amount < payment.Value => PaymentAnswer.ByHand,
            (DebtKind.RefundWhenCaptured, PaymentState.Captured) when !payment.IsCapturedEnough => PaymentAnswer.ByHand,
            _ when refuses => PaymentAnswer.Refused,
            (DebtKind.Capture, _) => PaymentAnswer.Settled,
            (DebtKind.Refund, _) or (DebtKind.RefundWhenCaptured, PaymentState.Captured) => PaymentAnswer.Refunded,
            _ => PaymentAnswer.Voided,
        };
    }

    private void Do((OrderCommand Command, Actor Actor)? next, EffectFact? effect)
    {
        if (next is not { Command: var command, Actor: var actor }
            || Rules.Decide(facts with { Effects = effect is null ? [] : [effect] }, command, actor, An.Instant, policy) is not Accepted accepted)
        {
            return;
        }

        foreach (var happened in accepted.Events)
        {
            story.Add(happened.ToString());
            Keep(happened, effect);
            facts = facts.Apply(happened, actor, An.Instant, "");
        }

        Assert.All(facts.Payments, payment =>
        {
            Assert.InRange(payment.Captured + payment.Claimed, 0, payment.Value);
            Assert.InRange(payment.Refunded + payment.Owed, 0, payment.Value);
            Assert.Equal(payment.State is PaymentState.Capturing, payment.Claimed > 0);
            Assert.InRange(moved.GetValueOrDefault(payment.Id), 0, payment.Value);
        });
    }

    private void Keep(OrderEvent happened, EffectFact? effect)
    {
        switch (happened)
        {
            case MoneyOwed owed:
                effects.Add(new(effects.Count.ToString("x32", CultureInfo.InvariantCulture) + ".payment", EffectState.Waiting, owed, owed.Kind is DebtKind.Capture));
                break;
            case CapturesCounted { Captures: var counted }:
                counted.ToList().ForEach(capture => Move(capture.PaymentId, capture.Amount));
                break;
            case MoneyRefused:
                Replace(effect!, EffectState.GivenUp, isClaimed: false);
                break;
            case EffectRetried retried:
                Replace(effect!, EffectState.Waiting, retried.Claims is not null || effect!.IsClaimed);
                break;
            case MoneyCaptured { Claim: var claim }:
                Move(claim.PaymentId, claim.Amount);
                Replace(effect!, EffectState.Done);
                break;
            case MoneyReturned { Settled: { Kind: not DebtKind.Void } returned }:
                Move(returned.PaymentId, -returned.Amount);
                Replace(effect!, EffectState.Done);
                break;
            case PaymentAnswered:
                Replace(effect!, EffectState.Done);
                break;
            case EffectDoneByHand done:
                Move(effect!.Debt!.PaymentId, ByHand(done.Settled));
                Replace(effect, EffectState.DoneByHand);
                break;
        }
    }

    private static long ByHand(MoneyOwed? settled) => settled switch
    {
        null or { Kind: DebtKind.Void } => 0,
        { Kind: DebtKind.Capture } => settled.Amount,
        _ => -settled.Amount,
    };

    private void Move(string payment, long amount) => moved[payment] = moved.GetValueOrDefault(payment) + amount;

    private void Replace(EffectFact known, EffectState state, bool isClaimed = false) => effects[effects.FindIndex(effect => effect.Id == known.Id)] = known with { State = state, IsClaimed = isClaimed };
}
