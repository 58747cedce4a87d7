using System.Globalization;

namespace AdminOrders.Core.Storage.Counters;

/// <summary>
/// A filter that counters answer. Whole UTC days of its range of creation come from them; what is left at either end of the range is less than a day, and
/// is counted along the orders' own index.
/// </summary>
internal sealed class CountedFilter
{
    private const int NoEnd = int.MaxValue / CounterKey.DaysTogether * CounterKey.DaysTogether;
    private readonly OrderFilter filter;
    private readonly List<KeyValuePair<string, object>> parameters = [];
    private readonly int first;
    private readonly int last;

    private CountedFilter(OrderFilter filter)
    {
        this.filter = filter;
        first = filter.CreatedFrom is { } from ? (int)((from.UtcTicks + TimeSpan.TicksPerDay - 1) / TimeSpan.TicksPerDay) : 0;
        last = filter.CreatedBefore is { } before ? (int)(before.UtcTicks / TimeSpan.TicksPerDay) : NoEnd;
    }

    /// <summary>Null: it asks for what no counter knows.</summary>
    public static CountedFilter? Of(OrderFilter filter)
    {
        var beside = filter with
        {
            Statuses = [],
            ExceptStatuses = [],
            SellerId = null,
            Origin = null,
            CreatedFrom = null,
            CreatedBefore = null,
            Sort = default,
            Ascending = false,
        };
        return beside == new OrderFilter() ? new(filter) : null;
    }

    /// <summary>How many orders match, of one moment.</summary>
    public async Task<long> Count(StoreSource source, StoreReading reading, CancellationToken cancellationToken)
    {
        var edges = await OfOneMoment(reading, cancellationToken);
        var days = OfWholeDays();
        var count = days with { Text = $"""SELECT COALESCE(CAST(SUM(c."Orders") AS BIGINT), 0) FROM ({days.Text}) c""" };
        var all = (await reading.Read(count, row => row.GetInt64(0), cancellationToken))[0];
        foreach (var edge in edges)
        {
            all += (await reading.Read(new OrderListSql(source, edge, null, null).Count(reading, long.MaxValue), row => row.GetInt64(0), cancellationToken))[0];
        }

        return all;
    }

    /// <summary>What the orders that match are worth, of one moment.</summary>
    public async Task<IReadOnlyList<CurrencySum>> Sums(StoreSource source, StoreReading reading, CancellationToken cancellationToken)
    {
        var edges = await OfOneMoment(reading, cancellationToken);
        var parts = await reading.Read(SumsSql.Of(OfWholeDays()), SumsSql.Read, cancellationToken);
        foreach (var edge in edges)
        {
            var rows = new OrderListSql(source, edge, null, null).All(reading, SumsSql.Columns, long.MaxValue);
            parts.AddRange(await reading.Read(SumsSql.Of(rows), SumsSql.Read, cancellationToken));
        }

        return SumsSql.Together(parts);
    }

    /// <summary>The filter for what lies beside whole days: none, one or two stretches.</summary>
    public IEnumerable<OrderFilter> Edges()
    {
        if (first >= last)
        {
            yield return filter;
            yield break;
        }

        if (filter.CreatedFrom is { } from && from.UtcTicks < first * TimeSpan.TicksPerDay)
        {
            yield return filter with { CreatedBefore = Ticks.From(first * TimeSpan.TicksPerDay) };
        }

        if (filter.CreatedBefore is { } before && before.UtcTicks > last * TimeSpan.TicksPerDay)
        {
            yield return filter with { CreatedFrom = Ticks.From(last * TimeSpan.TicksPerDay) };
        }
    }

    private async Task<List<OrderFilter>> OfOneMoment(StoreReading reading, CancellationToken cancellationToken)
    {
        var edges = Edges().ToList();
        if (edges.Count > 0)
        {
            await reading.HoldMoment(cancellationToken);
        }

        return edges;
    }

    // The counters of the whole days.
    private SqlQuery OfWholeDays()
    {
        parameters.Clear();
        var arms = Stretches().Select(Arm).DefaultIfEmpty("""SELECT "Orders", "Value", "Currency" FROM "OrderCounters" WHERE 1 = 0""");
        return new(string.Join(" UNION ALL ", arms), [.. parameters]);
    }

    // Days that are counted together are read together, and only what is left of them day by day.
    private IEnumerable<(int Days, int From, int Before)> Stretches()
    {
        const int Together = CounterKey.DaysTogether;
        var (from, before) = (((first + Together - 1) / Together) * Together, last / Together * Together);
        if (from >= before)
        {
            return Filled((1, first, last));
        }

        return Filled((1, first, from), (Together, from, before), (1, before, last));
    }

    private static IEnumerable<(int Days, int From, int Before)> Filled(params IEnumerable<(int Days, int From, int Before)> stretches) =>
        stretches.Where(stretch => stretch.From < stretch.Before);

    private string Arm((int Days, int From, int Before) stretch)
    {
        List<string> asked = [$"\"Days\" = {Parameter(stretch.Days)}", $"\"Day\" >= {Parameter(stretch.From)}", $"\"Day\" < {Parameter(stretch.Before)}"];
        if (filter.Statuses.Count > 0)
        {
            asked.Add($"\"Status\" IN ({string.Join(", ", filter.Statuses.Select(Parameter))})");
        }

        if (filter.ExceptStatuses.Count > 0)
        {
            asked.Add($"\"Status\" NOT IN ({string.Join(", ", filter.ExceptStatuses.Select(Parameter))})");
        }

        foreach (var (column, value) in OrderSelectives.Equal(filter))
        {
            asked.Add($"\"{column}\" = {Parameter(value)}");
        }

        return $"""SELECT "Orders", "Value", "Currency" FROM "OrderCounters" WHERE {string.Join(" AND ", asked)}""";
    }

    private string Parameter<T>(T value)
        where T : notnull
    {
        var name = "@c" + parameters.Count.ToString(CultureInfo.InvariantCulture);
        parameters.Add(new(name, value));
        return name;
    }
}
