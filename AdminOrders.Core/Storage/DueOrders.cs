using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>An order whose timer is due.</summary>
internal sealed record DueOrder(long DueAt, long Key, string OrderId, string Status)
{
    /// <summary>False: overdue work that waits for a person.</summary>
    public bool MovesOn => Stages.Of(Status) is not Stage.Moving || Stages.MovesOnByItself(Status);
}

/// <summary>Finds orders by the instants at which their timers are due. An order's own clock waits while a request is open.</summary>
internal sealed class DueOrders(SqlStatements statements)
{
    public const string StatusDueAt = """ "StatusDueAt" """;
    public const string RequestDueAt = """ "RequestDueAt" """;

    private readonly Dictionary<string, SqlStatement> pages = Columns.ToDictionary(column => column, column => statements.Add(PageSql(column)), StringComparer.Ordinal);

    private readonly List<SqlStatement> next = Columns.ConvertAll(column =>
        statements.Add($"""SELECT MIN({column}) FROM "Orders" WHERE {column} > @Now AND {ItsTurn(column)}"""));

    public static List<string> Columns { get; } = [RequestDueAt, StatusDueAt];

    /// <summary>Due at <c>@Now</c> or before and behind <c>@AfterDueAt</c>, <c>@AfterKey</c>, the first <c>@Size</c> of them: a walk along the column's index.</summary>
    public static string PageSql(string column) =>
        $"""
        SELECT {column}, "Key", "OrderId", "Status" FROM "Orders"
        WHERE {column} <= @Now AND ({column}, "Key") > (@AfterDueAt, @AfterKey) AND {ItsTurn(column)}
        ORDER BY {column}, "Key" LIMIT @Size
        """;

    /// <summary>A row of <see cref="PageSql"/>.</summary>
    public static DueOrder Row(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3));

    public IReadOnlyList<DueOrder> Page(string column, DateTimeOffset now, DueOrder? after, int size)
    {
        using var rows = pages[column].Read(Ticks.Of(now), after?.DueAt ?? 0, after?.Key ?? 0, size);
        var page = new List<DueOrder>(size);
        while (rows.Read())
        {
            page.Add(Row(rows));
        }

        return page;
    }

    /// <summary>The first instant after <paramref name="now"/> at which a timer is due; null: none runs.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now) =>
        Ticks.From(next.Select(statement => (long?)statement.Value(Ticks.Of(now))).Min());

    private static string ItsTurn(string column) => column == StatusDueAt ? """ "OpenRequests" = 0 """ : """ "OpenRequests" > 0 """;
}
