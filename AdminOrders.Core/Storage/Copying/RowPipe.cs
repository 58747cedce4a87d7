using System.Collections.Concurrent;

namespace AdminOrders.Core.Storage.Copying;

/// <summary>Hands rows to a writer that works on a thread of its own, so that one side is read while the other is written; only a few rows are on their way.</summary>
internal sealed class RowPipe : IDisposable
{
    private const int RowsAtOnce = 250;
    private const int MostWaiting = 4;
    private readonly BlockingCollection<List<object?[]>> waiting = new(MostWaiting);
    private readonly CancellationTokenSource stopped = new();
    private readonly Task writing;
    private List<object?[]> filling = new(RowsAtOnce);

    public RowPipe(Action<object?[]> write) => writing = Task.Run(() => WriteAll(write));

    /// <summary>Hands a row over. Throws what the writer threw at this row or one before it.</summary>
    public void Add(object?[] values)
    {
        filling.Add(values);
        if (filling.Count == RowsAtOnce)
        {
            HandOver();
        }
    }

    /// <summary>Waits until every row is written. Throws what the writer threw.</summary>
    public void Complete()
    {
        HandOver();
        waiting.CompleteAdding();
        writing.GetAwaiter().GetResult();
    }

    /// <summary>The writer has ended when this returns, whatever became of the rows.</summary>
    public void Dispose()
    {
        stopped.Cancel();
        ((IAsyncResult)writing).AsyncWaitHandle.WaitOne();
        stopped.Dispose();
        waiting.Dispose();
    }

    private void HandOver()
    {
        try
        {
            waiting.Add(filling, stopped.Token);
            filling = new(RowsAtOnce);
        }
        catch (OperationCanceledException)
        {
            writing.GetAwaiter().GetResult();
        }
    }

    private void WriteAll(Action<object?[]> write)
    {
        try
        {
            foreach (var rows in waiting.GetConsumingEnumerable(stopped.Token))
            {
                rows.ForEach(write);
            }
        }
        finally
        {
            // Who waits for room is let go.
            stopped.Cancel();
        }
    }
}
