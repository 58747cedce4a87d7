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
    public void Whatever_comes_in_whatever_order_no_more_is_captured_or_given_back_than_there_is()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            new Life(seed).Run();
        }
    }

    /// <summary>An order of two payments; invoices, returns, cancellations and answers by a seed.</summary>
    private sealed class Life(int seed)
    {
        private readonly Random random = new(seed);
        private readonly List<EffectFact> effects = [];
        private OrderFacts facts = An.Order().Handling().With(order => order with
        {
            Payments = [new("a", PaymentState.Authorized, 6_000, 0, 0, 0), new("b", PaymentState.Authorized, 4_000, 0, 0, 0)],
        });

        public void Run()
        {
            for (var step = 0; step < 40; step++)
            {
                var effect = effects.Count == 0 ? null : effects[random.Next(effects.Count)];
                Do(facts with { Effects = effect is null ? [] : [effect] }, Next(step, effect), effect);
                Assert.All(facts.Payments, payment =>
                {
                    Assert.InRange(payment.Captured + payment.Claimed, 0, payment.Value);
                    Assert.InRange(payment.Refunded + payment.Owed, 0, payment.Value);
                    Assert.Equal(payment.State is PaymentState.Capturing, payment.Claimed > 0);
                });
            }
        }

        private (OrderCommand Command, Actor Actor) Next(int step, EffectFact? effect) => random.Next(6) switch
        {
            0 => (new Invoice(new($"I-{step}", random.Next(1, 5) * 1_000, An.Instant)), Actors.Operator),
            1 => (new ReturnInvoice(new($"R-{step}", random.Next(1, 5) * 1_000, An.Instant)), Actors.Operator),
            2 when step > 20 => (new Cancel(step.ToString("x32", System.Globalization.CultureInfo.InvariantCulture), Side.Store, new Reason(null, "came back")), Actors.Operator),
            3 when effect is not null => (new RetryEffect(effect.Id), Actors.Operator),
            _ when effect is { State: EffectState.Waiting } => (new RecordPaymentAnswer(effect.Id, AnswerTo(effect.Debt!)), Actor.System),
            _ => (new StartHandling(), Actors.Operator),
        };

        private PaymentAnswer AnswerTo(MoneyOwed debt) => random.Next(3) == 0 ? PaymentAnswer.Refused : debt.Kind switch
        {
            DebtKind.Capture => PaymentAnswer.Settled,
            DebtKind.Void => PaymentAnswer.Voided,
            DebtKind.Refund or DebtKind.RefundWhenCaptured => PaymentAnswer.Refunded,
        };

        private void Do(OrderFacts known, (OrderCommand Command, Actor Actor) next, EffectFact? effect)
        {
            // A refund that waits for a capture is not asked for before it is answered, and is a void where that failed.
            if (next.Command is RecordPaymentAnswer { Answer: PaymentAnswer.Refunded } && effect!.Debt is { Kind: DebtKind.RefundWhenCaptured } waits
                && known.Payments.Single(payment => payment.Id == waits.PaymentId) is var payment && (payment.Claimed > 0 || payment.Captured - payment.Refunded < waits.Amount))
            {
                return;
            }

            if (Rules.Decide(known, next.Command, next.Actor, An.Instant, Capturing) is not Accepted accepted)
            {
                return;
            }

            foreach (var happened in accepted.Events)
            {
                Keep(happened, effect);
                facts = facts.Apply(happened, next.Actor, An.Instant, "");
            }
        }

        private void Keep(OrderEvent happened, EffectFact? effect)
        {
            switch (happened)
            {
                case MoneyOwed owed:
                    effects.Add(new($"{effects.Count:x32}.payment", EffectState.Waiting, owed, owed.Kind is DebtKind.Capture));
                    break;
                case MoneyRefused:
                    Replace(effect!, effect! with { State = EffectState.GivenUp, IsClaimed = false });
                    break;
                case EffectRetried retried:
                    Replace(effect!, effect! with { State = EffectState.Waiting, IsClaimed = retried.Claims is not null || effect!.IsClaimed });
                    break;
                case PaymentAnswered:
                    Replace(effect!, effect! with { State = EffectState.Done, IsClaimed = false });
                    break;
            }
        }

        private void Replace(EffectFact known, EffectFact now) => effects[effects.IndexOf(known)] = now;
    }
}
