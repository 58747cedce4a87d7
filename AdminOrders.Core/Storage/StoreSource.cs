using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace AdminOrders.Core.Storage;

/// <summary>Connections to the store outside EF Core, set up as the engine needs it. A plain transaction on one is for writing.</summary>
public abstract class StoreSource : DbDataSource
{
    /// <summary>Begins a transaction that sees one moment of the store and locks nobody out.</summary>
    public abstract DbTransaction BeginRead(DbConnection connection);

    /// <summary>What the engine's own check finds broken in its tables and indexes, a line each; empty: nothing, or the engine has no such check.</summary>
    internal abstract Task<IReadOnlyList<string>> Damages(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Ids of orders with a search text that the engine's search index does not know.</summary>
    internal abstract Task<IReadOnlyList<string>> NotInSearchIndex(DbConnection connection, CancellationToken cancellationToken);
}

internal sealed class SqliteSource(StoreFile file) : StoreSource
{
    public override string ConnectionString => file.ConnectionString;

    public override DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    // CHECKs are asked by name elsewhere.
    internal override async Task<IReadOnlyList<string>> Damages(DbConnection connection, CancellationToken cancellationToken)
    {
        var lines = await connection.Read(new("PRAGMA integrity_check", []), row => row.GetString(0), cancellationToken);
        return lines.FindAll(line => line != "ok" && !line.StartsWith("CHECK constraint failed", StringComparison.Ordinal));
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
