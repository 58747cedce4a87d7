using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Insights;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Features.Orders.List;

namespace AdminOrders.Web.Features.Insights;

/// <summary>Makes bars of figures; each leads to the list of its orders, where the list can be asked for exactly them.</summary>
/// <param name="scope">The list of all orders that the figures are of.</param>
/// <param name="reasons">The words of reasons, by code.</param>
internal sealed class InsightCharts(CancellationInsights figures, OrderListQuery scope, IReadOnlyDictionary<string, string> reasons)
{
    /// <summary>So many bars are shown of what has any number of values.</summary>
    public const int MostBars = 8;

    private static readonly InsightKind[] InOrder =
    [
        InsightKind.Reason, InsightKind.Side, InsightKind.Delay, InsightKind.Seller, InsightKind.Sku, InsightKind.Origin, InsightKind.Affiliate, InsightKind.MoneyBack,
    ];

    public IReadOnlyList<InsightChart> All() => [.. InOrder.Select(Of)];

    /// <summary>The bar of orders that were created in a period.</summary>
    public InsightBar Of(InsightPeriod period, PeriodUnit unit)
    {
        var orders = figures.Days.Where(day => day.Key >= period.First && day.Key <= period.Last).Sum(day => day.Value);
        return new(period.Label(unit), orders, AddressOf(In(period)));
    }

    /// <summary>The list of the orders of a period.</summary>
    public OrderListQuery In(InsightPeriod period) => scope with { Dates = OrderDates.Custom, From = period.First, To = period.Last };

    private InsightChart Of(InsightKind kind)
    {
        var counts = kind switch
        {
            InsightKind.Delay => Each<CancelDelay>(kind),
            InsightKind.MoneyBack => Each<MoneyBack>(kind),
            InsightKind.Reason or InsightKind.Side or InsightKind.Origin or InsightKind.Affiliate or InsightKind.Seller or InsightKind.Sku => figures.Counts[kind],
        };
        return new(kind, [.. counts.Take(MostBars).Select(count => Bar(kind, count))], Math.Max(0, counts.Count - MostBars));
    }

    // Every value in its own order, none left out; then what is not known.
    private List<InsightCount> Each<T>(InsightKind kind)
        where T : struct, Enum
    {
        var known = figures.Counts[kind].ToDictionary(count => count.Value, StringComparer.Ordinal);
        var named = Enum.GetNames<T>().Select(name => known.GetValueOrDefault(name) ?? new InsightCount(name, null, 0));
        return [.. named, .. known.Values.Where(count => count.Value.Length == 0)];
    }

    private InsightBar Bar(InsightKind kind, InsightCount count) => new(InsightWords.Of(kind, count, reasons), count.Orders, Asked(kind, count.Value) is { } asked ? AddressOf(asked) : null);

    // Null: the list asks for one value of a kind only, and another one is asked for already; or there is no value to ask for.
    private OrderListQuery? Asked(InsightKind kind, string value) => (kind, value) switch
    {
        (InsightKind.Reason, "") => scope with { ReasonCode = OrderFilter.NoReason },
        (_, "") => null,
        (InsightKind.Reason, _) => scope with { ReasonCode = value },
        (InsightKind.Side, _) => scope with { AskedBy = Enum.Parse<Side>(value) },
        (InsightKind.Origin, _) => scope with { Origin = value },
        (InsightKind.Affiliate, _) => scope with { AffiliateId = value },
        (InsightKind.Seller, _) => scope with { SellerId = value },
        (InsightKind.Delay, _) => Asked(Enum.Parse<CancelDelay>(value)),
        (InsightKind.Sku, _) => scope.SkuId is null || scope.SkuId == value ? scope with { SkuId = value } : null,
        (InsightKind.MoneyBack, _) => Asked(Enum.Parse<MoneyBack>(value)),
    };

    private OrderListQuery? Asked(CancelDelay delay) => scope.CancelDelay is null || scope.CancelDelay == delay ? scope with { CancelDelay = delay } : null;

    private OrderListQuery? Asked(MoneyBack money) => scope.MoneyBack is null || scope.MoneyBack == money ? scope with { MoneyBack = money } : null;

    // An address that cannot carry a value would lead to other orders.
    private static string? AddressOf(OrderListQuery asked) => OrderListQuery.Parse(asked.Address).Address == asked.Address ? asked.Address : null;
}

/// <summary>The words of figures, in the reader's language.</summary>
internal static class InsightWords
{
    /// <summary>What orders are told apart by.</summary>
    public static string Of(InsightKind kind) => kind switch
    {
        InsightKind.Reason => Texts.List_Reason,
        InsightKind.Side => Texts.List_AskedBy,
        InsightKind.Origin => Texts.List_Origin,
        InsightKind.Affiliate => Texts.Order_Affiliate,
        InsightKind.Seller => Texts.List_Seller,
        InsightKind.Sku => Texts.List_Sku,
        InsightKind.Delay => Texts.List_Delay,
        InsightKind.MoneyBack => Texts.List_Refund,
    };

    /// <summary>One of the values.</summary>
    /// <param name="reasons">The words of reasons, by code.</param>
    public static string Of(InsightKind kind, InsightCount count, IReadOnlyDictionary<string, string> reasons) => (kind, count.Value) switch
    {
        (InsightKind.Reason, "") => Texts.List_NoReason,
        (InsightKind.Affiliate, "") => Texts.Insights_NoAffiliate,
        (_, "") => Texts.Insights_Unknown,
        (InsightKind.Reason, var code) => reasons.GetValueOrDefault(code, code),
        (InsightKind.Side, var side) => MoreFilterWords.Of(Enum.Parse<Side>(side)),
        (InsightKind.Delay, var delay) => MoreFilterWords.Of(Enum.Parse<CancelDelay>(delay)),
        (InsightKind.MoneyBack, var money) => MoreFilterWords.Of(Enum.Parse<MoneyBack>(money)),
        (InsightKind.Sku, var sku) => string.IsNullOrEmpty(count.Name) ? sku : $"{sku} · {count.Name}",
        (_, var value) => string.IsNullOrEmpty(count.Name) ? value : count.Name,
    };

    /// <summary>Canceled orders in periods of that length.</summary>
    public static string Of(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Day => Texts.Insights_PerDay,
        PeriodUnit.Week => Texts.Insights_PerWeek,
        PeriodUnit.Month => Texts.Insights_PerMonth,
        PeriodUnit.Year => Texts.Insights_PerYear,
    };

    public static string Canceled(long orders) => orders == 1 ? Texts.Insights_CanceledOne : OrderWords.Say(Texts.Insights_Canceled, Number(orders));

    /// <summary>How often it was, of how many.</summary>
    public static string Share(long orders, long all) => all == 0 ? "–" : ((double)orders / all).ToString("P1", CultureInfo.CurrentCulture);

    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
