using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Channels;

/// <summary>What a channel's word means beyond the order's rules: it is taken, remembered, or applied to an order that comes in after it.</summary>
internal sealed class ChannelJudge(ChannelLedger ledger, DateTimeOffset now)
{
    /// <summary>The decision with what channels add to it; their events are added to the change.</summary>
    public Decision Complete(OrderRequest request, Decision decision, OrderChange change, Policy policy)
    {
        var earlier = decision is Accepted ? Exhume(change, policy) : null;
        var completed = earlier?.Alert is { } alert ? decision with { Alert = alert } : decision;
        return request.Sight is { } sight && completed is not Unchanged { Why: Already.Older } ? Take(request, sight, completed) : completed;
    }

    // An order without an affiliate comes from no channel: imports of those ask nothing.
    private Decision? Exhume(OrderChange change, Policy policy)
    {
        if (change.Before is not null || change.Imported is not { Description.AffiliateId.Length: > 0 } || ledger.Of(change.Facts.OrderId) is not { } tombstone)
        {
            return null;
        }

        var actor = ChannelNames.ActorOf(tombstone.Channel);
        var decision = Rules.Decide(change.Facts, new RecordEarlierCancellation(tombstone.RequestedBy, tombstone.Reason), actor, now, policy);
        foreach (var happened in decision is Accepted canceled ? canceled.Events : [])
        {
            change.Add(happened, actor, now);
        }

        ledger.Forget(change.Facts.OrderId);
        return decision;
    }

    private Decision Take(OrderRequest request, ChannelSight sight, Decision decision)
    {
        ledger.Take(request.OrderId, sight);
        if (request.Command is not RecordChannelCancellation canceled || decision is not Refused { Code: Refusal.NotFound })
        {
            return decision;
        }

        ledger.Remember(sight, canceled, now);
        return new Unchanged(Already.Remembered);
    }
}
