using System.Globalization;
using System.Runtime.InteropServices;
using AdminOrders.Core.Storage.Counters;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>Counters against a count of the orders themselves. Memory grows with the counters, not with the orders.</summary>
internal sealed class CounterCheck
{
    private readonly Lock gate = new();
    private readonly Dictionary<CounterKey, CountedOrders> expected = [];
    private bool isIncomplete;

    /// <summary>Counts the chunk's orders. May be called from several threads.</summary>
    public void Expect(OrderChunk chunk)
    {
        lock (gate)
        {
            // An order that cannot be read is a finding already, and nobody knows what it counts for.
            isIncomplete |= chunk.Count != chunk.Orders.Count;
            foreach (var row in chunk.Orders.Select(order => order.Row))
            {
                var day = CounterKey.Of(row.CreatedAt, row.Status, row.SellerId, row.Origin, row.Currency);
                Expected(day) += new CountedOrders(1, row.Value);
                Expected(day.Together) += new CountedOrders(1, row.Value);
            }
        }
    }

    /// <summary>Reads all counters, and names those that differ in the order in which they lie.</summary>
    public async Task<IReadOnlyList<Finding>> Compare(OrdersDb db, CancellationToken cancellationToken)
    {
        if (isIncomplete)
        {
            return [];
        }

        var wrong = new SortedDictionary<CounterKey, CountedOrders>(CounterOrder.Ordinal);
        await foreach (var row in db.OrderCounters.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var counter = new CounterKey(row.Days, row.Day, row.Status, row.SellerId, row.Origin, row.Currency);
            var found = new CountedOrders(row.Orders, row.Value);
            if (!expected.Remove(counter, out var orders) || orders != found)
            {
                wrong.Add(counter, found);
                Expected(counter) = orders;
            }
        }

        foreach (var missing in expected.Keys.Where(counter => !wrong.ContainsKey(counter)))
        {
            wrong.Add(missing, default);
        }

        return [.. wrong.Select(counter => new Finding(Invariant.OrderCounters, null, NameOf(counter.Key), TextOf(expected[counter.Key]), TextOf(counter.Value)))];
    }

    private ref CountedOrders Expected(CounterKey counter) => ref CollectionsMarshal.GetValueRefOrAddDefault(expected, counter, out _);

    private static string NameOf(CounterKey key) =>
        string.Create(CultureInfo.InvariantCulture, $"OrderCounters {key.Days} {key.Day} {key.Status} {key.SellerId} {key.Origin} {key.Currency}");

    private static string TextOf(CountedOrders counted) => string.Create(CultureInfo.InvariantCulture, $"{counted.Orders}, {counted.Value}");
}
