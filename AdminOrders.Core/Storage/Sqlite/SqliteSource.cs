using System.Data.Common;
using AdminOrders.Core.Storage.Backups;
using AdminOrders.Core.Storage.Copying;
using AdminOrders.Core.Storage.Health;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>A store in a file of this machine.</summary>
internal sealed class SqliteSource : StoreSource
{
    private static readonly SqlQuery HasHistory = new("SELECT name FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'", []);
    private readonly StoreFile file;
    private readonly SqliteReadings readings;
    private readonly SqlitePulse pulse;
    private readonly SqliteTrigrams trigrams = new();
    private readonly DbContextOptions<SqliteOrdersDb> options;

    static SqliteSource() => SqliteEngine.CountNoMemory();

    public SqliteSource(StoreFile file)
    {
        this.file = file;
        readings = new(file);
        pulse = new(readings);
        options = new DbContextOptionsBuilder<SqliteOrdersDb>().UseSqlite(file.ConnectionString).AddInterceptors(new SqlitePragmas(), new CountedReads()).Options;
    }

    public override string ConnectionString => file.ConnectionString;

    public override string Folder => file.Folder;

    public override string Place => new SqliteConnectionStringBuilder(file.ConnectionString).DataSource;

    public override bool IsShared => false;

    internal override bool WritesAlone => true;

    public override DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public override OrdersDb CreateContext() => new SqliteOrdersDb(options);

    public override StoreBackups Backups(TimeProvider time) => new SqliteBackups(file, time);

    protected override async Task MigrateSchema(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(file.Folder);
        // A store that is up to date is only read: it opens on a full disk too.
        if (!await IsUpToDate(cancellationToken))
        {
            await MakeUpToDate(cancellationToken);
        }

        await using var writers = await OpenConnectionAsync(cancellationToken);
        SqlitePragmas.Assert(writers);
    }

    private async Task<bool> IsUpToDate(CancellationToken cancellationToken)
    {
        if (!File.Exists(Place))
        {
            return false;
        }

        await using var reading = readings.Lease();
        return await KnownMigrations.AreApplied(reading, HasHistory, KnownMigrations.OfSqlite, cancellationToken);
    }

    private async Task MakeUpToDate(CancellationToken cancellationToken)
    {
        await using var db = CreateContext();
        await NewerSchema.Refuse(db, cancellationToken);
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            using var alone = await SqliteMigrationLock.Take(file.ConnectionString, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        SqlitePragmas.Assert(db.Database.GetDbConnection());
    }

    internal override void LockOrders(DbTransaction transaction, IEnumerable<string> orderIds)
    {
        // BEGIN IMMEDIATE has locked every other writer out of the file.
    }

    internal override StoreReads CreateReads(DbConnection connection) => new SqliteReads(SqliteWaiting.EngineOf(connection));

    internal override ValueTask<StoreReading> OpenReading(CancellationToken cancellationToken) => new(readings.Lease());

    internal override long? Pulse() => pulse.Read();

    internal override StoreWrites CreateWrites(DbConnection connection) => new SqliteWrites(this, connection);

    internal override void LockSetup(DbTransaction transaction)
    {
        // So it has here.
    }

    // A quoted phrase is a substring to FTS5's trigrams. (Its LIKE uses the index only without ESCAPE, so it cannot take a % or _ as they stand.)
    internal override string KeysOfText(StoreReading reading, string folded, Func<string, string> parameter)
    {
        var part = trigrams.RarestPart(reading.Reads, folded);
        var rows = $"""FROM "OrderSearchIndex" f WHERE f."OrderSearchIndex" MATCH {parameter(SqliteTrigrams.PhraseOf(part))}""";
        return part.Length == folded.Length
            ? $"SELECT f.rowid {rows}"
            : $"""
               SELECT f.rowid {rows}
               AND EXISTS (SELECT 1 FROM "OrderSearch" s WHERE s."OrderKey" = f.rowid AND s."Text" LIKE {parameter(TextCondition.PatternInside(folded))} ESCAPE '\')
               """;
    }

    internal override bool IsFrequent(StoreReading reading, string folded) => trigrams.IsFrequent(reading.Reads, folded);

    // Compared as an expression: the engine then cannot trade the walk for a search by that column and a sort of everything it finds.
    internal override string OffTheIndex(string column, string nothing) => column + nothing;

    // It would rather walk a status in the list's order, past thousands, than sort the few.
    internal override string OrdersByKey => """ "Orders" o NOT INDEXED """.Trim();

    // CROSS makes it look for the order of each term, never the other way round.
    internal override string DrivenByTerm => """ "OrderTerms" t CROSS JOIN "Orders" o ON o."Key" = t."OrderKey" """.Trim();

    // The engine merges such selects row by row.
    internal override string ArmOfUnion(string select, string order, string most) => select;

    internal override (string Condition, string Order) OfConsumer(string consumer, string? beyond, bool backward) => (
        $"""d."Consumer" = '{consumer}'{(beyond is null ? "" : $" AND d.\"Id\" {(backward ? '<' : '>')} {beyond}")}""",
        $"\"Id\" {(backward ? "DESC" : "ASC")}");

    // CHECKs are asked by name elsewhere.
    internal override async Task<IReadOnlyList<string>> Damages(DbConnection connection, CancellationToken cancellationToken)
    {
        var lines = await connection.Read(new("PRAGMA integrity_check", []), row => row.GetString(0), cancellationToken);
        return lines.FindAll(line => line != "ok" && !line.StartsWith("CHECK constraint failed", StringComparison.Ordinal));
    }

    internal override bool IsDamage(DbException failure) => failure is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB };

    // A column of this engine takes a value of any type that it cannot make into its own.
    internal override string? IsOfAnotherKind(string column, ColumnKind kind) => kind switch
    {
        ColumnKind.Flag => $"(typeof({column}) NOT IN ('integer', 'null') OR {column} NOT IN (0, 1))",
        ColumnKind.Small => $"(typeof({column}) NOT IN ('integer', 'null') OR {column} NOT BETWEEN {int.MinValue} AND {int.MaxValue})",
        ColumnKind.Whole => $"typeof({column}) NOT IN ('integer', 'null')",
        ColumnKind.Text or ColumnKind.Instant => $"typeof({column}) NOT IN ('text', 'null')",
        ColumnKind.Bytes => $"typeof({column}) NOT IN ('blob', 'null')",
    };

    internal override async Task<EngineView> Describe(DbConnection connection, CancellationToken cancellationToken)
    {
        var bytes = new[] { Place, Place + "-wal" }.Select(part => new FileInfo(part)).Where(part => part.Exists).Sum(part => part.Length);
        var version = await connection.Read(new("SELECT sqlite_version()", []), row => row.GetString(0), cancellationToken);
        return new("SQLite", version[0], bytes);
    }

    // The index is a table beside the texts that triggers fill; it keeps one row for each text that it knows.
    internal override async Task<IReadOnlyList<string>> NotInSearchIndex(DbConnection connection, CancellationToken cancellationToken) => await connection.Read(
        new(
            """
            SELECT o."OrderId" FROM "OrderSearch" s JOIN "Orders" o ON o."Key" = s."OrderKey"
            WHERE NOT EXISTS (SELECT 1 FROM "OrderSearchIndex_docsize" d WHERE d."id" = s."OrderKey") ORDER BY s."OrderKey"
            """,
            []),
        row => row.GetString(0),
        cancellationToken);

    // Of the engine's codes these are about the row or the statement; all others are about the file, its disk or its locks.
    protected override bool IsBroken(DbException failure) =>
        failure is not SqliteException { SqliteErrorCode: raw.SQLITE_ERROR or raw.SQLITE_TOOBIG or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH };

    // A quota and a limit on the size of files show as a write that fails, a full disk as room for the shared index that cannot be made.
    protected override StoreProblem? ProblemOf(DbException failure) => failure is not SqliteException told ? null : told switch
    {
        { SqliteErrorCode: raw.SQLITE_FULL } or { SqliteExtendedErrorCode: raw.SQLITE_IOERR_WRITE or raw.SQLITE_IOERR_SHMSIZE } => StoreProblem.Full,
        { SqliteErrorCode: raw.SQLITE_READONLY } => StoreProblem.ReadOnly,
        { SqliteErrorCode: raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => StoreProblem.Unreachable,
        _ => null,
    };

    internal override Task<IAsyncDisposable?> LockCopy(CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable?>(FileLock.TryTake(Place + ".copying"));

    internal override BulkLoad OpenLoad() => new SqliteLoad(OpenConnection(), Place);

    internal override void AllowLateFlush(DbConnection connection) => SqlitePragmas.Change(connection, "PRAGMA synchronous=NORMAL");

    internal override void AllowPauses(DbConnection connection)
    {
        // Nothing limits them.
    }

    internal override long LastKey(DbConnection connection, DbTransaction transaction, string table, string column)
    {
        using var last = new SqlStatement(connection, """SELECT "seq" FROM "sqlite_sequence" WHERE "name" = @Table""");
        last.Enlist(transaction);
        return last.Value(table) as long? ?? 0;
    }

    protected override void Dispose(bool disposing)
    {
        pulse.Dispose();
        readings.Dispose();
        base.Dispose(disposing);
    }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection()
    {
        var connection = CreateDbConnection();
        try
        {
            connection.Open();
            SqlitePragmas.Set(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) => new(OpenDbConnection());
}
