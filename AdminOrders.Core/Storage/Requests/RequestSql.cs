using System.Globalization;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The queue's statements: always a walk along an index of the orders that have an open request, by deadline. Seller and assignee have indexes of their
/// own; side, reason and value are looked at row by row, so that a rare one costs as much as there are open requests, never as there are orders.
/// </summary>
internal sealed class RequestSql(StoreSource source, RequestFilter filter)
{
    private readonly List<KeyValuePair<string, object>> parameters = [];

    /// <summary>At most <paramref name="limit"/> rows of <see cref="RequestRows.Columns"/> beyond the cursor, the nearest to it first.</summary>
    public SqlQuery Page(RequestCursor? cursor, int limit)
    {
        var backward = cursor is { Backward: true };
        var where = Conditions();
        if (cursor is not null)
        {
            where.Add($"""(o."RequestDueAt", o."Key") {(backward ? '<' : '>')} ({Parameter(cursor.DueAt)}, {Parameter(cursor.Key)})""");
        }

        var direction = backward ? "DESC" : "ASC";
        return new(
            $"""
            SELECT {RequestRows.Columns} FROM "Orders" o WHERE {string.Join(" AND ", where)}
            ORDER BY o."RequestDueAt" {direction}, o."Key" {direction} LIMIT {Parameter(limit)}
            """, parameters);
    }

    /// <summary>Which of these orders stand ahead of the place; a null place is the end.</summary>
    public SqlQuery Ahead(RequestCursor? place, IReadOnlyCollection<long> keys)
    {
        var where = Conditions();
        where.Add($"""o."Key" IN ({KeysSql.Among(keys, parameters)})""");
        if (place is not null)
        {
            where.Add($"""(o."RequestDueAt", o."Key") < ({Parameter(place.DueAt)}, {Parameter(place.Key)})""");
        }

        return new($"""SELECT o."Key" FROM "Orders" o WHERE {string.Join(" AND ", where)}""", parameters);
    }

    private List<string> Conditions()
    {
        List<string> all = ["""o."RequestDueAt" IS NOT NULL"""];
        var isByAssignee = filter.IsNobodys || filter.AssigneeId is not null;
        all.AddRange(filter.IsNobodys ? ["""o."AssigneeId" IS NULL"""] : filter.AssigneeId is { } assignee ? [$"""o."AssigneeId" = {Parameter(assignee)}"""] : []);
        all.AddRange(filter.SellerId is { } seller ? [$"{(isByAssignee ? source.OffTheIndex("o.\"SellerId\"", " || ''") : "o.\"SellerId\"")} = {Parameter(seller)}"] : []);
        all.AddRange(filter.DueBefore is { } before ? [$"""o."RequestDueAt" < {Parameter(before.UtcTicks)}"""] : []);
        all.AddRange(filter.ValueFrom is { } from ? [$"{Value} >= {Parameter(from)} * {MinorUnitsSql.OfOrder}"] : []);
        all.AddRange(filter.ValueTo is { } to ? [$"{Value} <= {Parameter(to)} * {MinorUnitsSql.OfOrder}"] : []);
        all.AddRange(Requests());
        return all;
    }

    private string Value => source.OffTheIndex("o.\"Value\"", " + 0");

    private IEnumerable<string> Requests()
    {
        List<string> asked =
        [
            .. filter.Side is { } side ? [$"""r."RequestedBy" = {Parameter((int)side)}"""] : Array.Empty<string>(),
            .. filter.ReasonLabels is { } labels
                ? [labels.Count == 0 ? "1 = 0" : $"""r."ReasonLabelId" IN ({string.Join(',', labels.Select(label => label.ToString(CultureInfo.InvariantCulture)))})"""]
                : Array.Empty<string>(),
        ];
        return asked.Count == 0
            ? []
            : [$"""EXISTS (SELECT 1 FROM "CancellationRequests" r WHERE r."OrderKey" = o."Key" AND r."State" = 0 AND {string.Join(" AND ", asked)})"""];
    }

    private string Parameter<T>(T value)
        where T : notnull
    {
        var name = $"@p{parameters.Count.ToString(CultureInfo.InvariantCulture)}";
        parameters.Add(new(name, value));
        return name;
    }
}
