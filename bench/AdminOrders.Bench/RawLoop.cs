using System.Data.Common;
using System.Diagnostics;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench;

/// <summary>The floor: nothing but the writes, prepared and bound by place, on one connection as the writer's is set up.</summary>
internal sealed class RawLoop : IDisposable
{
    private static readonly string[] Updated = ["Payments", "Reservations", "Orders"];
    private readonly DbConnection connection;
    private readonly Dictionary<string, RawStatement> statements;
    private readonly RawStatement position;
    private readonly RawStatement begin;
    private readonly RawStatement commit;

    public RawLoop(StoreSource source)
    {
        connection = source.OpenConnection();
        using (var settings = connection.CreateCommand())
        {
            // The product's writer has a checkpoint for each 16 MB of the log, beside it; here it is inside a commit.
            settings.CommandText = "PRAGMA cache_size=-64000; PRAGMA wal_autocheckpoint=4096;";
            settings.ExecuteNonQuery();
        }

        statements = WrittenRows.Tables.ToDictionary(
            table => table.Table, table => new RawStatement(connection, Sql(table.Table, table.Columns)), StringComparer.Ordinal);
        position = new(connection, """UPDATE "Positions" SET "Last" = @Last WHERE "Id" = 1""");
        begin = new(connection, "BEGIN IMMEDIATE");
        commit = new(connection, "COMMIT");
    }

    /// <summary>Writes all orders in these groups, one commit each, and says how long it took.</summary>
    public TimeSpan Run(List<WrittenOrder> orders, IReadOnlyList<int> groups)
    {
        var next = 0;
        var watch = Stopwatch.StartNew();
        foreach (var group in groups)
        {
            begin.Run();
            for (var last = next + group; next < last; next++)
            {
                Write(orders[next]);
            }

            commit.Run();
        }

        return watch.Elapsed;
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values.Append(position).Append(begin).Append(commit))
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private void Write(WrittenOrder order)
    {
        var history = order.Rows["History"];
        position.Run(history[^1][0]);
        foreach (var (table, rows) in order.Rows)
        {
            foreach (var row in rows)
            {
                statements[table].Run(row);
            }
        }
    }

    private static string Sql(string table, string[] columns)
    {
        var keys = table == "Orders" ? 1 : 2;
        var equal = columns.Select(column => $"\"{column}\" = @{column}").ToArray();
        return Updated.Contains(table)
            ? $"UPDATE \"{table}\" SET {string.Join(", ", equal[..^keys])} WHERE {string.Join(" AND ", equal[^keys..])}"
            : $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";
    }
}
