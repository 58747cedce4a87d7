using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Trials.Stores;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Trials.Crashes;

/// <summary>Compares what a store says of Amazon with what Amazon was asked, and what the inbox holds with what was sent.</summary>
internal static class AmazonJudge
{
    public static async Task<FoundTold> Judge(TrialStore store, CrashAmazon amazon, Notifications notifications, CancellationToken cancellationToken)
    {
        await using var db = store.Read();
        var told = ToldJudge.Judge("Amazon", await Debts(db, cancellationToken), amazon.Memory);
        var sales = await SalesJudge.Judge(store, amazon.Sales, cancellationToken);
        return told with { Faults = [.. told.Faults, .. notifications.Faults, .. sales.Faults, .. await OfInbox(db, notifications, cancellationToken)] };
    }

    private static async Task<List<ToldDebt>> Debts(OrdersDb db, CancellationToken cancellationToken) =>
        await db.Deliveries.AsNoTracking().Where(row => row.Consumer == Consumers.Channel)
            .Join(db.History.Where(row => row.Kind == "order-canceled"), delivery => delivery.HistoryId, history => history.HistoryId, (delivery, history) => new { delivery.State, history.OrderKey })
            .Join(db.Orders, debt => debt.OrderKey, order => order.Key, (debt, order) => new ToldDebt(order.MarketplaceOrderId, debt.State)).ToListAsync(cancellationToken);

    private static async Task<IEnumerable<string>> OfInbox(OrdersDb db, Notifications notifications, CancellationToken cancellationToken)
    {
        var rows = await db.ChannelInbox.Where(row => row.Kind != ChannelHint.Polled && row.Kind != ChannelHint.Told).Select(row => new { row.NotificationId, row.ChannelOrderId }).ToListAsync(cancellationToken);
        var there = rows.ToLookup(row => row.NotificationId, row => row.ChannelOrderId, StringComparer.Ordinal);
        var sent = notifications.Sent.ToDictionary(pair => $"ntf:{pair.Key}", pair => pair.Value, StringComparer.Ordinal);
        return
        [
            .. notifications.Acknowledged.Where(id => !there.Contains($"ntf:{id}")).Select(id => $"the notification {id} was acknowledged and is not in the inbox"),
            .. there.Where(rows => !sent.ContainsKey(rows.Key)).Select(rows => $"nobody sent the notification {rows.Key}"),
            .. there.Where(rows => sent.TryGetValue(rows.Key, out var order) && !rows.SequenceEqual([order], StringComparer.Ordinal)).Select(rows => $"the notification {rows.Key} is in the inbox for {string.Join(", ", rows)}"),
        ];
    }
}
