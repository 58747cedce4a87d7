using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Insights;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage.Insights;

/// <summary>The figures of canceled orders as somebody works them out who has every record before them.</summary>
internal sealed record Recount(
    long Orders, Dictionary<DateOnly, long> Days, IReadOnlyList<ReturnedMoney> Money, IReadOnlyDictionary<InsightKind, IEnumerable<(string Value, long Orders)>> Counts)
{
    /// <summary>Of a filter by date of creation, seller and value.</summary>
    public static async Task<Recount> Of(TestStore store, OrderFilter filter, TimeZoneInfo zone)
    {
        await using var db = store.Read();
        var orders = (await db.Orders.AsNoTracking().ToListAsync()).Where(order => order.Status == Status.Canceled && Matches(order, filter)).ToList();
        var keys = orders.Select(order => order.Key).ToHashSet();
        var items = (await db.OrderItems.AsNoTracking().ToListAsync()).Where(item => keys.Contains(item.OrderKey)).ToList();
        var payments = (await db.Payments.AsNoTracking().ToListAsync()).ToLookup(payment => payment.OrderKey);
        var failed = (await db.Deliveries.AsNoTracking().Where(delivery => delivery.State == DeliveryState.Failed && delivery.Consumer == Consumers.Payment).ToListAsync())
            .Select(delivery => delivery.OrderKey).ToHashSet();
        var codes = await db.CancellationReasonLabels.Join(db.CancellationReasons, label => label.ReasonId, reason => reason.Id, (label, reason) => new { label.Id, reason.Code })
            .ToDictionaryAsync(label => label.Id, label => label.Code);
        return new(
            orders.Count,
            orders.GroupBy(order => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Ticks.From(order.CreatedAt), zone).DateTime)).ToDictionary(day => day.Key, day => day.LongCount()),
            Sums(orders, payments),
            new Dictionary<InsightKind, IEnumerable<(string Value, long Orders)>>
            {
                [InsightKind.Reason] = Counted(orders.Select(order => order.CancelReasonLabelId is { } label ? codes[label] : "")),
                [InsightKind.Side] = Counted(orders.Select(order => $"{order.CanceledFor}")),
                [InsightKind.Origin] = Counted(orders.Select(order => order.Origin)),
                [InsightKind.Affiliate] = Counted(orders.Select(order => order.AffiliateId)),
                [InsightKind.Seller] = Counted(orders.Select(order => order.SellerId)),
                [InsightKind.Sku] = Counted(items.Select(item => (item.OrderKey, item.SkuId)).Distinct().Select(item => item.SkuId)),
                [InsightKind.Delay] = Counted(orders.Select(order => $"{DelayOf(order.CanceledAt!.Value - order.CreatedAt)}")),
                [InsightKind.MoneyBack] = Counted(orders.SelectMany(order => StatesOf(payments[order.Key], failed.Contains(order.Key)))),
            });
    }

    private static bool Matches(OrderRow order, OrderFilter filter) =>
        (filter.CreatedFrom is not { } from || order.CreatedAt >= from.UtcTicks)
        && (filter.CreatedBefore is not { } before || order.CreatedAt < before.UtcTicks)
        && (filter.SellerId is null || order.SellerId == filter.SellerId)
        && (filter.ValueFrom is not { } least || order.Value >= least * Minor(order))
        && (filter.ValueTo is not { } most || order.Value <= most * Minor(order));

    // Chilean pesos have no cents.
    private static long Minor(OrderRow order) => order.Currency == "CLP" ? 1 : 100;

    private static CancelDelay DelayOf(long ticks) => TimeSpan.FromTicks(ticks) switch
    {
        { TotalHours: < 1 } => CancelDelay.UnderAnHour,
        { TotalDays: < 1 } => CancelDelay.UnderADay,
        { TotalDays: < 3 } => CancelDelay.UnderThreeDays,
        { TotalDays: < 7 } => CancelDelay.UnderAWeek,
        var passed => passed.Ticks < TimeSpan.TicksPerDay * 30 ? CancelDelay.UnderAMonth : CancelDelay.Longer,
    };

    private static IEnumerable<string> StatesOf(IEnumerable<PaymentRow> payments, bool isGivenUp)
    {
        if (payments.Any(payment => payment.Owed > 0))
        {
            yield return isGivenUp ? nameof(MoneyBack.Failed) : nameof(MoneyBack.Owed);
        }

        if (payments.Any(payment => payment.Refunded > 0))
        {
            yield return nameof(MoneyBack.Given);
        }
    }

    private static List<ReturnedMoney> Sums(List<OrderRow> orders, ILookup<long, PaymentRow> payments) =>
    [
        .. orders.GroupBy(order => order.Currency, StringComparer.Ordinal).OrderBy(currency => currency.Key, StringComparer.Ordinal).Select(currency =>
        {
            var all = currency.SelectMany(order => payments[order.Key]).ToList();
            return new ReturnedMoney(
                currency.Key, all.Sum(payment => payment.Refunded), all.Where(payment => payment.State == PaymentState.Voided).Sum(payment => payment.Value - payment.Captured),
                all.Sum(payment => payment.Owed));
        }).Where(sum => sum is not { Refunded: 0, Voided: 0, Owed: 0 }),
    ];

    private static IEnumerable<(string Value, long Orders)> Counted(IEnumerable<string> values) =>
        values.GroupBy(value => value, StringComparer.Ordinal).Select(same => (same.Key, same.LongCount())).OrderByDescending(same => same.Item2).ThenBy(same => same.Key, StringComparer.Ordinal);
}
