using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>A lease of one of the store's reading connections. The engine works on the thread that asks, so nothing here waits.</summary>
internal sealed class SqliteReading(SqliteReadings readings, SqliteReadingConnection connection) : StoreReading
{
    private bool isGivenBack;

    public override StoreReads Reads => connection.Reads;

    public override Task<List<T>> Read<T>(SqlQuery query, Func<DbDataReader, T> view, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var interrupting = cancellationToken.UnsafeRegister(static state => ((SqliteReadingConnection)state!).Interrupt(), connection);
        try
        {
            return Task.FromResult(All(query, view));
        }
        catch (SqliteException interrupted) when (cancellationToken.IsCancellationRequested && IsInterruption(interrupted))
        {
            throw new OperationCanceledException(interrupted.Message, interrupted, cancellationToken);
        }
        catch (SqliteException)
        {
            connection.Spoil();
            throw;
        }
    }

    public override ValueTask HoldMoment(CancellationToken cancellationToken)
    {
        connection.Begin();
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        if (!isGivenBack)
        {
            isGivenBack = true;
            EndTransaction();
            readings.Return(connection);
        }

        return ValueTask.CompletedTask;
    }

    // Interrupted while it opens the index of texts, the engine says only that this failed; the next statement opens it again.
    private static bool IsInterruption(SqliteException failure) => failure.SqliteErrorCode == raw.SQLITE_INTERRUPT
        || (failure.SqliteErrorCode == raw.SQLITE_ERROR && failure.Message.Contains("vtable constructor failed", StringComparison.Ordinal));

    private List<T> All<T>(SqlQuery query, Func<DbDataReader, T> view)
    {
        StorageMeter.Reads.Add(1);
        var statement = connection.StatementOf(query.Text);
        try
        {
            var all = new List<T>();
            using var rows = statement.Read(query.Parameters);
            while (rows.Read())
            {
                all.Add(view(rows));
            }

            return all;
        }
        finally
        {
            connection.Finish(query.Text, statement);
        }
    }

    private void EndTransaction()
    {
        if (!connection.IsInTransaction)
        {
            return;
        }

        try
        {
            connection.End();
        }
        catch (SqliteException)
        {
            // Closing it ends the transaction too.
            connection.Spoil();
        }
    }
}
