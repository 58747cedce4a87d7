using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;

namespace AdminOrders.Core.Storage;

/// <summary>A state of the store: while it is the same, nothing has happened to any order.</summary>
/// <param name="Position">The last that was drawn; it moves with everything that happens to an order.</param>
/// <param name="Restores">A restored or emptied store is another one.</param>
public sealed record StoreMoment(long Position, long Restores);

/// <summary>What a filter finds, in sum.</summary>
/// <param name="Total">How many orders.</param>
/// <param name="Rows">Value, units, origin and currency of each, where there are at most <see cref="OrderCounts.MostForStats"/>; null: there are more.</param>
public sealed record OrderTotals(long Total, IReadOnlyList<OrderAmounts>? Rows)
{
    /// <summary>The store was at least so far when it was counted.</summary>
    public required StoreMoment At { get; init; }
}

/// <summary>What statistics are made of.</summary>
public sealed record OrderAmounts(long Value, long Units, string Origin, string Currency);

/// <summary>
/// Counts what a filter finds. Up to 10,000 orders the count is exact at every moment. Beyond that it is exact for the list of everything,
/// and for a filter at most ten seconds old: counting reads every matching row, which a page never does.
/// </summary>
public sealed class OrderCounts(StoreSource source, TimeProvider time) : IDisposable
{
    public const int MostForStats = 10_000;

    private const int MostKept = 256;
    private const string LastOfAll = """SELECT p."Last", COALESCE((SELECT MAX(r."Number") FROM "Restores" r), 0) FROM "Positions" p WHERE p."Id" = 1""";
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private AllOrders? all;
    private LastMoment? last;

    public async Task<OrderTotals> Of(OrderFilter filter, CancellationToken cancellationToken = default)
    {
        var moment = await Moment(cancellationToken);
        var unsorted = filter with { Sort = default, Ascending = false };
        if (unsorted == new OrderFilter())
        {
            var count = await CountAll(moment, cancellationToken);
            if (count > MostForStats)
            {
                return new(count, null) { At = moment };
            }
        }

        var key = JsonSerializer.Serialize(unsorted);
        if (kept.TryGetValue(key, out Kept? known) && IsFresh(known!, moment))
        {
            return known!.Totals with { At = moment };
        }

        var totals = await Count(unsorted, moment, cancellationToken);
        kept.Set(key, new Kept(totals, moment, time.GetTimestamp()), new MemoryCacheEntryOptions { Size = totals.Rows is { Count: > 1_000 } ? 8 : 1 });
        return totals;
    }

    public void Dispose() => kept.Dispose();

    private bool IsFresh(Kept known, StoreMoment moment) =>
        known.At == moment || (known.Totals.Rows is null && known.At.Restores == moment.Restores && time.GetElapsedTime(known.Counted) < KeptFor);

    // While nobody has committed anything it is the one that it was.
    private async Task<StoreMoment> Moment(CancellationToken cancellationToken)
    {
        var pulse = source.Pulse();
        if (last is { } known && known.Pulse == pulse)
        {
            return known.Moment;
        }

        await using var reading = await source.OpenReading(cancellationToken);
        var moment = (await reading.Read(new(LastOfAll, []), row => new StoreMoment(row.GetInt64(0), Convert.ToInt64(row.GetValue(1), CultureInfo.InvariantCulture)), cancellationToken))[0];
        last = pulse is { } now ? new(now, moment) : null;
        return moment;
    }

    private async Task<OrderTotals> Count(OrderFilter filter, StoreMoment moment, CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        var walk = await OrderWalk.Begin(source, reading, filter, cancellationToken);
        if (await walk.Count(MostForStats + 1, cancellationToken) > MostForStats)
        {
            return new(await walk.Count(long.MaxValue, cancellationToken), null) { At = moment };
        }

        var rows = await walk.All(
            """o."Value", o."Units", o."Origin", o."Currency" """, MostForStats + 1,
            row => new OrderAmounts(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3)), cancellationToken);
        return new(rows.Count, rows) { At = moment };
    }

    // An order that is there stays, and a new one gets a key above all others: only those have to be counted.
    private async Task<long> CountAll(StoreMoment moment, CancellationToken cancellationToken)
    {
        var known = all is { } before && before.At.Restores == moment.Restores ? before : new(moment, 0, 0);
        if (known.Count > 0 && known.At == moment)
        {
            return known.Count;
        }

        await using var reading = await source.OpenReading(cancellationToken);
        var counted = (await reading.Read(
            new("""SELECT COUNT(*), COALESCE(MAX(o."Key"), @key) FROM "Orders" o WHERE o."Key" > @key""", [new("@key", known.LastKey)]),
            row => (Count: row.GetInt64(0), LastKey: row.GetInt64(1)), cancellationToken))[0];
        var now = new AllOrders(moment, known.Count + counted.Count, counted.LastKey);
        all = now;
        return now.Count;
    }

    private sealed record AllOrders(StoreMoment At, long Count, long LastKey);

    private sealed record LastMoment(long Pulse, StoreMoment Moment);

    private sealed record Kept(OrderTotals Totals, StoreMoment At, long Counted);
}
