using Microsoft.Data.Sqlite;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// The connections to a file that only read. They are opened when all others are leased, and as many are kept as there are threads that could use
/// them at once, each with its statements and its pages. One on which something failed is closed.
/// </summary>
internal sealed class SqliteReadings(StoreFile file) : IDisposable
{
    private static readonly int MostKept = Math.Max(4, 2 * Environment.ProcessorCount);
    private readonly Lock gate = new();
    private readonly Stack<SqliteReadingConnection> free = [];
    private bool isDisposed;

    /// <summary>Leases a connection until the result is disposed of.</summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteReading Lease()
    {
        lock (gate)
        {
            if (free.TryPop(out var known))
            {
                return new(this, known);
            }
        }

        return new(this, Open());
    }

    /// <summary>A connection for whoever keeps it.</summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteReadingConnection Open() => new(file);

    /// <summary>Takes back what was leased.</summary>
    public void Return(SqliteReadingConnection connection)
    {
        lock (gate)
        {
            if (connection.IsReusable && !isDisposed && free.Count < MostKept)
            {
                free.Push(connection);
                return;
            }
        }

        connection.Dispose();
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            while (free.TryPop(out var connection))
            {
                connection.Dispose();
            }
        }
    }
}
