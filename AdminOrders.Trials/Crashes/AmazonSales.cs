using System.Collections.Concurrent;
using System.Globalization;

namespace AdminOrders.Trials.Crashes;

/// <summary>An order that was sold on Amazon.</summary>
/// <param name="UpdatedAt">When it was sold, or canceled.</param>
/// <param name="CanceledBy">In Amazon's words; null: it is not canceled.</param>
internal sealed record Sale(string Id, DateTimeOffset SoldAt, DateTimeOffset UpdatedAt, string? CanceledBy);

/// <summary>
/// What is sold and canceled on Amazon while servers are killed: the store learns of it by notifications and by asking what has changed. By turns an order is
/// sold and later canceled, with and without a notification of the sale; canceled before anybody heard of it; sold for good.
/// </summary>
internal sealed class AmazonSales
{
    public const int Units = 2;

    /// <summary>What the ids of all begin with, and no other order's.</summary>
    public const string IdsBegin = "703-";

    private static readonly string[] Cancelers = ["BUYER", "MERCHANT", "AMAZON"];
    private readonly ConcurrentDictionary<string, Sale> sales = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly Queue<int> fresh = new();
    private readonly Queue<int> cancelable = new();
    private int steps;

    /// <summary>By Amazon's id.</summary>
    public IReadOnlyDictionary<string, Sale> All => sales;

    /// <summary>Amazon's id of the order of that number.</summary>
    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{IdsBegin}{number:0000000}-0000001");

    /// <summary>Another server has started: what was sold before may be canceled from now on.</summary>
    public void Ripen()
    {
        lock (gate)
        {
            while (fresh.TryDequeue(out var number))
            {
                cancelable.Enqueue(number);
            }
        }
    }

    /// <summary>The next thing happens. Returns the order that Amazon notifies of.</summary>
    public string GoOn()
    {
        lock (gate)
        {
            var number = steps / 2;
            return int.IsEvenInteger(steps++) ? Sell(number) : CancelEarlier(number);
        }
    }

    /// <summary>What has changed since, the oldest first.</summary>
    public IReadOnlyList<Sale> Since(DateTimeOffset at) => [.. sales.Values.Where(sale => sale.UpdatedAt >= at).OrderBy(sale => sale.UpdatedAt)];

    private string Sell(int number)
    {
        var now = TimeProvider.System.GetUtcNow();
        var sale = new Sale(IdOf(number), now, now, KindOf(number) is Kind.CanceledAtOnce ? CancelerOf(number) : null);
        sales[sale.Id] = sale;
        if (KindOf(number) is Kind.Canceled or Kind.SoldInSilence)
        {
            fresh.Enqueue(number);
        }

        return KindOf(number) is Kind.SoldInSilence && number > 0 ? IdOf(number - 1) : sale.Id;
    }

    // Where nothing may be canceled yet Amazon says once more that the last order was sold.
    private string CancelEarlier(int number)
    {
        if (!cancelable.TryDequeue(out var earlier))
        {
            return IdOf(number);
        }

        var sale = sales[IdOf(earlier)];
        sales[sale.Id] = sale with { CanceledBy = CancelerOf(earlier), UpdatedAt = TimeProvider.System.GetUtcNow() };
        return sale.Id;
    }

    private static Kind KindOf(int number) => (Kind)(number % 4);

    private static string CancelerOf(int number) => Cancelers[number % Cancelers.Length];

    private enum Kind
    {
        Canceled,
        SoldInSilence,
        CanceledAtOnce,
        SoldForGood,
    }
}
