using Microsoft.Data.Sqlite;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// Lets one process at a time migrate a file. The lock is the operating system's and ends with its process; EF Core's own is a row of the store,
/// which a process that is killed leaves behind, and for which the next would wait for ever.
/// </summary>
internal sealed class SqliteMigrationLock : IDisposable
{
    // How systems say that another process has a file open alone: EAGAIN on Linux, EAGAIN on macOS, ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly FileStream held;

    private SqliteMigrationLock(FileStream held) => this.held = held;

    /// <summary>Waits until no other process migrates the file, and takes away what one that was killed has left.</summary>
    public static async Task<SqliteMigrationLock> Take(string connectionString, CancellationToken cancellationToken)
    {
        var path = new SqliteConnectionStringBuilder(connectionString).DataSource;
        while (true)
        {
            try
            {
                var taken = new SqliteMigrationLock(new FileStream(
                    path + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
                taken.TakeAwayWhatIsLeft(path, connectionString);
                return taken;
            }
            catch (IOException busy) when (HeldByAnother.Contains(busy.HResult))
            {
                await Task.Delay(Pause, cancellationToken);
            }
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
