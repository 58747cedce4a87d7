using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Bulk;

/// <summary>Looks at the orders of a draft: what the rules say would happen to each now.</summary>
internal sealed class BulkOutlook(StoreSource source, PolicySetting policy, TimeProvider time)
{
    private const int PageSize = 256;

    /// <summary>Looks at the next orders behind a place and returns the last of them; null: there are no more.</summary>
    public async Task<int?> LookAtPage(BulkStore store, BulkWork job, Actor actor, int after, CancellationToken cancellationToken)
    {
        var (now, inForce) = (time.GetUtcNow(), await policy.Read(cancellationToken));
        await using var reading = await source.OpenReading(cancellationToken);
        await reading.HoldMoment(cancellationToken);
        var page = await job.Unseen(reading, after, PageSize, cancellationToken);
        var facts = new FactsReader(reading.Reads);
        facts.LoadAhead(page.Select(item => item.OrderId));
        var seen = page.ConvertAll(item => (item.Ref, Decision: Decide(facts, job, item, actor, now, inForce)));
        store.Together(() => seen.ForEach(order => store.Foresee(order.Ref, order.Decision, FreesAcknowledged(order.Decision))));
        return page.Count < PageSize ? null : page[^1].Ref.Place;
    }

    private static Decision Decide(FactsReader facts, BulkWork job, BulkWorkItem item, Actor actor, DateTimeOffset now, Policy policy) =>
        !item.IsUnknown && facts.Load(item.OrderId)?.Facts is { } order
            ? Rules.Consider(order, WithAnyReason(job.CommandFor(item)), actor, now, policy).Decision
            : new Refused(Refusal.NotFound);

    // Which reason it will be decides nothing about what happens, and a draft may not have one yet.
    private static OrderCommand WithAnyReason(OrderCommand command) => command is Cancel { Reason: { LabelId: null, Text: null } } cancel
        ? cancel with { Reason = new(null, "-") }
        : command;

    private static bool FreesAcknowledged(Decision decision) =>
        decision is Accepted accepted && accepted.Events.OfType<StockReleased>().Any(released => released.Units.Any(units => units.WasAcknowledged));
}
