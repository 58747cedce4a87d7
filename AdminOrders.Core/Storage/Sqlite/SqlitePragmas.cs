using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// The engine's promises, asked for on every connection because defaults differ by library:
/// write-ahead log, a disk flush per commit, foreign keys, waiting for another writer instead of failing.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // The last two are for speed: what a savepoint may have to undo stays in memory, and so do 16 MB of pages.
    private const string Statements =
        """
        PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;
        PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;
        """;

    // Changes a file that has no log yet, as a backup has none: not for a connection that only reads, with which EF Core asks whether there is a store.
    private const string Log = "PRAGMA journal_mode=WAL;";

    // The writer touches many places at once. Checkpoints run beside it; its own, inside a commit, only keep the log within 128 MB.
    private const string WriterStatements = "PRAGMA cache_size=-64000; PRAGMA wal_autocheckpoint=32768;";

    // The engine's own connections go back to a pool and keep what was set: asking for it again at every opening costs more than a short read.
    private static readonly ConditionalWeakTable<sqlite3, object> AlreadySet = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    /// <summary>Sets all four, once on each of the engine's connections; the log only where the connection may write.</summary>
    public static void Set(DbConnection connection)
    {
        var engine = SqliteWaiting.EngineOf(connection);
        if (!AlreadySet.TryGetValue(engine, out _))
        {
            SqliteWaiting.Set(engine);
            var onlyReads = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode is SqliteOpenMode.ReadOnly;
            Run(connection, onlyReads ? Statements : Log + Statements);
            AlreadySet.AddOrUpdate(engine, Statements);
        }
    }

    /// <summary>Sets what only the writer's connection has.</summary>
    public static void SetForWriter(DbConnection connection) => Change(connection, WriterStatements);

    /// <summary>Sets something else on this connection; who gets the engine's connection next has everything as it was.</summary>
    public static void Change(DbConnection connection, string statements)
    {
        AlreadySet.Remove(SqliteWaiting.EngineOf(connection));
        Run(connection, statements);
    }

    /// <summary>Throws unless the first three hold on this connection.</summary>
    /// <exception cref="StoreUnusableException">Names the first that does not hold.</exception>
    public static void Assert(DbConnection connection)
    {
        Assert(connection, "journal_mode", "wal");
        Assert(connection, "synchronous", "2");
        Assert(connection, "foreign_keys", "1");
    }

    private static void Run(DbConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    private static void Assert(DbConnection connection, string pragma, string expected)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        var actual = Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        if (actual != expected)
        {
            throw new StoreUnusableException($"SQLite's {pragma} is {actual}, not {expected}.");
        }
    }
}
