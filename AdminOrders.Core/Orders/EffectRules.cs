using System.Collections.Immutable;
using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>What a person may do about an effect that is owed and not done, in every stage of the order.</summary>
internal static class EffectRules
{
    // Nobody tries an alert.
    public static Decision Retry(OrderFacts facts, RetryEffect command) => (EffectId.AlertOf(command.EffectId) is null ? Named(facts, command) : null) switch
    {
        null => RefuseField("effect"),
        { State: EffectState.GivenUp or EffectState.Failing, Debt: { Kind: DebtKind.Capture } claim, IsClaimed: false } => Reclaim(facts, command, claim),
        { State: EffectState.GivenUp or EffectState.Failing } => Accept(new EffectRetried(command.EffectId)),
        { State: EffectState.Waiting } => Same(Already.Waiting),
        { State: EffectState.UnderWay } => Same(Already.UnderWay),
        { State: EffectState.Done } => Same(Already.Delivered),
        { State: EffectState.DoneByHand } => Same(Already.DoneByHand),
    };

    // Nobody knows yet how a call ends that is under way, nor a capture that is claimed: what waits for them might be done twice.
    public static Decision Finish(OrderFacts facts, FinishByHand command) => Named(facts, command) switch
    {
        null => RefuseField("effect"),
        { State: EffectState.GivenUp or EffectState.Failing or EffectState.Waiting, Debt: { Kind: DebtKind.RefundWhenCaptured } debt } when Paid(facts, debt).Claimed > 0 => Refuse(Refusal.UnderWay),
        { State: EffectState.GivenUp or EffectState.Failing or EffectState.Waiting } effect =>
            Accept(ByHand(facts, command, effect)),
        { State: EffectState.UnderWay } => Refuse(Refusal.UnderWay),
        { State: EffectState.Done } => Same(Already.Delivered),
        { State: EffectState.DoneByHand } => Same(Already.DoneByHand),
    };

    // The provider is asked at least once, so it may answer twice: what is settled stays so.
    public static Decision Answered(OrderFacts facts, RecordPaymentAnswer command) => Named(facts, command) switch
    {
        null or { Debt: null } => RefuseField("effect"),
        { State: EffectState.Done } => Same(Already.Delivered),
        { State: EffectState.DoneByHand } => Same(Already.DoneByHand),
        { State: EffectState.GivenUp } when command.Answer is PaymentAnswer.ByHand or PaymentAnswer.Refused => Same(Already.Recorded),
        { Debt: { } debt } => Accept(Answers(facts, command, debt)),
    };

    // A capture is claimed before anybody calls out for it, and not on an order that has come back or is canceled.
    private static Decision Reclaim(OrderFacts facts, RetryEffect command, MoneyOwed claim) =>
        facts.Stage is Stage.Canceled ? Refuse(Refusal.Canceled)
        : Consequences.Uncaptured(facts) <= 0 ? Refuse(Refusal.NothingToCapture)
        : Paid(facts, claim).Capturable >= claim.Amount
            ? Accept(new EffectRetried(command.EffectId) { Claims = claim })
            : Refuse(Refusal.ExceedsOrder);

    private static ImmutableArray<OrderEvent> ByHand(OrderFacts facts, FinishByHand command, EffectFact effect)
    {
        var done = Finished(facts, command, effect);
        return done switch
        {
            { Settled: { Kind: DebtKind.Capture } claim } => [done, .. Excess(facts, claim, effect.IsClaimed)],
            { Dropped: { } dropped } => [done, .. Consequences.RefundOfExcess(facts with { Payments = Parts.Drop(facts.Payments, dropped) })],
            _ => [done],
        };
    }

    // What was let go and nobody captures any more is only taken off the list; what was to be given back of a capture that failed is not owed any more.
    private static EffectDoneByHand Finished(OrderFacts facts, FinishByHand command, EffectFact effect)
    {
        var done = new EffectDoneByHand(command.EffectId) { Reason = command.Reason };
        return effect.Debt switch
        {
            { Kind: DebtKind.Capture } claim when effect.IsClaimed => done with { Settled = claim, WasClaimed = true },
            { Kind: DebtKind.Capture } claim => LetGo(facts, claim) is > 0 and var amount ? done with { Settled = claim with { Amount = amount }, WasClaimed = false } : done,
            { Kind: DebtKind.RefundWhenCaptured } debt when !Paid(facts, debt).IsCapturedEnough => done with { Dropped = debt },
            var debt => done with { Settled = debt },
        };
    }

    // What of a capture that was let go can have been captured outside.
    private static long LetGo(OrderFacts facts, MoneyOwed claim) => facts.Stage is Stage.Canceled || Consequences.Uncaptured(facts) <= 0 ? 0
        : Math.Min(claim.Amount, Paid(facts, claim).Capturable);

    private static IEnumerable<OrderEvent> Excess(OrderFacts facts, MoneyOwed claim, bool wasClaimed) =>
        Consequences.RefundOfExcess(facts with { Payments = Parts.Capture(facts.Payments, claim, wasClaimed) });

    private static ImmutableArray<OrderEvent> Answers(OrderFacts facts, RecordPaymentAnswer command, MoneyOwed debt) => command.Answer switch
    {
        PaymentAnswer.Settled => Captured(facts, command, debt, facts.Effects.Any(effect => effect.Id == command.EffectId && effect.IsClaimed)),
        PaymentAnswer.Voided => [new MoneyReturned(command.EffectId, debt with { Kind = DebtKind.Void }) { Reference = command.Reference, Words = command.Words }],
        PaymentAnswer.Refunded =>
        [
            new MoneyReturned(command.EffectId, debt with { Kind = debt.Kind is DebtKind.Void ? DebtKind.Refund : debt.Kind })
            {
                Reference = command.Reference, Words = command.Words,
            },
        ],
        PaymentAnswer.Captured => [new PaymentFoundCaptured(command.EffectId, debt) { Words = command.Words }, .. Consequences.RefundInstead(facts, debt)],
        PaymentAnswer.ByHand or PaymentAnswer.Refused =>
            [new MoneyRefused(command.EffectId, debt, command.Answer is PaymentAnswer.ByHand) { Words = command.Words }],
    };

    private static ImmutableArray<OrderEvent> Captured(OrderFacts facts, RecordPaymentAnswer command, MoneyOwed claim, bool wasClaimed) =>
        [new MoneyCaptured(command.EffectId, claim, wasClaimed) { Reference = command.Reference, Words = command.Words }, .. Excess(facts, claim, wasClaimed)];

    private static PaymentFact Paid(OrderFacts facts, MoneyOwed debt) => facts.Payments.First(payment => payment.Id == debt.PaymentId);

    private static EffectFact? Named(OrderFacts facts, EffectCommand command) => facts.Effects.FirstOrDefault(effect => effect.Id == command.EffectId);
}
