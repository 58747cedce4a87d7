namespace AdminOrders.Core.Orders;

/// <summary>The one function that decides. Pure: facts, command, actor, instant and policy in, a decision out.</summary>
public static class Rules
{
    /// <summary>
    /// Decides a command on facts to which the timers due at <paramref name="now"/> have been applied.
    /// Never throws for a business reason: a refusal is a value.
    /// </summary>
    public static Decision Decide(OrderFacts facts, OrderCommand command, Actor actor, DateTimeOffset now, Policy policy) =>
        throw new NotSupportedException("The rules land with the next change.");
}
