using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>What a call of the API means beside its command: a repetition is answered as before, a second call to cancel may confirm.</summary>
internal sealed class PostJudge(PostLedger posts, DateTimeOffset now)
{
    /// <summary>The decision; <paramref name="decide"/> is what the command alone is told.</summary>
    public Decision Decide(OrderRequest request, PostRecord record, OrderFacts facts, Policy policy, Func<Decision> decide)
    {
        if (request.Post!.Key is { } key && record.KeptAt(now) is { } kept)
        {
            return kept.Fingerprint == key.Fingerprint ? new Unchanged(Already.NothingNew, kept.Receipt) : new Refused(Refusal.IdempotencyKeyReused);
        }

        return Meant(request, decide(), facts, () => posts.EarlierOf(record, request.Post), now, policy);
    }

    /// <summary>What a call to cancel by the store is told where the rules say that it is asked for already: some of them confirm.</summary>
    public static Decision Meant(
        OrderRequest request, Decision decision, OrderFacts facts, Func<EarlierPosts> earlier, DateTimeOffset now, Policy policy)
    {
        if (decision is not Unchanged { Why: Already.Requested } || request is not { Actor.Side: Side.Store, Command: Cancel cancel, Post: { } post })
        {
            return decision;
        }

        var isSeen = request.ExpectedVersion == facts.Version;
        return SecondCallRules.Confirmed(facts, request.Actor, post, isSeen, earlier(), now) is { } confirmed
            ? Rules.Decide(facts, new ConfirmCancellation(confirmed.Id, cancel.Acknowledged, cancel.Reason.Text ?? cancel.Note), request.Actor, now, policy)
            : decision;
    }

    /// <summary>Keeps what a repetition has to know. A refusal is decided anew, so it leaves nothing behind.</summary>
    public void Keep(OrderRequest request, PostRecord record, OrderChange change, Answer answer)
    {
        if (answer.Decision is Refused || change.Before is not { } order)
        {
            return;
        }

        var post = request.Post!;
        if (request is { Command: Cancel, Actor.Side: Side.Store } && change.Facts.Stage is not Stage.Canceled)
        {
            posts.Add(order.Key, request.OrderId, post, record);
        }

        if (record.KeptAt(now) is null)
        {
            posts.Keep(post, answer.Receipt, now);
        }
    }
}
