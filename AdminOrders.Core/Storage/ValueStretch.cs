using AdminOrders.Core.Storage.Counters;
using AdminOrders.Core.Text;

namespace AdminOrders.Core.Storage;

/// <summary>Where the values that a filter asks for lie among the values of orders, for currencies with the same minor unit.</summary>
/// <param name="MinorUnits">How many a whole unit has: 1, 100 or 1,000.</param>
/// <param name="From">Inclusive, in minor units.</param>
/// <param name="To">Inclusive, in minor units.</param>
internal sealed record ValueStretch(int MinorUnits, long From, long To)
{
    private static readonly SqlQuery Currencies = DistinctSql.Of(
        "c.\"Currency\"", "d.v", FormattableString.Invariant($"c.\"Days\" = {CounterKey.DaysTogether}"), "\"OrderCounters\" c");

    /// <summary>One for each minor unit that currencies of the store's orders have; empty: the filter asks for no value.</summary>
    public static async Task<IReadOnlyList<ValueStretch>> Find(StoreReading reading, OrderFilter filter, CancellationToken cancellationToken)
    {
        if (filter is { ValueFrom: null, ValueTo: null })
        {
            return [];
        }

        var currencies = await reading.Read(Currencies, row => row.GetString(0), cancellationToken);
        return [.. currencies.Select(MoneyText.MinorUnits).Distinct().Select(units => new ValueStretch(units, Times(filter.ValueFrom ?? 0, units), Times(filter.ValueTo ?? long.MaxValue, units)))];
    }

    // What is beyond every order's value stays there.
    private static long Times(long whole, int units) => whole > long.MaxValue / units ? long.MaxValue : whole * units;
}
