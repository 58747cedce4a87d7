using AdminOrders.Core.Orders;

namespace AdminOrders.Trials.Races;

/// <summary>Two commands that meet on one order, and every outcome that the rules allow.</summary>
/// <param name="Name">For example <c>confirm ∥ decline</c>.</param>
/// <param name="Order">The order they meet on.</param>
/// <param name="One">A party whose answer tells whether it came first.</param>
internal sealed record Pair(string Name, Func<Meeting, OrderFacts> Order, Party One, Party Other, params Outcome[] Outcomes)
{
    public Party this[Corner corner] => corner is Corner.One ? One : Other;
}

/// <summary>One round.</summary>
/// <param name="Beginning">Before the first round.</param>
/// <param name="Due">When a deadline of the order passes, where the pair has one: when the other party begins.</param>
internal sealed record Meeting(string OrderId, DateTimeOffset Beginning, DateTimeOffset Due)
{
    public string RequestId => Stores.TrialOrder.RequestOf(OrderId);
}

/// <summary>Who sends what.</summary>
internal sealed record Party(Actor Actor, Func<Meeting, OrderCommand> Command);

/// <summary>One way in which a round may end.</summary>
/// <param name="Status">The order's status then.</param>
/// <param name="History">Every row after the import, oldest first: <c>actor kind</c>.</param>
/// <param name="One">What the one is told, as in <see cref="Told.Reply"/>.</param>
internal sealed record Outcome(string Name, string Status, string[] History, string One, string Other)
{
    public string this[Corner corner] => corner is Corner.One ? One : Other;
}
