using System.Data.Common;
using System.IO.Pipelines;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage.Export;

/// <summary>Writes an export on record, and tells once a second how far it is.</summary>
public sealed partial class ExportWriting(StoreSource source, OrderExport orders, OrderCounts counts, JobWatch watch, TimeProvider time, ILogger<ExportWriting> logger)
{
    private static readonly TimeSpan ToldEvery = TimeSpan.FromSeconds(1);
    private readonly ExportRecords records = new(source);

    /// <summary>Writes it and returns how many orders it holds.</summary>
    /// <param name="mayGoOn">Asked once a second.</param>
    /// <exception cref="OperationCanceledException">It may not go on, or nobody wants it any more.</exception>
    internal async Task<long> Write(PastExport export, PipeWriter output, Func<Task<bool>> mayGoOn, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var written = new Figure();
        var telling = Tell(export, written, mayGoOn, stop);
        try
        {
            return await orders.Write(export.Wish.Request, output, written, stop.Token);
        }
        finally
        {
            await stop.CancelAsync();
            await telling;
        }
    }

    private async Task Tell(PastExport export, Figure written, Func<Task<bool>> mayGoOn, CancellationTokenSource stop)
    {
        var total = Count(export, stop.Token);
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(ToldEvery, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stop.IsCancellationRequested && !await GoesOn(export, written.Value, total.IsCompletedSuccessfully ? await total : null, mayGoOn))
            {
                await stop.CancelAsync();
            }
        }

        await total;
    }

    private async Task<bool> GoesOn(PastExport export, long written, long? total, Func<Task<bool>> mayGoOn)
    {
        try
        {
            var goesOn = await mayGoOn() && await records.Tell(export, written, total, CancellationToken.None);
            watch.Moved();
            return goesOn;
        }
        catch (DbException failure)
        {
            // It is told again in a second; where another process has begun it meanwhile, the end of this one is passed over.
            LogUntold(export.Id, failure);
            return true;
        }
    }

    private async Task<long?> Count(PastExport export, CancellationToken cancellationToken)
    {
        try
        {
            var count = await counts.AtOnce(export.Wish.Request.Filter, cancellationToken);
            return count.IsAll ? count.Orders : null;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // It was written before it was counted; the engine says in its own way that it was interrupted.
            return null;
        }
        catch (DbException failure)
        {
            // Only how long the bar is is not known then.
            LogUncounted(export.Id, failure);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "How far export {Export} is could not be told; it is told again in a second")]
    private partial void LogUntold(string export, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "How many orders export {Export} will hold could not be counted; it goes on without")]
    private partial void LogUncounted(string export, Exception failure);

    private sealed class Figure : IProgress<long>
    {
        private long value;

        public long Value => Volatile.Read(ref value);

        public void Report(long value) => Volatile.Write(ref this.value, value);
    }
}
