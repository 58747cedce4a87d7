using System.Data.Common;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// Runs a batch's writes by the engine's own calls: values are bound by their place. The ADO.NET command looks each parameter up by name,
/// every time, which costs more than the row.
/// </summary>
internal sealed class SqliteWrites : StoreWrites
{
    private readonly sqlite3 engine;
    private readonly SqliteCheckpoints checkpoints;
    private readonly Dictionary<SqlWrite, SqliteStatement> statements = [];
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
        foreach (var (write, values) in writes)
        {
            StatementOf(write).Run(values);
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

    private SqliteStatement StatementOf(SqlWrite write)
    {
        if (!statements.TryGetValue(write, out var statement))
        {
            statement = new(engine, write.Sql);
            statements.Add(write, statement);
        }

        return statement;
    }
}
