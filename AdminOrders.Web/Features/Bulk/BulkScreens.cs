using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Web.Features.Account;

namespace AdminOrders.Web.Features.Bulk;

/// <summary>Reads and changes bulk jobs for who uses this page: who may list orders sees them, who may cancel orders holds and ends them, who made one begins it.</summary>
internal sealed class BulkScreens(BulkReader reader, BulkJobs jobs, CancellationReasons reasons, CurrentUser currentUser)
{
    private const int PageSize = 50;
    private static readonly BulkItems NoItems = new([], null, null);

    /// <summary>The screen for the address; null where its reader may not list orders.</summary>
    public async Task<BulkScreen?> ReadAsync(BulkQuery query, CancellationToken cancellationToken)
    {
        if (await currentUser.ReadAsync(cancellationToken) is not { } user || !user.May(Resource.ListOrders))
        {
            return null;
        }

        var job = await reader.Find(query.JobId, cancellationToken);
        return new(
            query, job, job is null ? NoItems : await reader.Items(query.JobId, query.Filter, query.From, PageSize, cancellationToken), user.Actor,
            [.. (await reasons.List(cancellationToken)).Where(reason => reason.IsOfferedTo(ReasonChoosers.Store))], await reasons.Labels(cancellationToken));
    }

    /// <summary>The screen as things are now: the same where nothing of it changed.</summary>
    public async Task<BulkScreen?> FollowAsync(BulkScreen before, CancellationToken cancellationToken)
    {
        var now = await ReadAsync(before.Query, cancellationToken);
        return now is { Job: { } job } && job.Version == before.Job?.Version && now.Items.Rows.SequenceEqual(before.Items.Rows) && now.MayHold == before.MayHold ? before : now;
    }

    /// <summary>The jobs that somebody began, the newest first; null where who asks may not list orders.</summary>
    public async Task<IReadOnlyList<BulkJobView>?> NewestAsync(int most, CancellationToken cancellationToken) =>
        await currentUser.MayAsync(Resource.ListOrders, cancellationToken) ? await reader.Newest(most, cancellationToken) : null;

    /// <summary>Drafts a cancellation of these orders and returns the job's id; null where who asks may not cancel.</summary>
    public async Task<string?> DraftAsync(IReadOnlyCollection<long> keys, CancellationToken cancellationToken) =>
        await CancelerAsync(cancellationToken) is { } actor ? await jobs.Draft(keys, Unsaid, actor, cancellationToken) : null;

    /// <summary>Drafts a cancellation of all that the filter shows now and returns the job's id; null where who asks may not cancel.</summary>
    public async Task<string?> CollectAsync(OrderFilter filter, CancellationToken cancellationToken) =>
        await CancelerAsync(cancellationToken) is { } actor ? await jobs.Collect(filter, Unsaid, actor, cancellationToken) : null;

    /// <summary>Begins to answer these requests in the name of who uses this page.</summary>
    /// <returns>The job's id, and why there is none; one of the two is null.</returns>
    public async Task<(string? Id, BulkRefused? Why)> AnswerAsync(IReadOnlyCollection<SeenRequest> requests, OrderCommand command, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("N");
        var why = await ChangeAsync((jobs, actor) => jobs.Answer(id, requests, command, actor, cancellationToken), cancellationToken);
        return why is null ? (id, null) : (null, why);
    }

    /// <summary>Changes a job as who uses this page, as they may at this moment.</summary>
    /// <returns>Why nothing was done; null: it was.</returns>
    public async Task<BulkRefused?> ChangeAsync(Func<BulkJobs, Actor, Task<BulkRefused?>> change, CancellationToken cancellationToken) =>
        await CancelerAsync(cancellationToken) is { } actor ? await change(jobs, actor) : new(BulkProblem.NotYours);

    private static Cancel Unsaid => new("", Side.Store, new Reason(null, null));

    private async Task<Actor?> CancelerAsync(CancellationToken cancellationToken) =>
        await currentUser.ReadAsync(cancellationToken) is { } user && user.May(Resource.CancelOrder) ? user.Actor : null;
}
