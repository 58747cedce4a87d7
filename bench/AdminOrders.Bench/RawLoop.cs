using System.Data.Common;
using System.Diagnostics;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench;

/// <summary>The floor: nothing but the writes, prepared, on one connection.</summary>
internal sealed class RawLoop : IDisposable
{
    private static readonly string[] Updated = ["Payments", "Reservations", "Orders"];
    private readonly DbConnection connection;
    private readonly Dictionary<string, DbCommand> statements;
    private readonly DbCommand position;

    public RawLoop(StoreSource source)
    {
        connection = source.OpenConnection();
        statements = WrittenRows.Tables.ToDictionary(table => table.Table, table => Prepare(table.Table, table.Columns), StringComparer.Ordinal);
        position = Command("""UPDATE "Positions" SET "Last" = @Last WHERE "Id" = 1""", ["Last"]);
    }

    /// <summary>Writes all orders in these groups, one commit each, and says how long it took.</summary>
    public TimeSpan Run(List<WrittenOrder> orders, IReadOnlyList<int> groups)
    {
        var next = 0;
        var watch = Stopwatch.StartNew();
        foreach (var group in groups)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var command in statements.Values.Append(position))
            {
                command.Transaction = transaction;
            }

            for (var last = next + group; next < last; next++)
            {
                Write(orders[next]);
            }

            transaction.Commit();
        }

        return watch.Elapsed;
    }

    public void Dispose() => connection.Dispose();

    private void Write(WrittenOrder order)
    {
        var history = order.Rows["History"];
        Run(position, [history[^1][0]]);
        foreach (var (table, rows) in order.Rows)
        {
            foreach (var row in rows)
            {
                Run(statements[table], row);
            }
        }
    }

    private static void Run(DbCommand command, object[] values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters[at].Value = values[at];
        }

        command.ExecuteNonQuery();
    }

    private DbCommand Prepare(string table, string[] columns)
    {
        var keys = table == "Orders" ? 1 : 2;
        var equal = columns.Select(column => $"\"{column}\" = @{column}").ToArray();
        var sql = Updated.Contains(table)
            ? $"UPDATE \"{table}\" SET {string.Join(", ", equal[..^keys])} WHERE {string.Join(" AND ", equal[^keys..])}"
            : $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})";
        return Command(sql, columns);
    }

    private DbCommand Command(string sql, string[] columns)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var column in columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + column;
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }
}
