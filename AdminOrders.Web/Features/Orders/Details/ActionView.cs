using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Features.Orders.Details;

/// <summary>Whether an action may be used, and where not, why: what the rules answered.</summary>
public sealed record ActionView(CommandKind Kind, Decision Decision)
{
    /// <summary>It may be used.</summary>
    public bool IsAvailable => Decision is Accepted;

    /// <summary>Why it cannot be used, in the reader's language; empty where it can.</summary>
    public string Why => Decision switch
    {
        Refused refused => OrderWords.Of(refused.Code),
        Unchanged unchanged => OrderWords.Of(unchanged.Why),
        _ => "",
    };
}

/// <summary>Asks the rules what may be done with an order, on the facts after the timers that are due.</summary>
public sealed class OrderActions(OrderFacts facts, Actor actor, DateTimeOffset now, Policy policy)
{
    private readonly OrderFacts facts = Timers.ApplyDue(facts, now, policy).Facts;

    /// <summary>The answer for an action of that kind.</summary>
    public ActionView this[CommandKind kind] => new(kind, Eligibility.Of(kind, facts, actor, now, policy).Decision);

    /// <summary>The answer for an action on one of the open requests.</summary>
    public ActionView this[CommandKind kind, string? requestId] => requestId is null
        ? this[kind]
        : new(kind, Eligibility.Of(kind, facts with { Requests = [.. facts.Requests.Where(request => request.Id == requestId)] }, actor, now, policy).Decision);

    /// <summary>Where a refusal leads on, the best first.</summary>
    public ImmutableArray<WayOut> WaysOutOf(Refusal refusal) => WaysOut.Of(refusal, facts);
}
