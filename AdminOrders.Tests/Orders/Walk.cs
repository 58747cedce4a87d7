using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>Drives an order as the workflow does (due timers, decide, fold) and holds every step against the invariants.</summary>
internal sealed class Walk
{
    private readonly Policy policy;
    private OrderFacts facts;
    private DateTimeOffset now = An.Instant;
    private int historyRows;

    private Walk(OrderFacts start, Policy policy) => (facts, this.policy) = (start, policy);

    /// <summary>The facts at the end; the first number also chooses the policy.</summary>
    public static OrderFacts Of(OrderFacts start, int[] moves)
    {
        var walk = new Walk(start, SomeCommand.Policy(moves[0]));
        foreach (var move in moves)
        {
            walk.Step(new System.Random(move));
        }

        return walk.facts;
    }

    private void Step(System.Random random)
    {
        now += SomeCommand.Pause(random);
        var actor = SomeCommand.Actor(random);
        var command = SomeCommand.For(facts, actor, random);
        var considered = Rules.Consider(facts, command, actor, now, policy);
        Fold(considered.Due.Events, Actor.System);
        Assert.Equal(considered.Due.Facts.Status, facts.Status);
        Assert.Empty(Timers.ApplyDue(facts, now, policy).Events);

        var decision = Rules.Decide(facts, command, actor, now, policy);
        var preview = Rules.Preview(considered.Decision, considered.Due.Facts, policy);
        var before = facts;
        if (decision is Accepted accepted)
        {
            Fold(accepted.Events, actor);
        }

        Invariants.PreviewEqualsResult(preview, Rules.Preview(decision, before, policy), before, facts, decision);
        Invariants.AnsweringNeverCancels(command, decision);
        Invariants.SomethingLeaves(facts, now, policy);
    }

    private void Fold(IEnumerable<OrderEvent> events, Actor actor)
    {
        var expired = false;
        foreach (var happened in events)
        {
            var before = facts;
            historyRows++;
            facts = facts.Apply(happened, actor, now, $"{historyRows:x32}");
            expired |= happened is CancellationRequestsExpired;
            Assert.False(expired && happened is OrderCanceled, "the expiry of a request canceled the order");
            Invariants.OneEvent(before, happened, facts);
        }

        Invariants.AtRest(facts);
    }
}
