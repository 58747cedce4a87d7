using System.Globalization;

namespace AdminOrders.Core.Storage;

/// <summary>What a filter asks of an order <c>o</c>, as SQL, and the values of one statement.</summary>
internal sealed class OrderConditions(StoreSource source, OrderFilter filter, TextCondition? text, IReadOnlyList<long>? candidates)
{
    private const string CreatedAt = "CreatedAt";
    private readonly List<KeyValuePair<string, object>> parameters = [];

    public IReadOnlyList<KeyValuePair<string, object>> Parameters => parameters;

    public string Parameter<T>(T value)
        where T : notnull
    {
        var name = $"@p{parameters.Count.ToString(CultureInfo.InvariantCulture)}";
        parameters.Add(new(name, value));
        return name;
    }

    /// <summary>Everything but the dates of creation.</summary>
    /// <param name="status">The one status of an arm; null: the filter's, if any.</param>
    /// <param name="leading">The first column of the walk; other columns are kept off their indexes.</param>
    /// <param name="driving">The term whose rows <c>t</c> are walked; null: none.</param>
    /// <param name="start">The one part of the text's condition of an arm; null: all of it.</param>
    public List<string> Of(string? status, string leading, TermFilter? driving, TextStart? start)
    {
        var isCreation = leading == CreatedAt;
        List<string> all = [.. Candidates(), .. Statuses(status, isCreation), .. Equal(isCreation), .. Flags(), .. Times(source.OffTheIndex), .. Cancellation(source.OffTheIndex), .. Values(), .. Terms(driving)];
        if (start is not null)
        {
            all.Add(start.Sql(Parameter));
        }
        else if (text is not null)
        {
            all.Add(text.Sql(source, Parameter));
        }

        return all;
    }

    /// <summary>Everything, for a statement that no order of rows binds to an index.</summary>
    /// <param name="reading">Where the text's keys are looked up.</param>
    /// <param name="driving">The term whose rows <c>t</c> are walked; null: none.</param>
    public List<string> ForCount(StoreReading reading, TermFilter? driving)
    {
        List<string> all =
        [
            .. Candidates(), .. Statuses(null, isCreation: true), .. Equal(isCreation: true), .. Flags(), .. Times(AsItIs), .. Cancellation(AsItIs), .. Values(), .. Terms(driving),
            .. Between(CreatedAt, new(filter.CreatedFrom, filter.CreatedBefore), AsItIs),
        ];
        if (text is not null)
        {
            all.Add(candidates is null ? $"o.\"Key\" IN ({text.Keys(source, reading, Parameter)})" : text.Sql(source, Parameter));
        }

        return all;
    }

    /// <summary>The range of creation, where another column is walked.</summary>
    public IEnumerable<string> Created(OrderTimes created) => Between(CreatedAt, created, source.OffTheIndex);

    /// <summary>What is out of the rule, and so perhaps out of the stretch that the rule walks.</summary>
    public IEnumerable<string> OutOf(UsualCreation usual)
    {
        yield return UsualCreation.IsUnusual(usual.Column, "o.");
        var within = string.Join(" AND ", Between(CreatedAt, usual.Created, source.OffTheIndex));
        yield return within.Length == 0 ? "1 = 0" : $"NOT ({within})";
    }

    /// <summary>The end of the range of creation towards which is walked.</summary>
    public IEnumerable<string> FarEnd(OrderTimes created, bool ascending, TermFilter? driving)
    {
        var column = driving is null ? "o.\"CreatedAt\"" : "t.\"CreatedAt\"";
        if (ascending && created.Before is { } before)
        {
            yield return $"{column} < {Parameter(before.UtcTicks)}";
        }
        else if (!ascending && created.From is { } from)
        {
            yield return $"{column} >= {Parameter(from.UtcTicks)}";
        }
    }

    private static string AsItIs(string column, string nothing) => column;

    private IEnumerable<string> Candidates()
    {
        if (candidates is not null)
        {
            var keys = string.Join(',', candidates.Select(key => key.ToString(CultureInfo.InvariantCulture)));
            yield return keys.Length == 0 ? "1 = 0" : $"o.\"Key\" IN ({keys})";
        }
    }

    private IEnumerable<string> Statuses(string? status, bool isCreation)
    {
        var column = isCreation || OrderListSql.HasIndexByStatus(filter.Sort) ? "o.\"Status\"" : source.OffTheIndex("o.\"Status\"", " || ''");
        if (status is not null)
        {
            yield return $"{column} = {Parameter(status)}";
        }
        else if (filter.Statuses.Count > 0)
        {
            yield return $"{column} IN ({string.Join(", ", filter.Statuses.Select(Parameter))})";
        }

        if (filter.ExceptStatuses.Count > 0)
        {
            yield return $"{source.OffTheIndex("o.\"Status\"", " || ''")} NOT IN ({string.Join(", ", filter.ExceptStatuses.Select(Parameter))})";
        }
    }

    private IEnumerable<string> Equal(bool isCreation) =>
        from asked in OrderSelectives.Equal(filter)
        let column = isCreation ? $"o.\"{asked.Column}\"" : source.OffTheIndex($"o.\"{asked.Column}\"", " || ''")
        select $"{column} = {Parameter(asked.Value)}" + (asked.Column == "AffiliateId" && isCreation ? " AND o.\"AffiliateId\" <> ''" : "");

    private IEnumerable<string> Flags()
    {
        if (filter.OnlyOpenRequests)
        {
            yield return "o.\"OpenRequests\" > 0";
        }

        if (filter.IsReturned is { } returned)
        {
            yield return $"o.\"InputInvoices\" {(returned ? '>' : '=')} 0";
        }

        if (filter.IsInvoiced is { } invoiced)
        {
            yield return $"o.\"OutputInvoices\" {(invoiced ? '>' : '=')} 0";
        }

        if (filter.IsInStore is { } inStore)
        {
            yield return $"o.\"IsInStore\" = {Parameter(inStore)}";
        }
    }

    private IEnumerable<string> Cancellation(Func<string, string, string> write)
    {
        if (filter.CanceledById is { } canceler)
        {
            yield return $"{write("o.\"CanceledById\"", " || ''")} = {Parameter(canceler)}";
        }

        if (filter.ReasonCode == OrderFilter.NoReason)
        {
            yield return "o.\"CancelReasonLabelId\" IS NULL AND o.\"CanceledAt\" IS NOT NULL";
        }
        else if (filter.ReasonCode is { } code)
        {
            yield return $"{write("o.\"CancelReasonLabelId\"", " + 0")} IN ({OrderSelectives.LabelsOf(Parameter(code))})";
        }

        if (filter.AskedBy is { } side)
        {
            var asked = Parameter((int)side);
            yield return $"({write("o.\"CanceledFor\"", " + 0")} = {asked} OR ({OrderSelectives.IsAskedBy(asked)}))";
        }

        if (filter.MoneyBack is { } money)
        {
            yield return OrderSelectives.IsMoneyBack(money);
        }

        if (filter.CancelDelay is { } delay)
        {
            const string Passed = """ o."CanceledAt" - o."CreatedAt" """;
            var (from, before) = CancelDelays.BoundsOf(delay);
            yield return string.Join(" AND ", new[]
            {
                from is { } shortest ? $"{Passed} >= {Parameter(shortest.Ticks)}" : null,
                before is { } tooLong ? $"{Passed} < {Parameter(tooLong.Ticks)}" : null,
            }.OfType<string>());
        }
    }

    private IEnumerable<string> Values()
    {
        var value = source.OffTheIndex("o.\"Value\"", " + 0");
        if (filter.ValueFrom is { } from)
        {
            yield return $"{value} >= {Parameter(from)} * {MinorUnitsSql.OfOrder}";
        }

        if (filter.ValueTo is { } to)
        {
            yield return $"{value} <= {Parameter(to)} * {MinorUnitsSql.OfOrder}";
        }
    }

    private IEnumerable<string> Times(Func<string, string, string> write) =>
        OrderSelectives.Times(filter).SelectMany(asked => Between(asked.Column, asked.Times, write));

    private IEnumerable<string> Between(string column, OrderTimes times, Func<string, string, string> write)
    {
        if (times.From is { } from)
        {
            yield return $"{write($"o.\"{column}\"", " + 0")} >= {Parameter(from.UtcTicks)}";
        }

        if (times.Before is { } before)
        {
            yield return $"{write($"o.\"{column}\"", " + 0")} < {Parameter(before.UtcTicks)}";
        }
    }

    private IEnumerable<string> Terms(TermFilter? driving) =>
        from term in filter.Terms
        let values = $"t.\"Kind\" = {Parameter((int)term.Kind)} AND {TermValue.Sql(term.Kind, term.Values.Select(Parameter))}"
        select ReferenceEquals(term, driving)
            ? values
            : $"""EXISTS (SELECT 1 FROM "OrderTerms" t WHERE {values} AND t."CreatedAt" = o."CreatedAt" AND t."OrderKey" = o."Key")""";
}
