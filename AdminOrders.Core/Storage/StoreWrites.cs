using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>
/// What a batch writes: rows wait in the order in which they were given and go to the engine together. Nothing is read back meanwhile,
/// so that an engine may send them in one go.
/// </summary>
internal class StoreWrites(DbConnection connection) : IDisposable
{
    private readonly List<(SqlWrite Write, object?[] Values)> waiting = [];
    private readonly Dictionary<SqlWrite, SqlStatement> statements = [];
    private int inserts;

    public SqlWrite Add(string sql) => new(this, sql, null);

    /// <summary>A write of rows that are not there yet. What they refer to is added before them: an engine may write all new rows first, in that order.</summary>
    public SqlWrite AddInsert(string table, params string[] columns) =>
        new(this, SqlStatement.Insert(table, columns), new(table, columns, ++inserts));

    /// <summary>Runs what waits, in the order given, in the transaction.</summary>
    public void Flush(DbTransaction transaction)
    {
        try
        {
            Run(transaction, waiting);
        }
        finally
        {
            waiting.Clear();
        }
    }

    /// <summary>What was flushed is committed.</summary>
    public virtual void Committed()
    {
        // Most engines look after their log by themselves.
    }

    /// <summary>Forgets what waits.</summary>
    public void Clear() => waiting.Clear();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    internal void Later(SqlWrite write, object?[] values) => waiting.Add((write, values));

    protected virtual void Run(DbTransaction transaction, IReadOnlyList<(SqlWrite Write, object?[] Values)> writes)
    {
        foreach (var (write, values) in writes)
        {
            var statement = StatementOf(write);
            statement.Enlist(transaction);
            statement.Run(values);
        }
    }

    protected virtual void Dispose(bool disposing)
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }
    }

    private SqlStatement StatementOf(SqlWrite write)
    {
        if (!statements.TryGetValue(write, out var statement))
        {
            statements.Add(write, statement = new SqlStatement(connection, write.Sql));
        }

        return statement;
    }
}

/// <summary>A statement that writes one row and tells nothing.</summary>
internal sealed class SqlWrite(StoreWrites writes, string sql, SqlInsert? insert)
{
    public string Sql => sql;

    /// <summary>What it adds; null: it does something else.</summary>
    public SqlInsert? Insert => insert;

    /// <summary>Queues it with these values, in the order in which the parameters first stand in the text.</summary>
    public void Later(params ReadOnlySpan<object?> values) => writes.Later(this, values.ToArray());
}

/// <summary>New rows of a table, and nothing else: no conflict, no answer.</summary>
/// <param name="Place">Behind the tables that it refers to.</param>
internal sealed record SqlInsert(string Table, string[] Columns, int Place);
