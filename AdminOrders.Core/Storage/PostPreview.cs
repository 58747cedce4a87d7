using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>What a call of the API would be told, if it were made now: judged as <see cref="PostJudge"/> judges the call itself.</summary>
internal sealed class PostPreview(OrderRequest request, PostRecord record, AnsweredPosts answered, DateTimeOffset now)
{
    /// <summary>The decision; <paramref name="decided"/> is what the command alone would be told.</summary>
    public Decision Decide(OrderFacts facts, Decision decided, Policy policy) => record.KeptAt(now) is { } kept
        ? new Unchanged(Already.NothingNew, kept.Receipt)
        : PostJudge.Meant(
            request, CommandJudge.OfSeenVersion(request, decided, facts), facts, () => record.Earlier(request.Post!, answered), now, policy);
}
