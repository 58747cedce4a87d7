using System.Runtime.InteropServices;

namespace AdminOrders.Core.Storage.Counters;

/// <summary>
/// Keeps the counters in step with the orders of a batch: each counter is written once, by what all of its orders together change. They are written last
/// and in one order, behind the draw of positions, which lets one process at a time come so far.
/// </summary>
internal sealed class CounterWriter(StoreWrites writes)
{
    private const string Which =
        """ "Days" = @Days AND "Day" = @Day AND "Status" = @Status AND "SellerId" = @SellerId AND "Origin" = @Origin AND "Currency" = @Currency """;

    private readonly SqlWrite raise = writes.Add(
        """
        INSERT INTO "OrderCounters" ("Days", "Day", "Status", "SellerId", "Origin", "Currency", "Orders", "Value")
        VALUES (@Days, @Day, @Status, @SellerId, @Origin, @Currency, @Orders, @Value)
        ON CONFLICT ("Days", "Day", "Status", "SellerId", "Origin", "Currency") DO UPDATE
        SET "Orders" = "OrderCounters"."Orders" + excluded."Orders", "Value" = "OrderCounters"."Value" + excluded."Value"
        """);

    // A counter that was tampered with stands in no command's way: it is not taken below one order, and verification names it.
    private readonly SqlWrite lower = writes.Add($"""UPDATE "OrderCounters" SET "Orders" = "Orders" + @Orders, "Value" = "Value" + @Value WHERE {Which} AND "Orders" + @Orders > 0""");
    private readonly SqlWrite remove = writes.Add($"""DELETE FROM "OrderCounters" WHERE {Which} AND "Orders" + @Orders <= 0""");

    private readonly Dictionary<CounterKey, CountedOrders> waiting = [];

    public void Write(OrderChange change)
    {
        var facts = change.Facts;
        var origin = change.Imported?.Description.Origin ?? change.Before!.Origin;
        Add(CounterKey.Of(Ticks.Of(facts.CreatedAt), facts.Status, facts.SellerId, origin, facts.Currency), new(1, facts.Value));
        if (change.Before is { } before)
        {
            var was = CounterKey.Of(Ticks.Of(before.Facts.CreatedAt), before.Facts.Status, before.Facts.SellerId, before.Origin, before.Facts.Currency);
            Add(was, -new CountedOrders(1, before.Facts.Value));
        }
    }

    public void Clear() => waiting.Clear();

    /// <summary>Queues the counters.</summary>
    public void Flush()
    {
        foreach (var (day, difference) in waiting.Where(counted => counted.Value != default).ToList())
        {
            Add(day.Together, difference);
        }

        foreach (var (counter, difference) in waiting.Where(counted => counted.Value != default).OrderBy(counted => counted.Key, CounterOrder.Ordinal))
        {
            Write(counter, difference);
        }

        waiting.Clear();
    }

    private void Write(CounterKey counter, CountedOrders difference)
    {
        var (days, day, status, sellerId, origin, currency) = counter;
        if (difference.Orders > 0)
        {
            raise.Later(days, day, status, sellerId, origin, currency, difference.Orders, difference.Value);
            return;
        }

        if (difference.Orders < 0)
        {
            remove.Later(days, day, status, sellerId, origin, currency, difference.Orders);
        }

        lower.Later(difference.Orders, difference.Value, days, day, status, sellerId, origin, currency);
    }

    private void Add(CounterKey counter, CountedOrders difference) =>
        CollectionsMarshal.GetValueRefOrAddDefault(waiting, counter, out _) += difference;
}
