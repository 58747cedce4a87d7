using System.Data;
using System.Data.Common;
using AdminOrders.Core.Storage.Copying;
using AdminOrders.Core.Storage.Health;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace AdminOrders.Core.Storage.Postgres;

/// <summary>A store on a PostgreSQL server, which several servers of ours may share.</summary>
internal sealed class PostgresSource(PostgresSettings settings, string folder) : StoreSource
{
    private readonly DbContextOptions<PostgresOrdersDb> options = Options(settings.ConnectionString);

    public override string ConnectionString => settings.ConnectionString;

    public override string Folder => folder;

    public override string Place
    {
        get
        {
            var named = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
            return $"{named.Database} on {named.Host}";
        }
    }

    public override bool IsShared => true;

    internal override bool WritesAlone => false;

    public override DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public override OrdersDb CreateContext() => new PostgresOrdersDb(options);

    protected override async Task MigrateSchema(CancellationToken cancellationToken)
    {
        await using var db = new PostgresOrdersDb(Options(settings.MigrationConnectionString));
        try
        {
            await using var alone = await LockMigrations(db, cancellationToken);
            await NewerSchema.Refuse(db, cancellationToken);
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                await db.Database.MigrateAsync(cancellationToken);
            }
        }
        catch (PostgresException failure) when (failure.MessageText.Contains(PostgresOrdersDb.TrigramExtension, StringComparison.Ordinal))
        {
            throw new StoreUnusableException(
                $"The database needs the extension {PostgresOrdersDb.TrigramExtension}: let a superuser or the database's owner run "
                + $"CREATE EXTENSION {PostgresOrdersDb.TrigramExtension}; in it once, then start again. PostgreSQL says: {failure.MessageText}", failure);
        }

        await using var connection = await OpenConnectionAsync(cancellationToken);
        PostgresPromises.Assert(connection);
    }

    // Facts are read after the locks and see what was committed before: no command is judged by what another server has changed meanwhile.
    internal override void LockOrders(DbTransaction transaction, IEnumerable<string> orderIds) => Lock(transaction, OrderLock.KeysOf(orderIds));

    internal override void LockSetup(DbTransaction transaction) => Lock(transaction, [OrderLock.Setup]);

    internal override StoreReads CreateReads(DbConnection connection) => new PostgresReads((NpgsqlConnection)connection);

    internal override async ValueTask<StoreReading> OpenReading(CancellationToken cancellationToken) =>
        new PostgresReading((NpgsqlConnection)await OpenConnectionAsync(cancellationToken));

    internal override StoreWrites CreateWrites(DbConnection connection) => new PostgresWrites((NpgsqlConnection)connection);

    // An index on the very column: kept by the server, used by LIKE with the pattern as a parameter.
    internal override string KeysOfText(StoreReading reading, string folded, Func<string, string> parameter) =>
        $"""SELECT s."OrderKey" FROM "OrderSearch" s WHERE s."Text" LIKE {parameter(TextCondition.PatternInside(folded))} ESCAPE '\'""";

    // The planner knows from its statistics how far apart the matches are, and of an expression it knows nothing.
    internal override string OffTheIndex(string column, string nothing) => column;

    internal override string OrdersByKey => """ "Orders" o """.Trim();

    internal override string DrivenByTerm => """ "OrderTerms" t JOIN "Orders" o ON o."Key" = t."OrderKey" """.Trim();

    // The planner does not see that an index which begins with a constant sorts by what follows, once selects are put together: it would sort them all.
    internal override string ArmOfUnion(string select, string order, string most) => $"({select} ORDER BY {order} LIMIT {most})";

    // By equality the planner finds the rows in the order of the primary key too, and walks all that was ever done to the few that are not. A range of one
    // value sorts by both columns, and only the right indexes have both.
    internal override (string Condition, string Order) OfConsumer(string consumer, string? beyond, bool backward)
    {
        var (past, upTo, direction) = backward ? ('<', '>', "DESC") : ('>', '<', "ASC");
        var begin = beyond is null ? $"""d."Consumer" {past}= '{consumer}'""" : $"""(d."Consumer", d."Id") {past} ('{consumer}', {beyond})""";
        return ($"""{begin} AND d."Consumer" {upTo}= '{consumer}'""", $"""d."Consumer" {direction}, d."Id" {direction}""");
    }

    internal override async Task<EngineView> Describe(DbConnection connection, CancellationToken cancellationToken)
    {
        var facts = await connection.Read(
            new("SELECT current_setting('server_version'), pg_database_size(current_database())", []), row => (Version: row.GetString(0), Bytes: row.GetInt64(1)), cancellationToken);
        return new("PostgreSQL", facts[0].Version, facts[0].Bytes);
    }

    // The server has no check that every role may run; pg_amcheck is its owner's.
    internal override Task<IReadOnlyList<string>> Damages(DbConnection connection, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    internal override bool IsDamage(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted };

    // The index is on the texts themselves: nothing of ours could have left one out.
    internal override Task<IReadOnlyList<string>> NotInSearchIndex(DbConnection connection, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    // Data exceptions, violated constraints, errors in the statement and exceptions that it raises: the server and its disk are well.
    protected override bool IsBroken(DbException failure) =>
        failure is not PostgresException { SqlState: ['2', '2' or '3', ..] or ['4', '2', ..] or ['P', '0', ..] };

    internal override async Task<IAsyncDisposable?> LockCopy(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(settings.MigrationConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(@Key)", connection);
        command.Parameters.AddWithValue("@Key", OrderLock.Copy);
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
        {
            return connection;
        }

        await connection.DisposeAsync();
        return null;
    }

    internal override BulkLoad OpenLoad() => new PostgresLoad(settings.MigrationConnectionString);

    protected override StoreProblem? ProblemOf(DbException failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => StoreProblem.Full,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => StoreProblem.ReadOnly,
        PostgresException { SqlState: not (['0', '8', ..] or ['5', '3' or '7' or '8', ..]) } => null,
        NpgsqlException => StoreProblem.Unreachable,
        _ => null,
    };

    internal override void AllowLateFlush(DbConnection connection)
    {
        using var allow = new SqlStatement(connection, "SET synchronous_commit = off");
        allow.Run();
    }

    internal override void AllowPauses(DbConnection connection)
    {
        using var allow = new SqlStatement(connection, "SET idle_in_transaction_session_timeout = 0");
        allow.Run();
    }

    internal override long LastKey(DbConnection connection, DbTransaction transaction, string table, string column)
    {
        using var last = new SqlStatement(connection, "SELECT pg_sequence_last_value(pg_get_serial_sequence(@Table, @Column))");
        last.Enlist(transaction);
        return last.Value($"\"{table}\"", column) as long? ?? 0;
    }

    protected override DbConnection CreateDbConnection() => new NpgsqlConnection(ConnectionString);

    // EF's own lock ends with each migration: servers that start at once would apply the next one twice. This one ends with its connection.
    private async Task<NpgsqlConnection> LockMigrations(PostgresOrdersDb db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            await creator.CreateAsync(cancellationToken);
        }

        var connection = new NpgsqlConnection(settings.MigrationConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(@Key)", connection);
        command.Parameters.AddWithValue("@Key", OrderLock.Setup);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }

    private static void Lock(DbTransaction transaction, long[] keys)
    {
        using var command = (NpgsqlCommand)transaction.Connection!.CreateCommand();
        command.CommandText = "SELECT pg_advisory_xact_lock(key) FROM unnest(@Keys) AS key";
        command.Parameters.AddWithValue("@Keys", keys);
        command.ExecuteNonQuery();
    }

    // A connection that was lost is told as what it is: the provider's own strategy would wrap it in advice to try again, which everybody here does anyway.
    private static DbContextOptions<PostgresOrdersDb> Options(string connectionString) => new DbContextOptionsBuilder<PostgresOrdersDb>()
        .UseNpgsql(connectionString, postgres => postgres.ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies)))
        .AddInterceptors(new CountedReads()).Options;
}
