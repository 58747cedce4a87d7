using Npgsql;

namespace AdminOrders.Core.Storage.Postgres;

/// <summary>How the store's database is reached.</summary>
/// <param name="ConnectionString">For the daily work: what hangs does not hold up the other servers for long.</param>
/// <param name="MigrationConnectionString">Without limits of time: a migration of a large store takes as long as it takes.</param>
internal sealed record PostgresSettings(string ConnectionString, string MigrationConnectionString)
{
    // A server that stops while it holds locks (a frozen machine, a cut cable) would otherwise hold up everybody for ever.
    private const string Limits = "-c lock_timeout=10s -c idle_in_transaction_session_timeout=30s";

    /// <summary>Completes a connection string of the owner.</summary>
    /// <exception cref="StoreUnusableException">It names no database of a server.</exception>
    public static PostgresSettings Of(string? connectionString)
    {
        var daily = Parse(connectionString);
        daily.ApplicationName ??= "AdminOrders";
        var migration = new NpgsqlConnectionStringBuilder(daily.ToString()) { CommandTimeout = 0, Pooling = false };
        daily.Options = daily.Options is { } own ? $"{Limits} {own}" : Limits;
        return new(daily.ToString(), migration.ToString());
    }

    private static NpgsqlConnectionStringBuilder Parse(string? connectionString)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString);
            if (!string.IsNullOrEmpty(builder.Host) && !string.IsNullOrEmpty(builder.Database))
            {
                return builder;
            }
        }
        catch (ArgumentException)
        {
            // Said below, without the text: it may hold a password.
        }

        throw new StoreUnusableException("Storage:ConnectionString has to name a PostgreSQL database: Host=…;Database=…;Username=…;Password=…");
    }
}
