using System.Runtime.InteropServices;

namespace AdminOrders.Core.Storage.Insights;

/// <summary>Adds up canceled orders, the newest first and a whole day at a time: a day that was not read to its end is in no figure.</summary>
internal sealed class InsightTally
{
    private readonly Dictionary<DateOnly, long> days = [];
    private readonly Dictionary<(InsightKind Kind, string Value), Counted> counts = [];
    private readonly SortedDictionary<string, Amounts> money = new(StringComparer.Ordinal);
    private readonly List<CanceledOrder> waiting = [];
    private DateOnly day;

    /// <summary>How many are in the figures.</summary>
    public long Orders { get; private set; }

    /// <summary>Takes an order of that day; the first of another day ends the one before.</summary>
    public void Add(DateOnly createdOn, CanceledOrder order)
    {
        if (createdOn != day)
        {
            EndDay();
            day = createdOn;
        }

        waiting.Add(order);
    }

    /// <summary>No more orders of the day come.</summary>
    public void EndDay()
    {
        if (waiting.Count == 0)
        {
            return;
        }

        days[day] = days.GetValueOrDefault(day) + waiting.Count;
        Orders += waiting.Count;
        waiting.ForEach(Count);
        waiting.Clear();
    }

    /// <summary>The figures of the days that have ended.</summary>
    /// <param name="isCut">There are orders before them.</param>
    public CancellationInsights Result(bool isCut) => new(Orders, isCut && days.Count > 0 ? days.Keys.Min() : null, isCut)
    {
        Days = days,
        Money = [.. money.Where(sum => sum.Value != default).Select(sum => sum.Value.Of(sum.Key))],
        Counts = Enum.GetValues<InsightKind>().ToDictionary(kind => kind, MostFirst),
    };

    private void Count(CanceledOrder order)
    {
        Count(InsightKind.Reason, order.ReasonCode, null);
        Count(InsightKind.Side, order.CanceledFor?.ToString() ?? "", null);
        Count(InsightKind.Origin, order.Origin, null);
        Count(InsightKind.Affiliate, order.AffiliateId, null);
        Count(InsightKind.Seller, order.SellerId, order.SellerName);
        Count(InsightKind.Delay, order.CanceledAt is { } at ? CancelDelays.Of(at - order.CreatedAt).ToString() : "", null);
        foreach (var state in order.MoneyBack)
        {
            Count(InsightKind.MoneyBack, state.ToString(), null);
        }

        foreach (var sku in order.Skus)
        {
            Count(InsightKind.Sku, sku.SkuId, sku.Name);
        }

        foreach (var payment in order.Payments)
        {
            Add(order.Currency, payment);
        }
    }

    // The newest order comes first, and gives the name.
    private void Count(InsightKind kind, string value, string? name)
    {
        ref var counted = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, (kind, value), out _);
        counted = new(string.IsNullOrEmpty(counted.Name) ? name : counted.Name, counted.Orders + 1);
    }

    private void Add(string currency, CanceledPayment payment)
    {
        var sum = money.GetValueOrDefault(currency);
        money[currency] = new(sum.Refunded + payment.Refunded, sum.Voided + payment.Voided, sum.Owed + payment.Owed);
    }

    private IReadOnlyList<InsightCount> MostFirst(InsightKind kind) =>
    [
        .. counts.Where(counted => counted.Key.Kind == kind).Select(counted => new InsightCount(counted.Key.Value, counted.Value.Name, counted.Value.Orders))
            .OrderByDescending(counted => counted.Orders).ThenBy(counted => counted.Value, StringComparer.Ordinal),
    ];

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Counted(string? Name, long Orders);

    // Wider than any amount: sums of large ones do not fail, and are shown as far as a number goes.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Amounts(Int128 Refunded, Int128 Voided, Int128 Owed)
    {
        public ReturnedMoney Of(string currency) => new(currency, Bounded(Refunded), Bounded(Voided), Bounded(Owed));

        private static long Bounded(Int128 amount) => (long)Int128.Min(amount, long.MaxValue);
    }
}
