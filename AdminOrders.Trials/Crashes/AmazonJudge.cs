using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Trials.Stores;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Trials.Crashes;

/// <summary>What is between a store and Amazon.</summary>
/// <param name="Done">Cancellations that Amazon was told of.</param>
/// <param name="Owed">Those that it has still to be told of.</param>
internal sealed record FoundThere(int Done, int Owed, IReadOnlyList<string> Faults);

/// <summary>Compares what a store says of Amazon with what Amazon was asked, and what the inbox holds with what was sent.</summary>
internal static class AmazonJudge
{
    public static async Task<FoundThere> Judge(TrialStore store, CrashAmazon amazon, Notifications notifications, CancellationToken cancellationToken)
    {
        await using var db = store.Read();
        var owed = await Owed(db, cancellationToken);
        return new(
            owed.Count(row => row.State is DeliveryState.Done),
            owed.Count(row => row.State is DeliveryState.Owed),
            [.. amazon.Faults, .. notifications.Faults, .. OfCancellations(owed, amazon), .. await OfInbox(db, notifications, cancellationToken)]);
    }

    private static async Task<List<Debt>> Owed(OrdersDb db, CancellationToken cancellationToken) =>
        await db.Deliveries.AsNoTracking().Where(row => row.Consumer == Consumers.Channel)
            .Join(db.History.Where(row => row.Kind == "order-canceled"), delivery => delivery.HistoryId, history => history.HistoryId, (delivery, history) => new { delivery.State, history.OrderKey })
            .Join(db.Orders, debt => debt.OrderKey, order => order.Key, (debt, order) => new Debt(order.MarketplaceOrderId, debt.State)).ToListAsync(cancellationToken);

    // Who is told may be told again; who is told of nothing that happened, or not told at all, is a fault.
    private static IEnumerable<string> OfCancellations(List<Debt> owed, CrashAmazon amazon)
    {
        var known = owed.Select(debt => debt.Order).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. amazon.Asked.Keys.Where(order => !known.Contains(order)).Select(order => $"nobody owed that Amazon was asked to cancel {order}"),
            .. owed.Where(debt => debt.State is DeliveryState.Done && !amazon.Asked.ContainsKey(debt.Order)).Select(debt => $"Amazon has been told of {debt.Order}, and was never asked"),
            .. owed.Where(debt => debt.State is DeliveryState.Failed).Select(debt => $"to tell Amazon of {debt.Order} was given up"),
        ];
    }

    private static async Task<IEnumerable<string>> OfInbox(OrdersDb db, Notifications notifications, CancellationToken cancellationToken)
    {
        var rows = await db.ChannelInbox.Where(row => row.Kind != ChannelHint.Polled).Select(row => new { row.NotificationId, row.ChannelOrderId }).ToListAsync(cancellationToken);
        var there = rows.ToLookup(row => row.NotificationId, row => row.ChannelOrderId, StringComparer.Ordinal);
        var sent = notifications.Sent.ToDictionary(pair => $"ntf:{pair.Key}", pair => pair.Value, StringComparer.Ordinal);
        return
        [
            .. notifications.Acknowledged.Where(id => !there.Contains($"ntf:{id}")).Select(id => $"the notification {id} was acknowledged and is not in the inbox"),
            .. there.Where(rows => !sent.ContainsKey(rows.Key)).Select(rows => $"nobody sent the notification {rows.Key}"),
            .. there.Where(rows => sent.TryGetValue(rows.Key, out var order) && !rows.SequenceEqual([order], StringComparer.Ordinal)).Select(rows => $"the notification {rows.Key} is in the inbox for {string.Join(", ", rows)}"),
        ];
    }

    private sealed record Debt(string Order, DeliveryState State);
}
