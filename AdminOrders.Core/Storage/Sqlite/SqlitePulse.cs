using Microsoft.Data.Sqlite;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// Notices commits: the engine's <c>data_version</c> on a connection that never writes changes with every commit of anybody, in this process or
/// another, and costs about two microseconds.
/// </summary>
internal sealed class SqlitePulse(SqliteReadings readings) : IDisposable
{
    private readonly Lock gate = new();
    private SqliteReadingConnection? connection;
    private SqliteStatement? version;
    private long opened;

    /// <summary>As long as it is the same, nothing was committed in between.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public long Read()
    {
        lock (gate)
        {
            try
            {
                using var rows = (version ?? Open()).Read(ReadOnlySpan<object>.Empty);
                return rows.Read() ? (opened << 32) | (uint)rows.GetInt64(0) : throw new InvalidOperationException("The engine has no data_version.");
            }
            catch (SqliteException)
            {
                Close();
                throw;
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            Close();
        }
    }

    // Another connection counts from another number, which may be one that was there before.
    private SqliteStatement Open()
    {
        connection = readings.Open();
        opened++;
        return version = connection.StatementOf("PRAGMA data_version");
    }

    private void Close()
    {
        version?.Dispose();
        connection?.Dispose();
        (version, connection) = (null, null);
    }
}
