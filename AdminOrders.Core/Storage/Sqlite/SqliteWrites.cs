using System.Data.Common;
using Microsoft.Data.Sqlite;
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
    private readonly Dictionary<SqlWrite, sqlite3_stmt> statements = [];
    private readonly SqliteValues binding = new();
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
            Run(StatementOf(write), values);
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

    private void Run(sqlite3_stmt statement, object?[] values)
    {
        if (values.Length != raw.sqlite3_bind_parameter_count(statement))
        {
            throw new ArgumentException($"{values.Length} values for {raw.sqlite3_bind_parameter_count(statement)} parameters.", nameof(values));
        }

        var handle = statement.DangerousGetHandle();
        for (var at = 0; at < values.Length; at++)
        {
            Check(binding.Bind(handle, at + 1, values[at]));
        }

        var result = SqliteCalls.Step(handle);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            var failure = Failure(result);
            _ = SqliteCalls.Reset(handle);
            throw failure;
        }

        _ = SqliteCalls.Reset(handle);
    }

    private sqlite3_stmt StatementOf(SqlWrite write)
    {
        if (!statements.TryGetValue(write, out var statement))
        {
            Check(raw.sqlite3_prepare_v3(engine, write.Sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
            statements.Add(write, statement);
        }

        return statement;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Failure(result);
        }
    }

    private SqliteException Failure(int result) =>
        new($"SQLite Error {result}: '{raw.sqlite3_errmsg(engine).utf8_to_string()}'.", result & 0xFF, raw.sqlite3_extended_errcode(engine));
}
