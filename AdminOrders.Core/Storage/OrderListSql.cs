using System.Globalization;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Composes a page of the list: keyset over the sort's index, never an offset and never a count.
/// Several statuses become one arm each, merged by the engine in the sort's order, so that a rare status costs what a frequent one does.
/// </summary>
/// <param name="source">The engine that it is for.</param>
/// <param name="filter">What to show, and in which order.</param>
/// <param name="text">The condition for the filter's text, if that is not settled by <paramref name="candidates"/>.</param>
/// <param name="candidates">Keys beyond which nothing can match; null: not known.</param>
internal sealed class OrderListSql(StoreSource source, OrderFilter filter, TextCondition? text, IReadOnlyList<long>? candidates)
{
    private const string Created = "CreatedAt";
    private readonly List<KeyValuePair<string, object>> parameters = [];

    /// <summary>At most <paramref name="limit"/> rows beyond the position, read backward or forward.</summary>
    public SqlQuery Page(string columns, OrderPosition? position, bool backward, int limit)
    {
        var ascending = filter.Ascending != backward;
        var arms = Arms(columns, position, ascending).ToList();
        if (arms.Count == 0)
        {
            arms.Add($"""SELECT {columns} FROM "Orders" o WHERE 1 = 0""");
        }

        var direction = ascending ? "ASC" : "DESC";
        var order = string.Join(", ", SortColumns(filter.Sort).Append("Key").Select(column => $"\"{column}\" {direction}"));
        var most = Parameter(limit);
        var merged = arms.Count == 1 ? arms[0] : string.Join("\nUNION ALL\n", arms.Select(arm => source.ArmOfUnion(arm, order, most)));
        return new SqlQuery($"{merged}\nORDER BY {order}\nLIMIT {most}", parameters);
    }

    /// <summary>The columns of a sort, the key left out.</summary>
    public static IReadOnlyList<string> SortColumns(OrderSort sort) => sort switch
    {
        OrderSort.CreatedAt => [Created],
        OrderSort.Value => ["Value"],
        OrderSort.Status => ["Status", Created],
        OrderSort.LastChangeAt => ["LastChangeAt"],
    };

    private IEnumerable<string> Arms(string columns, OrderPosition? position, bool ascending)
    {
        if (filter.Statuses.Count == 0 || candidates is not null)
        {
            yield return Arm(columns, status: null, position, ascending);
            yield break;
        }

        foreach (var status in filter.Statuses.Distinct(StringComparer.Ordinal))
        {
            var ahead = position is null || filter.Sort is not OrderSort.Status ? 0 : string.CompareOrdinal(status, position.Status) * (ascending ? 1 : -1);
            if (ahead >= 0)
            {
                yield return Arm(columns, status, ahead > 0 ? null : position, ascending);
            }
        }
    }

    private string Arm(string columns, string? status, OrderPosition? position, bool ascending)
    {
        var sort = status is null ? SortColumns(filter.Sort) : [SortColumns(filter.Sort)[^1]];
        var conditions = Conditions(status, leading: sort[0]);
        var edge = sort[0] == Created ? Tighter(position, Edge(ascending), ascending) : position;
        if (edge is not null)
        {
            conditions.Add(Beyond(sort, edge, ascending));
        }

        conditions.AddRange(sort[0] == Created ? FarEnd(ascending) : Range());
        var where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        return $"""SELECT {columns} FROM "Orders" o{where}""";
    }

    private List<string> Conditions(string? status, string leading)
    {
        List<string> conditions = [];
        if (candidates is not null)
        {
            var keys = string.Join(',', candidates.Select(key => key.ToString(CultureInfo.InvariantCulture)));
            conditions.Add(keys.Length == 0 ? "1 = 0" : $"o.\"Key\" IN ({keys})");
        }

        if (status is not null)
        {
            conditions.Add($"o.\"Status\" = {Parameter(status)}");
        }
        else if (filter.Statuses.Count > 0)
        {
            conditions.Add($"o.\"Status\" IN ({string.Join(", ", filter.Statuses.Select(Parameter))})");
        }

        if (filter.SellerId is not null)
        {
            conditions.Add($"{Text("SellerId", leading)} = {Parameter(filter.SellerId)}");
        }

        if (filter.Origin is not null)
        {
            conditions.Add($"{Text("Origin", leading)} = {Parameter(filter.Origin)}");
        }

        if (filter.OnlyOpenRequests)
        {
            conditions.Add("o.\"OpenRequests\" > 0");
        }

        if (text is not null)
        {
            conditions.Add(text.Sql(source, Parameter));
        }

        return conditions;
    }

    private string Text(string column, string leading) =>
        leading == Created ? $"o.\"{column}\"" : source.OffTheIndex($"o.\"{column}\"", " || ''");

    private string Beyond(IReadOnlyList<string> sort, OrderPosition edge, bool ascending)
    {
        object[] values = sort.Count == 2 ? [edge.Status, edge.Number, edge.Key] : [edge.Number, edge.Key];
        var columns = string.Join(", ", sort.Append("Key").Select(column => $"o.\"{column}\""));
        return $"({columns}) {(ascending ? '>' : '<')} ({string.Join(", ", values.Select(Parameter))})";
    }

    // The near end of the range of dates, as a position: then one bound holds both it and the cursor.
    private OrderPosition? Edge(bool ascending) =>
        (ascending ? filter.CreatedFrom : filter.CreatedBefore) is { } bound ? new OrderPosition("", bound.UtcTicks, long.MinValue) : null;

    private static OrderPosition? Tighter(OrderPosition? cursor, OrderPosition? edge, bool ascending) => (cursor, edge) switch
    {
        (null, _) => edge,
        (_, null) => cursor,
        _ when ascending => cursor.Number >= edge.Number ? cursor : edge,
        _ => cursor.Number < edge.Number ? cursor : edge,
    };

    private IEnumerable<string> FarEnd(bool ascending)
    {
        if (ascending && filter.CreatedBefore is { } before)
        {
            yield return $"o.\"CreatedAt\" < {Parameter(before.UtcTicks)}";
        }
        else if (!ascending && filter.CreatedFrom is { } from)
        {
            yield return $"o.\"CreatedAt\" >= {Parameter(from.UtcTicks)}";
        }
    }

    private IEnumerable<string> Range()
    {
        if (filter.CreatedFrom is { } from)
        {
            yield return $"{source.OffTheIndex("o.\"CreatedAt\"", " + 0")} >= {Parameter(from.UtcTicks)}";
        }

        if (filter.CreatedBefore is { } before)
        {
            yield return $"{source.OffTheIndex("o.\"CreatedAt\"", " + 0")} < {Parameter(before.UtcTicks)}";
        }
    }

    private string Parameter<T>(T value)
        where T : notnull
    {
        var name = $"@p{parameters.Count.ToString(CultureInfo.InvariantCulture)}";
        parameters.Add(new(name, value));
        return name;
    }
}
