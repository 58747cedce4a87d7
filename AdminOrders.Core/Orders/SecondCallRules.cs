namespace AdminOrders.Core.Orders;

/// <summary>
/// What a store's credential means by posting cancel on an order for which a cancellation is asked already. VTEX takes the second call for the
/// confirmation; a client whose connection broke makes the same call. Here it confirms only where it cannot be a retry.
/// </summary>
internal static class SecondCallRules
{
    /// <summary>The request that the call confirms; null: it says once more what was said before, and nothing changes.</summary>
    /// <param name="facts">Of a requested order.</param>
    /// <param name="isSeen">The call names the order's version (<c>If-Match</c>): its sender saw what is asked.</param>
    public static OpenRequest? Confirmed(OrderFacts facts, Actor actor, Post post, bool isSeen, EarlierPosts earlier, DateTimeOffset now)
    {
        if (isSeen)
        {
            return OfOthers(facts, actor) ?? facts.Requests.FirstOrDefault();
        }

        if (facts.Requests.Any(request => IsOfColleague(request, actor)))
        {
            return null;
        }

        if (!earlier.Any)
        {
            return OfOthers(facts, actor);
        }

        return IsSecondThought(post, earlier, now) ? OfOthers(facts, actor) ?? facts.Requests.FirstOrDefault() : null;
    }

    // A colleague's request waits for a person or for an explicit confirmation.
    private static bool IsOfColleague(OpenRequest request, Actor actor) =>
        request.EnteredBy != actor.Id && (request.RequestedBy is Side.Store || request.EnteredBySide is Side.Store);

    private static OpenRequest? OfOthers(OrderFacts facts, Actor actor) =>
        facts.Requests.FirstOrDefault(request => request.RequestedBy is not Side.Store && request.EnteredBy != actor.Id);

    // A retry follows on an answer that did not arrive: without an answer that went out whole there is no second thought.
    private static bool IsSecondThought(Post post, EarlierPosts earlier, DateTimeOffset now) =>
        earlier.LatestAnsweredAt is { } answered
        && (IsNewIntention(post, earlier) || post.SecondCall.Confirms(now - answered));

    private static bool IsNewIntention(Post post, EarlierPosts earlier) => post.Key is not null && earlier.CarriedKey && !earlier.UsedKey;
}
