using System.Data.Common;
using System.Diagnostics;
using System.IO.Pipelines;
using AdminOrders.Core.Orders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage.Export;

/// <summary>
/// Writes the exports that wait, the oldest first. One process does it at a time: who holds the lease. It can be killed at any moment: the next process begins
/// what was left anew, in a file of its own.
/// </summary>
internal sealed partial class ExportRunner(
    StoreSource source, ExportWriting writing, ExportFiles files, ActorReader actors, JobWatch watch, TimeProvider time, ILogger<ExportRunner> logger)
    : BackgroundService
{
    internal const string LeaseName = "exports";

    /// <summary>What was cut off so often takes the process with it.</summary>
    internal const int MostBeginnings = 5;

    // A holder that is killed holds up the others for as long as it had the lease.
    private static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestSending = TimeSpan.FromDays(1);
    private readonly Lease lease = new(source, LeaseName, LeaseLength);
    private readonly ExportRecords records = new(source);

    /// <summary>Writes one, unless another process does it; false: there was nothing to do here.</summary>
    public async Task<bool> Turn(CancellationToken cancellationToken)
    {
        if (await records.Next(cancellationToken) is not { } waiting || !await lease.Take(time.GetUtcNow(), cancellationToken))
        {
            return false;
        }

        if (await records.Begin(waiting, time.GetUtcNow(), cancellationToken) is { } export)
        {
            watch.Moved();
            await Work(export, cancellationToken);
            watch.Moved();
        }

        return true;
    }

    /// <summary>Deletes files that were kept long enough, and those that nobody knows.</summary>
    public async Task Tidy(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await records.Expire(now, now - LongestSending, cancellationToken);
        await files.Sweep(id => records.Find(id, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var loop = new JobLoop(time, Turn, Tidy, LogTurnFailed);
        watch.WhenWanted(loop.Wake);
        await loop.Run(stoppingToken);
    }

    private async Task Work(PastExport export, CancellationToken cancellationToken)
    {
        var obstacle = export.Beginnings > MostBeginnings ? ExportFailure.CutOff : await ObstacleTo(export, cancellationToken);
        if (obstacle is { } failed)
        {
            await records.End(export with { State = ExportState.Failed, Failure = failed, EndedAt = time.GetUtcNow() }, cancellationToken);
            return;
        }

        try
        {
            await WriteFile(export, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Who stopped it has said why. A process that ends lets another go on at once.
            await LeaveOff(export, cancellationToken.IsCancellationRequested);
        }
        catch (Exception failure) when (source.ProblemOf(failure) is null && failure is not DbException { IsTransient: true })
        {
            // One export that breaks does not keep the others: it is listed with its trace, and who looks finds the log.
            var trace = Activity.Current?.TraceId.ToHexString() ?? ActivityTraceId.CreateRandom().ToHexString();
            LogFailed(export.Id, trace, failure);
            await records.End(export with { State = ExportState.Failed, Failure = ExportFailure.Broke, Trace = trace, EndedAt = time.GetUtcNow() }, CancellationToken.None);
            files.Delete(export);
        }
    }

    private async Task WriteFile(PastExport export, CancellationToken cancellationToken)
    {
        PastExport done;
        await using (var file = files.Create(export))
        {
            var output = PipeWriter.Create(file, new StreamPipeWriterOptions(leaveOpen: true));
            var orders = await writing.Write(export, output, () => MayGoOn(export, cancellationToken), cancellationToken);
            await output.CompleteAsync();
            file.Flush(flushToDisk: true);
            var now = time.GetUtcNow();
            done = export with { State = ExportState.Done, Written = orders, Total = orders, Bytes = file.Length, EndedAt = now, ExpiresAt = now + files.KeptFor };
        }

        if (!await records.End(done, CancellationToken.None))
        {
            files.Delete(export);
        }
        else
        {
            LogDone(export.Id, done.Written);
        }
    }

    private async Task LeaveOff(PastExport export, bool isEnding)
    {
        files.Delete(export);
        if (isEnding)
        {
            await records.PutBack(export, CancellationToken.None);
            await lease.GiveBack(CancellationToken.None);
        }
    }

    private async Task<bool> MayGoOn(PastExport export, CancellationToken cancellationToken) =>
        await lease.Take(time.GetUtcNow(), cancellationToken) && await ObstacleTo(export, cancellationToken) is null;

    // What they may is asked anew: what they may not have any more is not laid ready for them.
    private async Task<ExportFailure?> ObstacleTo(PastExport export, CancellationToken cancellationToken) => await actors.Find(export.ActorId, cancellationToken) switch
    {
        null => ExportFailure.ActorGone,
        var actor when !actor.May(Resource.ListOrders) || (export.Wish.Request.IsPersonal && !actor.May(Resource.ViewOrder)) => ExportFailure.MayNot,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Exports could not be read or recorded; they are tried again")]
    private partial void LogTurnFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Export {Export} is done: {Orders} orders")]
    private partial void LogDone(string export, long orders);

    [LoggerMessage(Level = LogLevel.Error, Message = "Export {Export} failed; the others go on. Trace {Trace}")]
    private partial void LogFailed(string export, string trace, Exception failure);
}
