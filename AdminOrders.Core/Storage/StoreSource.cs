using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace AdminOrders.Core.Storage;

/// <summary>Connections to the store outside EF Core, set up as the engine needs it. A plain transaction on one is for writing.</summary>
public abstract class StoreSource : DbDataSource
{
    /// <summary>Begins a transaction that sees one moment of the store and locks nobody out.</summary>
    public abstract DbTransaction BeginRead(DbConnection connection);
}

internal sealed class SqliteSource(StoreFile file) : StoreSource
{
    public override string ConnectionString => file.ConnectionString;

    public override DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

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
