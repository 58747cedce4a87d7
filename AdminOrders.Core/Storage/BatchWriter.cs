using System.Threading.Channels;
using AdminOrders.Core.Orders;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The one writer: takes what waits, up to 64 commands, into one transaction with a savepoint each, commits once, then answers all.
/// A commit that fails answers all with the error, and nothing has happened.
/// </summary>
internal sealed partial class BatchWriter(
    ChannelReader<QueuedCommand> queue, StoreSource source, PolicySetting policySetting, TimeProvider time, ILogger logger)
{
    private const int LargestBatch = 64;
    private readonly List<QueuedCommand> batch = new(LargestBatch);
    private OrderStore? store;

    /// <summary>After each commit; it must not throw.</summary>
    public Action Committed { get; set; } = static () => { };

    /// <summary>Works until the queue is completed and empty.</summary>
    public async Task Run()
    {
        try
        {
            while (await queue.WaitToReadAsync())
            {
                WriteBatch();
            }
        }
        finally
        {
            store?.Dispose();
        }
    }

    private void WriteBatch()
    {
        batch.Clear();
        try
        {
            HandleAll();
        }
        catch (Exception failure)
        {
            LogBatchFailed(logger, batch.Count, failure);
            Fail(failure);
            return;
        }

        StorageMeter.CommandsPerCommit.Record(batch.Count);
        batch.ForEach(command => command.Tell());
        Committed();
    }

    private void HandleAll()
    {
        while (TakeNext())
        {
        }

        store ??= new OrderStore(source);
        store.Begin(batch.Select(command => command.Request.OrderId));
        var policy = policySetting.Of(store.Setting(PolicySetting.Name));
        var judge = new CommandJudge(store, time);
        for (var handled = 0; handled < batch.Count || (source.WritesAlone && TakeNext()); handled++)
        {
            Handle(judge, batch[handled], policy);
        }

        store.Commit();
    }

    // Where the transaction has the store for itself, who comes while others are being handled still goes into this commit.
    private bool TakeNext()
    {
        if (batch.Count == LargestBatch || !queue.TryRead(out var command))
        {
            return false;
        }

        batch.Add(command);
        return true;
    }

    private void Handle(CommandJudge judge, QueuedCommand command, Policy policy)
    {
        try
        {
            command.Keep(judge.Handle(command.Request, policy));
        }
        catch (Exception failure) when (failure is not TransactionLostException)
        {
            LogCommandFailed(logger, command.Request.Command.GetType().Name, failure);
            command.Keep(failure);
        }
    }

    // The connection may be the cause: the next batch gets a new one.
    private void Fail(Exception failure)
    {
        var broken = store;
        store = null;
        batch.ForEach(command => command.TellFailure(failure));
        broken?.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A batch of {Count} commands was not committed; nothing of it happened")]
    private static partial void LogBatchFailed(ILogger logger, int count, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "A command failed and was rolled back: {Command}")]
    private static partial void LogCommandFailed(ILogger logger, string command, Exception failure);
}

/// <summary>A command on its way, and who waits for its answer.</summary>
internal sealed class QueuedCommand(OrderRequest request)
{
    private readonly TaskCompletionSource<Answer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Answer? kept;
    private Exception? failure;

    public OrderRequest Request => request;

    public Task<Answer> Answer => answer.Task;

    /// <summary>Remembers the answer until the commit.</summary>
    public void Keep(Answer decided) => kept = decided;

    public void Keep(Exception thrown) => failure = thrown;

    /// <summary>Tells what was kept.</summary>
    public void Tell()
    {
        if (failure is null)
        {
            answer.SetResult(kept!);
        }
        else
        {
            answer.SetException(failure);
        }
    }

    public void TellFailure(Exception thrown) => answer.SetException(thrown);
}
