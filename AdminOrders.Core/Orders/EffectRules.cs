using System.Collections.Immutable;
using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>What a person may do about an effect that is owed and not done, in every stage of the order.</summary>
internal static class EffectRules
{
    public static Decision Retry(OrderFacts facts, RetryEffect command) => Named(facts, command) switch
    {
        null => RefuseField("effect"),
        { State: EffectState.GivenUp or EffectState.Failing, Debt: { Kind: DebtKind.Capture } claim, IsClaimed: false } => Reclaim(facts, command, claim),
        { State: EffectState.GivenUp or EffectState.Failing } => Accept(new EffectRetried(command.EffectId)),
        { State: EffectState.Waiting } => Same(Already.Waiting),
        { State: EffectState.UnderWay } => Same(Already.UnderWay),
        { State: EffectState.Done } => Same(Already.Delivered),
        { State: EffectState.DoneByHand } => Same(Already.DoneByHand),
    };

    // Nobody knows yet how a call ends that is under way: it might be done twice.
    public static Decision Finish(OrderFacts facts, FinishByHand command) => Named(facts, command) switch
    {
        null => RefuseField("effect"),
        { State: EffectState.GivenUp or EffectState.Failing or EffectState.Waiting } effect =>
            Accept(Finished(facts, command, effect)),
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

    // A capture is claimed before anybody calls out for it, and not on a canceled order.
    private static Decision Reclaim(OrderFacts facts, RetryEffect command, MoneyOwed claim) =>
        facts.Stage is Stage.Canceled ? Refuse(Refusal.Canceled)
        : facts.Payments.Any(payment => payment.Id == claim.PaymentId && payment.Capturable >= claim.Amount)
            ? Accept(new EffectRetried(command.EffectId) { Claims = claim })
            : Refuse(Refusal.ExceedsOrder);

    // Of a canceled order nobody captures any more: what was let go is only taken off the list.
    private static EffectDoneByHand Finished(OrderFacts facts, FinishByHand command, EffectFact effect)
    {
        var done = new EffectDoneByHand(command.EffectId) { Settled = effect.Debt, Reason = command.Reason };
        return effect.Debt is not { Kind: DebtKind.Capture } ? done
            : facts.Stage is Stage.Canceled && !effect.IsClaimed ? done with { Settled = null }
            : done with { WasClaimed = effect.IsClaimed };
    }

    private static ImmutableArray<OrderEvent> Answers(OrderFacts facts, RecordPaymentAnswer command, MoneyOwed debt) => command.Answer switch
    {
        PaymentAnswer.Settled =>
            [new MoneyCaptured(command.EffectId, debt, facts.Effects.Any(effect => effect.Id == command.EffectId && effect.IsClaimed)) { Reference = command.Reference, Words = command.Words }],
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

    private static EffectFact? Named(OrderFacts facts, EffectCommand command) => facts.Effects.FirstOrDefault(effect => effect.Id == command.EffectId);
}
