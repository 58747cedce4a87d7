using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>What a rule looks at besides the command.</summary>
internal readonly record struct Situation(OrderFacts Facts, Actor Actor, DateTimeOffset Now, Policy Policy)
{
    /// <summary>S: the second-person policy applies to the order.</summary>
    public bool NeedsSecondPerson => Policy.NeedsSecondPerson(Facts.Value, Facts.Currency);
}

/// <summary>Short names for the three answers.</summary>
internal static class Answers
{
    public static Accepted Accept(params ImmutableArray<OrderEvent> events) => new(events);

    public static Refused Refuse(Refusal code) => new(code);

    public static Refused RefuseField(string field) => new(Refusal.InvalidInput) { Field = field };

    public static Unchanged Same(Already why, EarlierAnswer? earlier = null) => new(why, earlier);
}
