using Microsoft.Data.Sqlite;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>Where the store lies.</summary>
/// <param name="ConnectionString">With an absolute path.</param>
/// <param name="Folder">The folder of the database file, absolute.</param>
internal sealed record StoreFile(string ConnectionString, string Folder)
{
    private const string DefaultConnectionString = "Data Source=data/orders.db";

    /// <summary>The file that the connection string names, or the default one; a relative path begins at <paramref name="contentRoot"/>.</summary>
    /// <exception cref="StoreUnusableException">The connection string names no file.</exception>
    public static StoreFile From(string? connectionString, string contentRoot)
    {
        var builder = Parse(connectionString ?? DefaultConnectionString);
        builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        builder.ForeignKeys = true;
        return new(builder.ToString(), Path.GetDirectoryName(builder.DataSource)!);
    }

    private static SqliteConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString);
            if (builder.DataSource is not ("" or ":memory:"))
            {
                return builder;
            }
        }
        catch (ArgumentException)
        {
            // Said below, without the text: it may be a server's, with a password.
        }

        throw new StoreUnusableException("Storage:ConnectionString has to name a file: Data Source=…");
    }
}
