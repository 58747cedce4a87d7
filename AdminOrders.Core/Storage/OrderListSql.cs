namespace AdminOrders.Core.Storage;

/// <summary>
/// Composes a page of the list: keyset over the sort's index, never an offset and never a count.
/// Several statuses become one arm each, merged by the engine in the sort's order, so that a rare status costs what a frequent one does; so do
/// the beginnings of ids and sequences, which many orders have that lie close together and perhaps far back.
/// </summary>
/// <param name="source">The engine that it is for.</param>
/// <param name="filter">What to show, and in which order.</param>
/// <param name="text">The condition for the filter's text, if that is not settled by <paramref name="candidates"/>.</param>
/// <param name="candidates">Keys beyond which nothing can match; null: not known.</param>
/// <param name="starts">What the text's condition is made of, where the list <see cref="HasArmPerStart">has an arm for each</see>; null or empty: it is asked of each order.</param>
/// <param name="stretches">Where the values lie that the filter asks for; null or empty: not known, they are asked of each order.</param>
internal sealed class OrderListSql(
    StoreSource source, OrderFilter filter, TextCondition? text, IReadOnlyList<long>? candidates, IReadOnlyList<TextStart>? starts = null,
    IReadOnlyList<ValueStretch>? stretches = null)
{
    private const string Created = "CreatedAt";
    private const string Value = "Value";
    private readonly OrderConditions conditions = new(source, filter, text, candidates);

    /// <summary>At most <paramref name="limit"/> rows beyond the position, read backward or forward.</summary>
    public SqlQuery Page(string columns, OrderPosition? position, bool backward, int limit)
    {
        var ascending = filter.Ascending != backward;
        var arms = Arms(columns, position, ascending).ToList();
        if (arms.Count == 0)
        {
            arms.Add($"""SELECT {columns} FROM "Orders" o WHERE 1 = 0""");
        }

        var order = Order(ascending);
        var most = conditions.Parameter(limit);
        var merged = arms.Count == 1 ? arms[0] : string.Join("\nUNION ALL\n", arms.Select(arm => source.ArmOfUnion(arm, order, most)));
        return new SqlQuery($"{merged}\nORDER BY {order}\nLIMIT {most}", conditions.Parameters);
    }

    /// <summary>The position that so many rows precede, counted along the sort's index: its cost grows with them.</summary>
    public SqlQuery Skip(long rows)
    {
        var page = Page(OrderWalk.PositionColumns, null, backward: false, limit: 1);
        return page with { Text = $"{page.Text} OFFSET {conditions.Parameter(rows - 1)}", Parameters = conditions.Parameters };
    }

    /// <summary>How many rows match, counted up to so many.</summary>
    public SqlQuery Count(StoreReading reading, long most)
    {
        var rows = All(reading, "1", most);
        return rows with { Text = $"SELECT COUNT(*) FROM ({rows.Text}) AS matching" };
    }

    /// <summary>The columns of all matching rows, in no order, at most so many.</summary>
    public SqlQuery All(StoreReading reading, string columns, long most)
    {
        var driving = DrivingTerm();
        var where = conditions.ForCount(reading, driving);
        return new SqlQuery($"SELECT {columns} FROM {From(driving)}{Where(where)} LIMIT {conditions.Parameter(most)}", conditions.Parameters);
    }

    /// <summary>The columns of a sort, the key left out.</summary>
    public static IReadOnlyList<string> SortColumns(OrderSort sort) => sort switch
    {
        OrderSort.CreatedAt => [Created],
        OrderSort.Value => [Value],
        OrderSort.Status => ["Status", Created],
        OrderSort.LastChangeAt => ["LastChangeAt"],
        OrderSort.OrderId => ["OrderId"],
        OrderSort.Units => ["Units"],
        OrderSort.Origin => ["Origin", Created],
    };

    /// <summary>Whether beginnings of ids can be merged: in the order of creation, where nothing else is.</summary>
    public static bool HasArmPerStart(OrderFilter filter) =>
        filter.Sort is OrderSort.CreatedAt && filter.Statuses.Count == 0 && !filter.Terms.Any(term => term.LiesInOrderOfCreation);

    /// <summary>Whether there are indexes that begin with the status and go on in this order.</summary>
    public static bool HasIndexByStatus(OrderSort sort) => sort is OrderSort.CreatedAt or OrderSort.Value or OrderSort.Status or OrderSort.LastChangeAt;

    private OrderTimes Asked => new(filter.CreatedFrom, filter.CreatedBefore);

    private string Order(bool ascending)
    {
        var direction = ascending ? "ASC" : "DESC";
        return DrivingTerm() is not null
            ? $"t.\"{Created}\" {direction}, t.\"OrderKey\" {direction}"
            : string.Join(", ", WithKey(SortColumns(filter.Sort)).Select(column => $"\"{column}\" {direction}"));
    }

    // No two orders have one id.
    private static IEnumerable<string> WithKey(IReadOnlyList<string> sort) => sort is ["OrderId"] ? sort : sort.Append("Key");

    // A list of one value in the order of creation walks the terms as they lie.
    private TermFilter? DrivingTerm() =>
        candidates is null && filter.Sort is OrderSort.CreatedAt ? filter.Terms.FirstOrDefault(term => term.LiesInOrderOfCreation) : null;

    private string From(TermFilter? driving) => driving is not null ? source.DrivenByTerm : candidates is not null ? source.OrdersByKey : "\"Orders\" o";

    private IEnumerable<string> Arms(string columns, OrderPosition? position, bool ascending)
    {
        if (starts is { Count: > 0 })
        {
            foreach (var start in starts)
            {
                yield return Arm(columns, status: null, position, ascending, Asked, start);
            }

            yield break;
        }

        if (filter.Statuses.Count == 0 || candidates is not null || DrivingTerm() is not null || !HasIndexByStatus(filter.Sort))
        {
            foreach (var arm in ArmsOf(columns, status: null, position, ascending))
            {
                yield return arm;
            }

            yield break;
        }

        foreach (var status in filter.Statuses.Distinct(StringComparer.Ordinal))
        {
            var ahead = position is null || filter.Sort is not OrderSort.Status ? 0 : string.CompareOrdinal(status, position.Text) * (ascending ? 1 : -1);
            if (ahead >= 0)
            {
                foreach (var arm in ArmsOf(columns, status, ahead > 0 ? null : position, ascending))
                {
                    yield return arm;
                }
            }
        }
    }

    private string Arm(string columns, string? status, OrderPosition? position, bool ascending, OrderTimes created, TextStart? start = null, UsualCreation? except = null)
    {
        var driving = DrivingTerm();
        var sort = status is null ? SortColumns(filter.Sort) : [SortColumns(filter.Sort)[^1]];
        var where = conditions.Of(status, leading: sort[0], driving, start);
        var edge = Tighter(position, Edge(sort[0], ascending, created), ascending);
        if (edge is not null)
        {
            where.Add(Beyond(sort, edge, ascending, driving));
        }

        where.AddRange(sort[0] == Created ? conditions.FarEnd(created, ascending, driving) : conditions.Created(created));
        where.AddRange(sort[0] == Value ? FarValue(ascending) : []);
        where.AddRange(except is null ? [] : conditions.OutOf(except));
        return $"SELECT {columns} FROM {From(driving)}{Where(where)}";
    }

    // Where creation is walked and lies in a known stretch: that, and what is out of the rule.
    private IEnumerable<string> ArmsOf(string columns, string? status, OrderPosition? position, bool ascending)
    {
        var walksCreation = candidates is null && DrivingTerm() is null && SortColumns(filter.Sort)[^1] == Created && (status is not null || filter.Sort is OrderSort.CreatedAt);
        if (!walksCreation || UsualCreation.Of(filter) is not { } usual)
        {
            yield return Arm(columns, status, position, ascending, Asked);
            yield break;
        }

        yield return Arm(columns, status, position, ascending, usual.Created);
        yield return Arm(columns, status, position, ascending, Asked, except: usual);
    }

    private static string Where(List<string> conditions) => conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);

    private string Beyond(IReadOnlyList<string> sort, OrderPosition edge, bool ascending, TermFilter? driving)
    {
        object[] values = sort switch
        {
            ["OrderId"] => [edge.Text],
            [_, _] => [edge.Text, edge.Number, edge.Key],
            _ => [edge.Number, edge.Key],
        };
        var columns = driving is null ? WithKey(sort).Select(column => $"o.\"{column}\"") : [$"t.\"{Created}\"", "t.\"OrderKey\""];
        return $"({string.Join(", ", columns)}) {(ascending ? '>' : '<')} ({string.Join(", ", values.Select(conditions.Parameter))})";
    }

    // The near end of the range of dates or values, as a position: then one bound holds both it and the cursor.
    private OrderPosition? Edge(string column, bool ascending, OrderTimes created) => (column, ascending) switch
    {
        (Created, _) => (ascending ? created.From : created.Before) is { } bound ? new("", bound.UtcTicks, long.MinValue) : null,
        (Value, true) when stretches is { Count: > 0 } => new("", stretches.Min(stretch => stretch.From), long.MinValue),
        (Value, false) when stretches is { Count: > 0 } => new("", stretches.Max(stretch => stretch.To), long.MaxValue),
        _ => null,
    };

    private static OrderPosition? Tighter(OrderPosition? cursor, OrderPosition? edge, bool ascending)
    {
        if (cursor is null || edge is null)
        {
            return cursor ?? edge;
        }

        return (cursor.Number, cursor.Key).CompareTo((edge.Number, edge.Key)) > 0 == ascending ? cursor : edge;
    }

    // The end of the range of values towards which is walked.
    private IEnumerable<string> FarValue(bool ascending)
    {
        if (stretches is { Count: > 0 })
        {
            var end = conditions.Parameter(ascending ? stretches.Max(stretch => stretch.To) : stretches.Min(stretch => stretch.From));
            yield return $"o.\"{Value}\" {(ascending ? "<=" : ">=")} {end}";
        }
    }
}
