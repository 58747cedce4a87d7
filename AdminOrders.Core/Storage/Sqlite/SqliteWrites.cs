using System.Data.Common;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// Runs a batch's writes by the engine's own calls: values are bound by their place. The ADO.NET command looks each parameter up by name,
/// every time, which costs more than the row. New rows go first, those of a table together and many in a statement, because each run of one
/// opens the table and all its indexes anew; nothing that waits with them depends on their not being there.
/// </summary>
internal sealed class SqliteWrites : StoreWrites
{
    // The documents of 64 orders, as a rule.
    private const int RoomForValues = 512 * 1024;
    private static readonly int[] Sizes = [64, 16, 4, 1];
    private readonly sqlite3 engine;
    private readonly SqliteCheckpoints checkpoints;
    private readonly Dictionary<(SqlWrite Write, int Rows), SqliteStatement> statements = [];
    private readonly SqliteValues values = new(RoomForValues);
    private int rows;

    /// <param name="source">Where checkpoints get a connection of their own.</param>
    /// <param name="connection">The writer's.</param>
    public SqliteWrites(DbDataSource source, DbConnection connection)
        : base(connection)
    {
        engine = SqliteWaiting.EngineOf(connection);
        checkpoints = new(source);
        SqlitePragmas.SetForWriter(connection);
    }

    public override void Committed()
    {
        checkpoints.Wrote(rows);
        rows = 0;
    }

    protected override void Run(DbTransaction transaction, IReadOnlyList<(SqlWrite Write, object?[] Values)> writes)
    {
        foreach (var table in writes.Where(row => row.Write.Insert is not null).GroupBy(row => row.Write, row => row.Values).OrderBy(table => table.Key.Insert!.Place))
        {
            Insert(table.Key, [.. table]);
        }

        foreach (var (write, row) in writes.Where(row => row.Write.Insert is null))
        {
            StatementOf(write, 1).Run(row);
        }

        rows += writes.Count;
    }

    protected override void Dispose(bool disposing)
    {
        checkpoints.Dispose();
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Insert(SqlWrite write, ReadOnlySpan<object?[]> waiting)
    {
        foreach (var size in Sizes)
        {
            for (; waiting.Length >= size; waiting = waiting[size..])
            {
                StatementOf(write, size).Run(waiting[..size]);
            }
        }
    }

    private SqliteStatement StatementOf(SqlWrite write, int size)
    {
        if (!statements.TryGetValue((write, size), out var statement))
        {
            statement = new(engine, size == 1 ? write.Sql : InsertOf(write.Insert!, size), values);
            statements.Add((write, size), statement);
        }

        return statement;
    }

    private static string InsertOf(SqlInsert insert, int size)
    {
        var row = $"({string.Join(", ", insert.Columns.Select(_ => "?"))})";
        return $"INSERT INTO \"{insert.Table}\" ({string.Join(", ", insert.Columns.Select(column => $"\"{column}\""))}) VALUES {string.Join(", ", Enumerable.Repeat(row, size))}";
    }
}
