using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Storage.Counters;
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

    /// <summary>Counters said so, or the orders are here: it holds at that very moment.</summary>
    internal bool IsExact { get; init; }
}

/// <summary>What statistics are made of.</summary>
public sealed record OrderAmounts(long Value, long Units, string Origin, string Currency);

/// <summary>How many orders a filter finds.</summary>
/// <param name="IsAll">False: there are more.</param>
public sealed record OrderCount(long Orders, bool IsAll);

/// <summary>Orders of one currency.</summary>
/// <param name="Value">The sum of their values in minor units.</param>
public sealed record CurrencySum(string Currency, long Orders, long Value);

/// <summary>
/// Counts what a filter finds. Status, seller, origin and days of creation are counted by the writer (<see cref="OrderCounterRow"/>), so that their count is exact at
/// every moment; so is every count up to 10,000. Beyond that it is at most ten seconds old: counting reads every matching row, which a page never does.
/// </summary>
public sealed class OrderCounts(StoreSource source, TimeProvider time) : IDisposable
{
    public const int MostForStats = 10_000;

    private const int MostKept = 256;
    private const string LastOfAll = """SELECT p."Last", COALESCE((SELECT MAX(r."Number") FROM "Restores" r), 0) FROM "Positions" p WHERE p."Id" = 1""";
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    private readonly SharedReads<OrderCount> sharedCounts = new(source);
    private readonly SharedReads<IReadOnlyList<CurrencySum>> sharedSums = new(source);
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private LastMoment? last;

    public async Task<OrderTotals> Of(OrderFilter filter, CancellationToken cancellationToken = default)
    {
        var moment = await Moment(cancellationToken);
        var unsorted = filter with { Sort = default, Ascending = false };
        var key = KeyOf(unsorted);
        if (kept.TryGetValue(key, out Kept? known) && IsFresh(known!, moment))
        {
            return known!.Totals with { At = moment };
        }

        var totals = await Count(unsorted, moment, cancellationToken);
        kept.Set(key, new Kept(totals, moment, time.GetTimestamp()), new MemoryCacheEntryOptions { Size = totals.Rows is { Count: > 1_000 } ? 8 : 1 });
        return totals;
    }

    /// <summary>Exact where counters know it or there are at most 10,000; else 10,000 of more. A circuit goes on meanwhile: the engine works on another thread.</summary>
    public Task<OrderCount> AtOnce(OrderFilter filter, CancellationToken cancellationToken = default) => CountedFilter.Of(filter) is { } counters
        ? sharedCounts.Ask(KeyOf(filter), () => Task.Run(() => Counted(counters), CancellationToken.None), cancellationToken)
        : Task.Run(() => UpToMost(filter, cancellationToken), cancellationToken);

    /// <summary>Exactly how many, however long it takes: every matching order is looked at. The token stops the engine.</summary>
    public Task<OrderCount> Exactly(OrderFilter filter, CancellationToken cancellationToken = default) => Task.Run(
        async () =>
        {
            await using var reading = await source.OpenReading(cancellationToken);
            var walk = await OrderWalk.Begin(source, reading, filter, cancellationToken);
            return new OrderCount(await walk.Count(long.MaxValue, cancellationToken), IsAll: true);
        },
        cancellationToken);

    /// <summary>Orders and values by currency, most orders first; null: more than 10,000 match, and no counter knows them.</summary>
    public async Task<IReadOnlyList<CurrencySum>?> Sums(OrderFilter filter, CancellationToken cancellationToken = default) => CountedFilter.Of(filter) is { } counters
        ? await sharedSums.Ask(KeyOf(filter), () => Task.Run(() => Summed(counters), CancellationToken.None), cancellationToken)
        : await Task.Run(() => SumsUpToMost(filter, cancellationToken), cancellationToken);

    public void Dispose() => kept.Dispose();

    private static string KeyOf(OrderFilter filter) => filter == new OrderFilter() ? "" : JsonSerializer.Serialize(filter);

    private async Task<OrderCount> Counted(CountedFilter counters)
    {
        await using var reading = await source.OpenReading(CancellationToken.None);
        return new(await counters.Count(source, reading, CancellationToken.None), IsAll: true);
    }

    private async Task<OrderCount> UpToMost(OrderFilter filter, CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        var walk = await OrderWalk.Begin(source, reading, filter, cancellationToken);
        var found = await walk.Count(MostForStats + 1, cancellationToken);
        return new(Math.Min(found, MostForStats), found <= MostForStats);
    }

    private async Task<IReadOnlyList<CurrencySum>> Summed(CountedFilter counters)
    {
        await using var reading = await source.OpenReading(CancellationToken.None);
        return await counters.Sums(source, reading, CancellationToken.None);
    }

    private async Task<IReadOnlyList<CurrencySum>?> SumsUpToMost(OrderFilter filter, CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        var walk = await OrderWalk.Begin(source, reading, filter, cancellationToken);
        return await walk.Count(MostForStats + 1, cancellationToken) > MostForStats ? null : SumsSql.Together(await walk.Sums(MostForStats, cancellationToken));
    }

    private bool IsFresh(Kept known, StoreMoment moment) =>
        known.At == moment || (known.Totals is { Rows: null, IsExact: false } && known.At.Restores == moment.Restores && time.GetElapsedTime(known.Counted) < KeptFor);

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
        if (CountedFilter.Of(filter) is { } counted && await counted.Count(source, reading, cancellationToken) is > MostForStats and var exact)
        {
            return new(exact, null) { At = moment, IsExact = true };
        }

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

    private sealed record LastMoment(long Pulse, StoreMoment Moment);

    private sealed record Kept(OrderTotals Totals, StoreMoment At, long Counted);
}
