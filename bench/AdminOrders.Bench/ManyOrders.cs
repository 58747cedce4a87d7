using System.Data.Common;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Migrations;

namespace AdminOrders.Bench;

/// <summary>Makes one order of a store into many, each tenth of them canceled for a reason. Only the rows that a list reads are written.</summary>
internal static class ManyOrders
{
    private static readonly DateTimeOffset First = DateTimeOffset.UnixEpoch.AddDays(10_000);

    /// <summary>When the order of this number was placed.</summary>
    public static DateTimeOffset CreatedAt(int number) => First.AddSeconds(number);

    /// <summary>Writes orders until there are so many.</summary>
    /// <param name="shape">SQL of columns that are not as in the one order, of a number <c>n</c>.</param>
    public static void Insert(StoreSource source, int orders, params (string Column, string Sql)[] shape)
    {
        using var connection = source.OpenConnection();
        Execute(connection, "PRAGMA foreign_keys=OFF");
        using (var transaction = connection.BeginTransaction())
        {
            Execute(connection, OrdersSql(Columns(connection), orders, shape));
            Execute(connection, """
                INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value")
                SELECT "CancelReceipt", 'reason', "Key", X'00', 'The customer ordered twice' FROM "Orders" WHERE "CancelReceipt" IS NOT NULL
                """);
            Execute(connection, $"""DELETE FROM "OrderCounters"; {CountersSoFar.Fill}""");
            transaction.Commit();
        }

        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static string OrdersSql(List<string> columns, int orders, (string Column, string Sql)[] shape)
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Key"] = "n",
            ["OrderId"] = "printf('%013d-01', n)",
            ["Sequence"] = "CAST(500000 + n AS TEXT)",
            ["Status"] = "CASE n % 10 WHEN 0 THEN 'canceled' WHEN 1 THEN 'ready-for-handling' WHEN 2 THEN 'handling' ELSE 'invoiced' END",
            ["Value"] = "n * 7919 % 1000000",
            ["CreatedAt"] = $"{First.UtcTicks} + n * {TimeSpan.TicksPerSecond}",
            ["LastChangeAt"] = $"{First.UtcTicks} + n * 7919 % 1000003 * {TimeSpan.TicksPerSecond}",
            ["CustomerName"] = "'Customer ' || n",
            ["CustomerEmail"] = "'customer' || n || '@example.com'",
            ["CanceledFor"] = "CASE n % 10 WHEN 0 THEN 0 END",
            ["CanceledBy"] = "CASE n % 10 WHEN 0 THEN 'Ana Operator' END",
            ["CancelReceipt"] = "CASE n % 10 WHEN 0 THEN printf('%032x', n) END",
            ["Position"] = "n",
        };
        foreach (var (column, sql) in shape)
        {
            own[column] = sql;
        }

        return $"""
            WITH RECURSIVE numbers(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < {orders})
            INSERT INTO "Orders" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", columns.Select(column => own.GetValueOrDefault(column, $"o.\"{column}\"")))} FROM numbers, (SELECT * FROM "Orders" LIMIT 1) o
            """;
    }

    private static List<string> Columns(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """SELECT name FROM pragma_table_info('Orders')""";
        using var rows = command.ExecuteReader();
        List<string> columns = [];
        while (rows.Read())
        {
            columns.Add(rows.GetString(0));
        }

        return columns;
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
