using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Core.Storage;

/// <summary>Where the store lies.</summary>
/// <param name="ConnectionString">With an absolute path.</param>
/// <param name="Folder">The folder of the database file, absolute.</param>
public sealed record StoreFile(string ConnectionString, string Folder)
{
    private const string DefaultConnectionString = "Data Source=data/orders.db";

    /// <summary>Reads <c>Storage:Provider</c> (Sqlite) and <c>Storage:ConnectionString</c>; a relative path begins at <paramref name="contentRoot"/>.</summary>
    /// <exception cref="InvalidOperationException">The provider is not known or the connection string names no file.</exception>
    public static StoreFile From(IConfiguration configuration, string contentRoot)
    {
        var provider = configuration["Storage:Provider"] ?? "Sqlite";
        if (!provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"Storage:Provider is \"{provider}\"; this version knows Sqlite.");
        }

        var builder = new SqliteConnectionStringBuilder(configuration["Storage:ConnectionString"] ?? DefaultConnectionString);
        if (builder.DataSource.Length == 0 || builder.DataSource == ":memory:")
        {
            throw new InvalidOperationException("Storage:ConnectionString has to name a file: Data Source=…");
        }

        builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        builder.ForeignKeys = true;
        return new(builder.ToString(), Path.GetDirectoryName(builder.DataSource)!);
    }
}
