using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// Copies the write-ahead log into the file beside the writer, not inside a commit: nobody who changes an order waits for it, and a page that
/// many commits change is copied once. The writer starts the log anew when it finds everything copied.
/// </summary>
internal sealed class SqliteCheckpoints(DbDataSource source) : IDisposable
{
    // About a page a row: a checkpoint for each 16 MB of the log.
    private const int RowsBetween = 4_096;
    private int rows;
    private Task running = Task.CompletedTask;

    /// <summary>So many rows were committed.</summary>
    public void Wrote(int committed)
    {
        rows += committed;
        if (rows >= RowsBetween && running.IsCompleted)
        {
            rows = 0;
            running = Task.Run(Checkpoint);
        }
    }

    public void Dispose() => running.Wait();

    private void Checkpoint()
    {
        using var connection = source.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // As with the engine's own checkpoints: the log keeps what could not be copied, and the next one copies it.
        }
    }
}
