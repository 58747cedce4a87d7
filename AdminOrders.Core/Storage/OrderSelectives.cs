using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>The conditions of a filter that an index of their own can answer.</summary>
internal static class OrderSelectives
{
    /// <summary>Columns that have to be equal to a value; each begins an index that goes on in the order of creation.</summary>
    public static IEnumerable<(string Column, string Value)> Equal(OrderFilter filter) =>
        from asked in new (string Column, string? Value)[]
        {
            ("SellerId", filter.SellerId), ("SellerName", filter.SellerName), ("AffiliateId", filter.AffiliateId),
            ("SalesChannel", filter.SalesChannel), ("Origin", filter.Origin),
        }
        where asked.Value is not null
        select (asked.Column, asked.Value);

    /// <summary>Columns that have to lie in a stretch of time; each has an index.</summary>
    public static IEnumerable<(string Column, OrderTimes Times)> Times(OrderFilter filter) =>
        from asked in new (string Column, OrderTimes? Times)[]
        {
            ("InvoicedAt", filter.Invoiced), ("AuthorizedAt", filter.Authorized), ("EstimatedTo", filter.Estimated),
            ("StatusDueAt", filter.StatusDue),
        }
        where asked.Times is { } times && (times.From is not null || times.Before is not null)
        select (asked.Column, asked.Times);

    /// <summary>Queries for the keys of what matches one condition, at most so many each; none where the walk's own index serves the filter.</summary>
    public static IEnumerable<SqlQuery> Probes(StoreSource source, StoreReading reading, OrderFilter filter, TextCondition? text, IReadOnlyList<ValueStretch> values, int most)
    {
        if (text?.IsFrequent(source, reading) is false)
        {
            yield return text.Keys(source, reading, most);
        }

        if (IsServedByTheWalk(filter))
        {
            yield break;
        }

        foreach (var probe in Terms(filter, most).Concat(Debts(filter, most)).Concat(Cancellations(filter, most)).Concat(Columns(filter, most)).Concat(Ranges(filter, most)).Concat(Values(values, most)))
        {
            yield return probe;
        }
    }

    /// <summary>A condition on an order <c>o</c>.</summary>
    public static string IsMoneyBack(MoneyBack money) => money switch
    {
        MoneyBack.Owed => $"""{IsOwed} AND NOT {HasDelivery(DeliveryState.Failed)}""",
        MoneyBack.Failed => $"""{IsOwed} AND {HasDelivery(DeliveryState.Failed)}""",
        MoneyBack.Given => """o."IsRefunded" """.Trim(),
    };

    /// <summary>The ids of the wordings of a reason.</summary>
    /// <param name="code">A parameter with the reason's code.</param>
    public static string LabelsOf(string code) =>
        $"""SELECT l."Id" FROM "CancellationReasonLabels" l JOIN "CancellationReasons" r ON r."Id" = l."ReasonId" WHERE r."Code" = {code}""";

    /// <summary>A condition on an order <c>o</c>: it has an open request of the side.</summary>
    /// <param name="side">A parameter.</param>
    public static string IsAskedBy(string side) =>
        $"""o."OpenRequests" > 0 AND EXISTS (SELECT 1 FROM "CancellationRequests" r WHERE r."OrderKey" = o."Key" AND r."State" = 0 AND r."RequestedBy" = {side})""";

    private const string IsOwed = """EXISTS (SELECT 1 FROM "Payments" p WHERE p."OrderKey" = o."Key" AND p."Owed" > 0)""";

    private static string HasDelivery(DeliveryState state) =>
        $"""EXISTS (SELECT 1 FROM "Deliveries" d WHERE d."OrderKey" = o."Key" AND d."Consumer" = '{Consumers.Payment}' AND d."State" = {(int)state})""";

    // Debts that are open have small indexes of their own.
    private static IEnumerable<SqlQuery> Debts(OrderFilter filter, int most) => filter.MoneyBack switch
    {
        MoneyBack.Owed => [OpenDebts(DeliveryState.Owed, most)],
        MoneyBack.Failed => [OpenDebts(DeliveryState.Failed, most)],
        MoneyBack.Given => [Orders(IsMoneyBack(MoneyBack.Given), most)],
        _ => [],
    };

    private static SqlQuery OpenDebts(DeliveryState state, int most) =>
        Query($"""SELECT d."OrderKey" FROM "Deliveries" d WHERE d."State" = {(int)state} AND d."Consumer" = '{Consumers.Payment}'""", most, []);

    private static bool IsServedByTheWalk(OrderFilter filter) =>
        filter is { MoneyBack: null, AskedBy: null, ValueFrom: null, ValueTo: null, Sort: OrderSort.CreatedAt, Statuses.Count: 0, IsReturned: not true } && !Times(filter).Any()
        && Equal(filter).Count() + filter.Terms.Count <= 1 && filter.Terms.All(term => term.LiesInOrderOfCreation);

    private static IEnumerable<SqlQuery> Terms(OrderFilter filter, int most) => filter.Terms.Select(term => Query(
        TermValue.KeysSql(term.Kind, "@k", term.Values.Select((_, at) => Name(at))),
        most,
        [new("@k", (int)term.Kind), .. term.Values.Select((value, at) => KeyValuePair.Create(Name(at), (object)value))]));

    private static IEnumerable<SqlQuery> Cancellations(OrderFilter filter, int most)
    {
        if (filter.CanceledById is { } canceler)
        {
            yield return Orders("o.\"CanceledById\" = @v0", most, canceler);
        }

        if (filter.ReasonCode is { } code and not OrderFilter.NoReason)
        {
            yield return Orders($"o.\"CancelReasonLabelId\" IN ({LabelsOf("@v0")})", most, code);
        }

        if (filter.AskedBy is { } side)
        {
            yield return Query($"{Keys("o.\"CanceledFor\" = @v0")} UNION ALL {Keys(IsAskedBy("@v0"))}", most, [KeyValuePair.Create("@v0", (object)(int)side)]);
        }
    }

    private static IEnumerable<SqlQuery> Values(IReadOnlyList<ValueStretch> values, int most)
    {
        if (values.Count > 0)
        {
            yield return Query(
                string.Join(" UNION ALL ", values.Select((stretch, at) => Keys(
                    $"o.\"Value\" >= {Name(2 * at)} AND o.\"Value\" <= {Name((2 * at) + 1)} AND {MinorUnitsSql.OfOrder} = {stretch.MinorUnits.ToString(CultureInfo.InvariantCulture)}"))),
                most,
                [.. values.SelectMany((stretch, at) => new[] { KeyValuePair.Create(Name(2 * at), (object)stretch.From), KeyValuePair.Create(Name((2 * at) + 1), (object)stretch.To) })]);
        }
    }

    private static IEnumerable<SqlQuery> Columns(OrderFilter filter, int most)
    {
        foreach (var (column, value) in Equal(filter))
        {
            yield return Orders($"""o."{column}" = @v0{(column == "AffiliateId" ? " AND o.\"AffiliateId\" <> ''" : "")}""", most, value);
        }

        if (filter.IsReturned is true)
        {
            yield return Orders("o.\"InputInvoices\" > 0", most);
        }

        if (filter.OnlyOpenRequests && !OrderListSql.HasIndexByStatus(filter.Sort))
        {
            yield return Orders("o.\"OpenRequests\" > 0", most);
        }

        if (filter.Statuses.Count > 0 && !OrderListSql.HasIndexByStatus(filter.Sort))
        {
            yield return Orders($"o.\"Status\" IN ({string.Join(", ", filter.Statuses.Select((_, at) => Name(at)))})", most, [.. filter.Statuses]);
        }
    }

    private static IEnumerable<SqlQuery> Ranges(OrderFilter filter, int most)
    {
        var ranges = Times(filter);
        if (filter.Sort is not OrderSort.CreatedAt && (filter.CreatedFrom is not null || filter.CreatedBefore is not null))
        {
            ranges = ranges.Append(("CreatedAt", new(filter.CreatedFrom, filter.CreatedBefore)));
        }

        return ranges.Select(range => Orders(
            $"o.\"{range.Column}\" >= @v0 AND o.\"{range.Column}\" < @v1", most,
            (range.Times.From ?? DateTimeOffset.MinValue).UtcTicks, (range.Times.Before ?? DateTimeOffset.MaxValue).UtcTicks));
    }

    private static SqlQuery Orders(string condition, int most, params object[] values) => Query(
        Keys(condition), most, [.. values.Select((value, at) => KeyValuePair.Create(Name(at), value))]);

    private static string Keys(string condition) => $"""SELECT o."Key" FROM "Orders" o WHERE {condition}""";

    private static SqlQuery Query(string keys, int most, IReadOnlyList<KeyValuePair<string, object>> parameters) =>
        new($"{keys} LIMIT {most.ToString(CultureInfo.InvariantCulture)}", parameters);

    private static string Name(int at) => "@v" + at.ToString(CultureInfo.InvariantCulture);
}
