using System.Data.Common;
using System.Diagnostics;
using AdminOrders.Core.Orders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage.Bulk;

/// <summary>
/// Looks at drafts and works off what was begun, a page of orders of each job in turn. One process does it at a time: who holds the lease. It can be killed
/// at any moment: what became of an order is recorded with the order, and the next process goes on with those that wait.
/// </summary>
internal sealed partial class BulkRunner(StoreSource source, OrderWorkflow workflow, BulkOutlook outlook, ActorReader actors, JobWatch watch, TimeProvider time, ILogger<BulkRunner> logger)
    : BackgroundService
{
    internal const string LeaseName = "bulk";
    private const int PageSize = 128;

    // A holder that is killed holds up the others for as long as it had the lease.
    internal static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CountedEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan DraftsKept = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestCollecting = TimeSpan.FromMinutes(10);
    private readonly Lease lease = new(source, LeaseName, LeaseLength);

    /// <summary>A page of every job that has something to be looked at or done, unless another process does it; false: there was nothing to do here.</summary>
    public async Task<bool> Turn(CancellationToken cancellationToken)
    {
        var jobs = await BulkWork.Read(source, cancellationToken);
        if (jobs.Count == 0 || !await lease.Take(time.GetUtcNow(), cancellationToken))
        {
            return false;
        }

        using var store = await BulkStore.Open(source, cancellationToken);
        foreach (var job in jobs)
        {
            await (job.State is BulkState.Running ? Work(store, job, cancellationToken) : Look(store, job, cancellationToken));
        }

        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var loop = new JobLoop(time, Turn, ForgetOld, LogTurnFailed);
        watch.WhenWanted(loop.Wake);
        await loop.Run(stoppingToken);
    }

    private async Task ForgetOld(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        using var store = await BulkStore.Open(source, cancellationToken);
        store.ForgetOld(now - DraftsKept, now - LongestCollecting);
    }

    private async Task Look(BulkStore store, BulkWork job, CancellationToken cancellationToken)
    {
        if (await actors.Find(job.ActorId, cancellationToken) is not { } actor)
        {
            store.Forget(job.Id);
            return;
        }

        var began = time.GetTimestamp();
        int? place = 0;
        while (place is { } after && time.GetElapsedTime(began) < CountedEvery)
        {
            place = await outlook.LookAtPage(store, job, actor, after, cancellationToken);
        }

        store.Together(() =>
        {
            store.LookedAt(job.Id);
            store.Count(job.Id);
        });
        watch.Moved();
    }

    private async Task Work(BulkStore store, BulkWork job, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        int? place = 0;
        while (place is { } after && time.GetElapsedTime(began) < CountedEvery)
        {
            place = await WorkPage(store, job, after, cancellationToken);
        }

        // Nobody reads of an end without its figures.
        store.Together(() =>
        {
            if (store.End(job.Id, time.GetUtcNow()))
            {
                LogEnded(job.Id);
            }

            store.Count(job.Id);
        });
        watch.Moved();
    }

    // The last place of the page; null: nothing more of this job now.
    private async Task<int?> WorkPage(BulkStore store, BulkWork job, int after, CancellationToken cancellationToken)
    {
        var actor = await actors.Find(job.ActorId, cancellationToken);
        if (actor is null || !MayDo(job.Command, actor))
        {
            store.Move(job.Id, BulkState.Running, BulkState.Paused, time.GetUtcNow(), actor is null ? BulkObstacle.ActorGone : BulkObstacle.MayNot);
            return null;
        }

        var page = await job.Next(source, after, PageSize, cancellationToken);
        await Task.WhenAll(page.Select(item => Send(store, job, item, actor)));
        return page.Count == PageSize && await lease.Take(time.GetUtcNow(), cancellationToken) ? page[^1].Ref.Place : null;
    }

    private static bool MayDo(OrderCommand command, Actor actor) =>
        actor.Side is not Side.Store || (Rules.ResourceFor(command) is { } resource && actor.May(resource));

    private async Task Send(BulkStore store, BulkWork job, BulkWorkItem item, Actor actor)
    {
        if (item.IsUnknown)
        {
            Close(store, item, BulkOutcome.Refused, Refusal.NotFound, null);
            return;
        }

        try
        {
            await workflow.Send(new(item.OrderId, job.CommandFor(item), actor) { Item = item.Ref });
        }
        catch (Exception failure) when (source.ProblemOf(failure) is null && failure is not DbException { IsTransient: true })
        {
            // One order that breaks does not keep the others: it is listed with its trace, and who looks finds the log.
            var trace = Activity.Current?.TraceId.ToHexString() ?? ActivityTraceId.CreateRandom().ToHexString();
            LogItemFailed(job.Id, trace, failure);
            Close(store, item, BulkOutcome.Failed, null, trace);
        }
    }

    private void Close(BulkStore store, BulkWorkItem item, BulkOutcome outcome, Refusal? refusal, string? trace)
    {
        lock (store)
        {
            store.Close(item.Ref, outcome, refusal, trace, time.GetUtcNow());
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Bulk jobs could not be read or recorded; they are tried again")]
    private partial void LogTurnFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Bulk job {Job} is done")]
    private partial void LogEnded(string job);

    [LoggerMessage(Level = LogLevel.Error, Message = "An order of bulk job {Job} failed; the others go on. Trace {Trace}")]
    private partial void LogItemFailed(string job, string trace, Exception failure);
}
