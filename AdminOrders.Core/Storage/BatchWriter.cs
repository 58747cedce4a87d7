using AdminOrders.Core.Orders;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The one writer: takes what waits into one transaction, commits once, then answers all. What the commands change is written together;
/// if that fails, the batch is done again with a savepoint for each command, so that a failure is that caller's alone.
/// A commit that fails answers all with the error, and nothing has happened.
/// </summary>
internal sealed partial class BatchWriter(
    WaitingCommands waiting, StoreSource source, PolicySetting policySetting, TimeProvider time, ILogger logger)
{
    private const int MostDocuments = 1024;

    // Each order of a batch holds a lock of the server, which has some thousands for everybody.
    private const int MostDocumentsLocked = 256;

    private readonly Batch batch = new(waiting, source.WritesAlone ? MostDocuments : MostDocumentsLocked);
    private OrderStore? store;

    /// <summary>After each commit; it must not throw.</summary>
    public Action Committed { get; set; } = static () => { };

    /// <summary>Works until the queue is completed and empty.</summary>
    public async Task Run()
    {
        try
        {
            while (await waiting.Wait())
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
        batch.Begin();
        var began = time.GetTimestamp();
        try
        {
            HandleAll();
        }
        catch (Exception failure)
        {
            LogBatchFailed(logger, batch.Commands.Count, failure);
            Fail(failure);
            return;
        }

        batch.Learn(time.GetElapsedTime(began));
        StorageMeter.CommandsPerCommit.Record(batch.Commands.Count);
        batch.Commands.ForEach(command => command.Tell());
        Committed();
    }

    private void HandleAll()
    {
        store ??= new OrderStore(source);
        if (!HandleTogether(store))
        {
            HandleOneByOne(store);
        }

        store.Commit();
    }

    // Where the transaction has the store for itself, who comes while others are being handled still goes into this commit.
    private bool HandleTogether(OrderStore open)
    {
        var (judge, policy) = Begin(open);
        try
        {
            for (var handled = 0; handled < batch.Commands.Count || (source.WritesAlone && batch.TakeNext()); handled++)
            {
                var command = batch.Commands[handled];
                if (open.IsWaiting(command.Request.OrderId))
                {
                    open.Flush();
                }

                Handle(command, () => judge.Handle(command.Request, policy));
            }

            open.Flush();
            return true;
        }
        catch (Exception failure)
        {
            LogBatchDivided(logger, batch.Commands.Count, failure.Message);
            open.RollBack();
            return false;
        }
    }

    private void HandleOneByOne(OrderStore open)
    {
        var (judge, policy) = Begin(open);
        foreach (var command in batch.Commands)
        {
            Handle(command, () => open.InSavepoint(() => judge.Handle(command.Request, policy)));
        }
    }

    private (CommandJudge Judge, Policy Policy) Begin(OrderStore open)
    {
        open.Begin([.. batch.Commands.Select(command => command.Request.OrderId)]);
        return (new CommandJudge(open, time), policySetting.Of(open.Setting(PolicySetting.Name)));
    }

    private void Handle(QueuedCommand command, Func<Answer> handle)
    {
        try
        {
            command.Keep(handle());
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
        batch.Commands.ForEach(command => command.TellFailure(failure));
        broken?.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} commands could not be written together and is written one by one: {Reason}")]
    private static partial void LogBatchDivided(ILogger logger, int count, string reason);

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
    public void Keep(Answer decided) => (kept, failure) = (decided, null);

    public void Keep(Exception thrown) => (kept, failure) = (null, thrown);

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
