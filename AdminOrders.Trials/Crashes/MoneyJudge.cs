using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Trials.Stores;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Trials.Crashes;

/// <summary>Compares what a store owes on payments with what its provider was asked, and what the provider is left with with what each order still costs.</summary>
internal static class MoneyJudge
{
    /// <summary>What is settled was asked for, and what was asked for was owed; each debt has an id of its own, so nothing is done twice.</summary>
    public static async Task<FoundTold> Judge(TrialStore store, IReadOnlyCollection<PlayedOrder> orders, CrashProvider provider, CancellationToken cancellationToken)
    {
        await using var db = store.Read();
        var asked = provider.Memory.Asked.ToDictionary(StringComparer.Ordinal);
        var rows = await db.Deliveries.AsNoTracking().Where(row => row.Consumer == Consumers.Payment)
            .Join(db.History, delivery => delivery.HistoryId, history => history.HistoryId, (delivery, history) => new { delivery.HistoryId, delivery.State, history.OrderKey })
            .Join(db.Orders, debt => debt.OrderKey, order => order.Key, (debt, order) => new { debt.HistoryId, debt.State, order.OrderId }).ToListAsync(cancellationToken);
        var debts = rows.ConvertAll(row => new Debt(EffectId.Of(row.HistoryId, Consumers.Payment), row.State, row.OrderId));
        var known = debts.Select(debt => debt.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            debts.Count(debt => debt.State is DeliveryState.Done),
            debts.Count(debt => debt.State is DeliveryState.Owed),
            [
                .. provider.Memory.Faults,
                .. asked.Keys.Where(id => !known.Contains(id)).Select(id => $"nobody owed what the provider was asked under {id}"),
                .. debts.Where(debt => debt.State is DeliveryState.Done && !asked.ContainsKey(debt.Id)).Select(debt => $"{debt.Id} is settled, and the provider was never asked"),
                .. debts.Where(debt => debt.State is DeliveryState.Failed).Select(debt => $"{debt.Id} was given up"),
                .. WronglyKept(orders, debts.ToLookup(debt => debt.OrderId, StringComparer.Ordinal), asked),
            ]);
    }

    // Of orders whose script is over and on which nothing is owed any more.
    private static IEnumerable<string> WronglyKept(IEnumerable<PlayedOrder> orders, ILookup<string, Debt> debts, Dictionary<string, Asked> asked) =>
        from order in orders
        where order.Next is null && debts[order.OrderId].All(debt => debt.State is DeliveryState.Done)
        let moved = debts[order.OrderId].Where(debt => asked.ContainsKey(debt.Id)).Sum(debt => Moved(asked[debt.Id]))
        let kept = order.Script.Order.Payments.Sum(payment => payment.Captured) + moved
        where kept != order.Script.Kept
        select $"{order.OrderId}: the provider is left with {kept}, and the order costs {order.Script.Kept}";

    // Minor units. To void moves nothing.
    private static long Moved(Asked asked) => asked.Wish.Split(' ') switch
    {
        ["settlements", _, var value] => MinorUnits(value),
        ["refunds", _, var value] => -MinorUnits(value),
        _ => 0,
    };

    private static long MinorUnits(string value) => (long)(decimal.Parse(value, CultureInfo.InvariantCulture) * 100);

    private sealed record Debt(string Id, DeliveryState State, string OrderId);
}
