using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// A connection that only reads, with the statements that were read by it last. It is used by one thread at a time, so the engine need not guard
/// it by a mutex, which it would take for each value of each row. That goes for finalizers too: every statement is disposed of by whoever works
/// with the connection, or with it.
/// </summary>
internal sealed class SqliteReadingConnection : IDisposable
{
    private const string Settings = "PRAGMA query_only=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-4000;";
    private readonly SqliteFile file;
    private readonly SqliteStatements statements;
    private readonly SqliteReads reads;
    private bool isSpoilt;

    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteReadingConnection(StoreFile store)
    {
        var named = new SqliteConnectionStringBuilder(store.ConnectionString);
        var mode = named.Mode is SqliteOpenMode.ReadOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE;
        file = new(named.DataSource, mode | raw.SQLITE_OPEN_NOMUTEX);
        try
        {
            SqliteWaiting.Set(file.Engine);
            file.Run(Settings);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        statements = new(file.Engine);
        reads = new(file.Engine);
    }

    public StoreReads Reads => reads;

    /// <summary>False once something failed on it.</summary>
    public bool IsReusable => !isSpoilt && !reads.HasFailed;

    public bool IsInTransaction => file.IsInTransaction;

    /// <summary>Begins a transaction that is of the moment of its first read.</summary>
    public void Begin() => file.Run("BEGIN");

    /// <summary>Ends the transaction; it has written nothing.</summary>
    public void End() => file.Run("ROLLBACK");

    /// <summary>The statement, prepared before or now; it is given back to <see cref="Finish"/>.</summary>
    public SqliteStatement StatementOf(string sql) => statements.Take(sql);

    /// <summary>Nobody reads the statement's rows any more.</summary>
    public void Finish(string sql, SqliteStatement statement) => statements.GiveBack(sql, statement);

    /// <summary>Nobody gets it again.</summary>
    public void Spoil() => isSpoilt = true;

    /// <summary>Stops what runs on it now, from any thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(file.Engine);

    public void Dispose()
    {
        reads.Dispose();
        statements.Dispose();
        file.Dispose();
    }
}
