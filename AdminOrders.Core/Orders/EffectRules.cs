using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>What a person may do about an effect that is owed and not done, in every stage of the order.</summary>
internal static class EffectRules
{
    public static Decision Retry(OrderFacts facts, RetryEffect command) => Named(facts, command) switch
    {
        null => RefuseField("effect"),
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
            Accept(new EffectDoneByHand(command.EffectId) { Settled = effect.Debt, Reason = command.Reason }),
        { State: EffectState.UnderWay } => Refuse(Refusal.UnderWay),
        { State: EffectState.Done } => Same(Already.Delivered),
        { State: EffectState.DoneByHand } => Same(Already.DoneByHand),
    };

    private static EffectFact? Named(OrderFacts facts, EffectCommand command) => facts.Effects.FirstOrDefault(effect => effect.Id == command.EffectId);
}
