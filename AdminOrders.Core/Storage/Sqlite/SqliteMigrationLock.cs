using Microsoft.Data.Sqlite;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// Lets one process at a time migrate a file. The lock is the operating system's and ends with its process; EF Core's own is a row of the store,
/// which a process that is killed leaves behind, and for which the next would wait for ever.
/// </summary>
internal sealed class SqliteMigrationLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly FileLock held;

    private SqliteMigrationLock(FileLock held) => this.held = held;

    /// <summary>Waits until no other process migrates the file, and takes away what one that was killed has left.</summary>
    public static async Task<SqliteMigrationLock> Take(string connectionString, CancellationToken cancellationToken)
    {
        var path = new SqliteConnectionStringBuilder(connectionString).DataSource;
        while (true)
        {
            if (FileLock.TryTake(path + ".migrating") is { } held)
            {
                var taken = new SqliteMigrationLock(held);
                taken.TakeAwayWhatIsLeft(path, connectionString);
                return taken;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    public void Dispose() => held.Dispose();

    private void TakeAwayWhatIsLeft(string path, string connectionString)
    {
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """SELECT COUNT(*) FROM "sqlite_master" WHERE "name" = '__EFMigrationsLock'""";
            if (command.ExecuteScalar() is 1L)
            {
                command.CommandText = """DELETE FROM "__EFMigrationsLock" """;
                command.ExecuteNonQuery();
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }
}
