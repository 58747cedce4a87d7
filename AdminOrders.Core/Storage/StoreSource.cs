using System.Data.Common;
using System.Threading.Channels;
using AdminOrders.Core.Storage.Backups;
using AdminOrders.Core.Storage.Copying;
using AdminOrders.Core.Storage.Health;
using AdminOrders.Core.Storage.Postgres;
using AdminOrders.Core.Storage.Sqlite;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The engine that the store is on, and all in which engines differ: connections outside EF Core, set up as the engine needs it (a plain
/// transaction on one is for writing), the model on it, locks, search. SQL that is not here is the same on every engine.
/// </summary>
public abstract class StoreSource : DbDataSource
{
    private static readonly string[] PostgresNames = ["Host", "Server"];
    private static readonly string[] SqliteNames = ["Data Source", "DataSource", "Filename"];

    /// <summary>The folder on this machine for files that belong to the store, absolute; perhaps not there yet.</summary>
    public abstract string Folder { get; }

    /// <summary>Where the store lies, for a sentence to a person: a file's path, or a database and its server.</summary>
    public abstract string Place { get; }

    /// <summary>True: servers on several machines may work on this store.</summary>
    public abstract bool IsShared { get; }

    /// <summary>
    /// True: a transaction for writing has the whole store for itself, so that an order may join it at any time.
    /// False: <see cref="LockOrders"/> has to name all of its orders at once, or two transactions could wait for one another.
    /// </summary>
    internal abstract bool WritesAlone { get; }

    /// <summary>Reads <c>Storage:Provider</c> (Sqlite, which is the default, or Postgres) and <c>Storage:ConnectionString</c>; a relative path begins at <paramref name="contentRoot"/>.</summary>
    /// <exception cref="StoreUnusableException">The provider is not known or the connection string names no store of it.</exception>
    public static StoreSource From(IConfiguration configuration, string contentRoot) =>
        Of(configuration["Storage:Provider"] ?? "Sqlite", configuration["Storage:ConnectionString"], contentRoot);

    /// <summary>The store that provider and connection string name; see <see cref="From"/>.</summary>
    /// <exception cref="StoreUnusableException">The provider is not known or the connection string names no store of it.</exception>
    public static StoreSource Of(string provider, string? connectionString, string contentRoot) => provider.ToUpperInvariant() switch
    {
        "SQLITE" => new SqliteSource(StoreFile.From(connectionString, contentRoot)),
        "POSTGRES" or "POSTGRESQL" => new PostgresSource(PostgresSettings.Of(connectionString), Path.GetFullPath("data", contentRoot)),
        _ => throw new StoreUnusableException($"Storage:Provider is \"{provider}\"; known are Sqlite and Postgres."),
    };

    /// <summary>The store that a connection string alone names: <c>Host=…</c> is PostgreSQL, <c>Data Source=…</c> and a plain path are SQLite.</summary>
    /// <exception cref="StoreUnusableException">It names no store of a known engine.</exception>
    public static StoreSource Recognize(string connection, string contentRoot)
    {
        if (!connection.Contains('=', StringComparison.Ordinal))
        {
            return Of("Sqlite", new DbConnectionStringBuilder { ["Data Source"] = connection }.ToString(), contentRoot);
        }

        var builder = new DbConnectionStringBuilder();
        try
        {
            builder.ConnectionString = connection;
        }
        catch (ArgumentException)
        {
            // Said below, without the text: it may hold a password.
        }

        return PostgresNames.Any(builder.ContainsKey) ? Of("Postgres", connection, contentRoot)
            : SqliteNames.Any(builder.ContainsKey) ? Of("Sqlite", connection, contentRoot)
            : throw new StoreUnusableException("A connection has to name a SQLite file (Data Source=…) or a PostgreSQL database (Host=…;Database=…).");
    }

    /// <summary>Begins a transaction that sees one moment of the store and locks nobody out.</summary>
    public abstract DbTransaction BeginRead(DbConnection connection);

    /// <summary>The model on this engine, on a connection of its own.</summary>
    public abstract OrdersDb CreateContext();

    /// <summary>Makes what the store needs before its first connection, applies the migrations, gives older orders what they lack, and asserts the engine's promises.</summary>
    /// <exception cref="StoreUnusableException">Names a promise that the engine does not keep, or what its owner has to do first.</exception>
    internal async Task Migrate(CancellationToken cancellationToken)
    {
        await MigrateSchema(cancellationToken);
        await ListingFill.Run(this, cancellationToken);
        await SkuNameFill.Run(this, cancellationToken);
    }

    /// <inheritdoc cref="Migrate"/>
    protected abstract Task MigrateSchema(CancellationToken cancellationToken);

    /// <summary>Waits until no other transaction changes one of these orders, and keeps others away until this one ends. Orders that are not on record count too.</summary>
    internal abstract void LockOrders(DbTransaction transaction, IEnumerable<string> orderIds);

    /// <summary>Waits until no other process prepares a new store in a transaction, and keeps others from it until this one ends.</summary>
    internal abstract void LockSetup(DbTransaction transaction);

    /// <summary>A query for the keys of orders whose search text contains the folded text, by an index. For at least three characters.</summary>
    /// <param name="parameter">Takes a value and returns how the statement names it.</param>
    internal abstract string KeysOfText(StoreReading reading, string folded, Func<string, string> parameter);

    /// <summary>Whether so many orders contain the folded text that a page is found along the list, without its index. For at least three characters.</summary>
    internal virtual bool IsFrequent(StoreReading reading, string folded) => false;

    /// <summary>A column that is compared with a value while a page walks along another column's index.</summary>
    /// <param name="nothing">What makes an expression of the column and leaves its value as it is.</param>
    internal abstract string OffTheIndex(string column, string nothing);

    /// <summary>A select that is one of several, each sorted by an index, of which the first rows of all are wanted.</summary>
    /// <param name="order">The columns of the sort with their directions.</param>
    /// <param name="most">How many rows are wanted at most.</param>
    internal abstract string ArmOfUnion(string select, string order, string most);

    /// <summary>
    /// Rows <c>d</c> of one consumer by their keys, as a condition and a sort that make the engine walk an index that begins with the consumer.
    /// </summary>
    /// <param name="beyond">The parameter of the key behind which they begin, or before which; null: at the end.</param>
    internal abstract (string Condition, string Order) OfConsumer(string consumer, string? beyond, bool backward);

    /// <summary>The orders <c>o</c>, looked for by their keys and by nothing else.</summary>
    internal abstract string OrdersByKey { get; }

    /// <summary>Orders <c>o</c> found by their terms <c>t</c>, in the order in which those lie.</summary>
    internal abstract string DrivenByTerm { get; }

    /// <summary>What the engine's own check finds broken in its tables and indexes, a line each; empty: nothing, or the engine has no such check.</summary>
    internal abstract Task<IReadOnlyList<string>> Damages(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Whether the failure says that tables or indexes of the store are broken.</summary>
    internal abstract bool IsDamage(DbException failure);

    /// <summary>A condition for a column that holds a value of another type than it is for; null: the engine lets none in.</summary>
    internal virtual string? IsOfAnotherKind(string column, ColumnKind kind) => null;

    /// <summary>Ids of orders with a search text that the engine's search index does not know.</summary>
    internal abstract Task<IReadOnlyList<string>> NotInSearchIndex(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>The engine by name and version, and how much it keeps of this store.</summary>
    internal abstract Task<EngineView> Describe(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Backups of this store; null: the engine has its own tools.</summary>
    public virtual StoreBackups? Backups(TimeProvider time) => null;

    /// <summary>What asks the connection for rows.</summary>
    internal abstract StoreReads CreateReads(DbConnection connection);

    /// <summary>Leases a connection that only reads and has its statements prepared already.</summary>
    internal abstract ValueTask<StoreReading> OpenReading(CancellationToken cancellationToken);

    /// <summary>
    /// A number that is the same for as long as nobody, in whichever process, has committed anything to the store: what was read after one such
    /// number still holds at the next. Null: the engine has none that costs less than asking.
    /// </summary>
    internal virtual long? Pulse() => null;

    /// <summary>What runs a batch's writes on the connection.</summary>
    internal virtual StoreWrites CreateWrites(DbConnection connection) => new(connection);

    /// <summary>What of the store was in the way, where that is why something failed; null: something else.</summary>
    public StoreProblem? ProblemOf(Exception failure) => (failure is DbException database ? ProblemOf(database) : null) ?? failure switch
    {
        AggregateException several => several.InnerExceptions.Select(ProblemOf).FirstOrDefault(problem => problem is not null),
        { InnerException: { } inner } => ProblemOf(inner),
        _ => null,
    };

    /// <summary>Whether the failure is the store's (a full disk, a lost connection, a lock that nobody gives back), rather than a bug that one order meets.</summary>
    internal bool IsBroken(Exception failure) => failure switch
    {
        TransactionLostException or ChannelClosedException or OperationCanceledException => true,
        DbException database => IsBroken(database),
        _ => false,
    };

    /// <inheritdoc cref="ProblemOf(Exception)"/>
    protected abstract StoreProblem? ProblemOf(DbException failure);

    /// <inheritdoc cref="IsBroken(Exception)"/>
    protected abstract bool IsBroken(DbException failure);

    /// <summary>Keeps other copies into this store away until the result is disposed of, or the process ends; null: there is one.</summary>
    internal abstract Task<IAsyncDisposable?> LockCopy(CancellationToken cancellationToken);

    /// <summary>The fast way to fill this store while nobody else uses it.</summary>
    internal abstract BulkLoad OpenLoad();

    /// <summary>Lets commits on the connection reach the disk with the next of somebody else: for what may be done once more after a power cut.</summary>
    internal abstract void AllowLateFlush(DbConnection connection);

    /// <summary>Lets a transaction on the connection rest between its reads for as long as it takes.</summary>
    internal abstract void AllowPauses(DbConnection connection);

    /// <summary>The last key that the engine drew for the table's counted column; 0: none yet.</summary>
    internal abstract long LastKey(DbConnection connection, DbTransaction transaction, string table, string column);
}
