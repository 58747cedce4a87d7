using System.Data.Common;
using AdminOrders.Core.Orders;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The one writer: takes what waits into one transaction, commits once, then answers all. What the commands change is written together;
/// if that fails, the batch is done again with a savepoint for each command, so that a failure is that caller's alone.
/// A commit that fails answers all with the error, and nothing has happened.
/// </summary>
internal sealed partial class BatchWriter(
    WaitingCommands waiting, StoreSource source, PolicySetting policySetting, AnsweredPosts answered, TimeProvider time, ILogger logger)
{
    private const int MostDocuments = 1024;

    // Each order of a batch holds a lock of the server, which has some thousands for everybody.
    private const int MostDocumentsLocked = 256;

    // Who writes from another process needs a moment in which the store is free, or waits as long as the import runs.
    private static readonly TimeSpan LetOthersIn = TimeSpan.FromMilliseconds(1);

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
                if (source.WritesAlone && batch.IsOfDocuments)
                {
                    await Task.Delay(LetOthersIn);
                }
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

        batch.Learn(time.GetElapsedTime(began), store is not { OthersWrote: false });
        StorageMeter.CommandsPerCommit.Record(batch.Commands.Count);
        batch.Commands.ForEach(command => command.Tell());
        Committed();
    }

    private void HandleAll()
    {
        try
        {
            Handle();
        }
        catch (DbException failure) when (failure.IsTransient)
        {
            LogBatchRepeated(logger, batch.Commands.Count, failure);
            Drop();
            Handle();
        }

        Commit(store!);
    }

    private void Handle()
    {
        store ??= new OrderStore(source, answered);
        if (!HandleTogether(store))
        {
            HandleOneByOne(store);
        }
    }

    private void Commit(OrderStore open)
    {
        try
        {
            open.Commit();
        }
        catch (DbException failure) when (failure.IsTransient && open.Written is not null)
        {
            if (!WasCommitted(open.Written))
            {
                throw;
            }

            LogCommitFound(logger, batch.Commands.Count, failure);
        }
    }

    // The way to the engine broke while it committed. The orders' locks are free only when that transaction is over: then its rows tell.
    private bool WasCommitted(string historyId)
    {
        Drop();
        using var asking = new OrderStore(source, answered);
        asking.Begin(Requests());
        return asking.HasHistory(historyId);
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
            open.RollBack(failure);
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
        open.Begin(Requests());
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

    private List<OrderRequest> Requests() => batch.Commands.ConvertAll(command => command.Request);

    // The connection may be the cause: the next batch gets a new one.
    private void Fail(Exception failure)
    {
        batch.Commands.ForEach(command => command.TellFailure(failure));
        Drop();
    }

    private void Drop()
    {
        var broken = store;
        store = null;
        broken?.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} commands could not be written together and is written one by one: {Reason}")]
    private static partial void LogBatchDivided(ILogger logger, int count, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} commands is done again on a new connection; nothing of it had happened")]
    private static partial void LogBatchRepeated(ILogger logger, int count, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The connection was lost while a batch of {Count} commands was committed; it was committed")]
    private static partial void LogCommitFound(ILogger logger, int count, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "A batch of {Count} commands failed, and its callers are told so")]
    private static partial void LogBatchFailed(ILogger logger, int count, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "A command failed and was rolled back: {Command}")]
    private static partial void LogCommandFailed(ILogger logger, string command, Exception failure);
}
