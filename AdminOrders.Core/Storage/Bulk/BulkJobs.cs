using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Bulk;

/// <summary>
/// The same command for many orders. A job is drafted from what was chosen, shown, begun, and then worked off by <see cref="BulkRunner"/>, whatever becomes
/// of who began it. What each order allows, the rules say when its turn comes.
/// </summary>
public sealed class BulkJobs(StoreSource source, BulkReader reader, BulkSnapshot snapshot, JobWatch watch, TimeProvider time)
{
    private static readonly SqlRead ById = new("""SELECT "Key", "AffiliateId", "SellerId" FROM "Orders" WHERE "OrderId" = @OrderId""");
    private static readonly SqlRead ByKey = new("""SELECT "OrderId" FROM "Orders" WHERE "Key" = @Key""");

    /// <summary>Drafts a job about these orders, in this order, and returns its id. A key that no order has is left out.</summary>
    public async Task<string> Draft(IReadOnlyCollection<long> keys, OrderCommand command, Actor actor, CancellationToken cancellationToken = default)
    {
        var known = await OrdersOf(keys, cancellationToken);
        var id = Guid.NewGuid().ToString("N");
        await Add(id, [.. keys.Distinct().Where(known.ContainsKey).Select(key => known[key])], command, actor, BulkState.Draft, null, cancellationToken);
        return id;
    }

    /// <summary>Drafts a job about every order that the filter shows at this moment: what comes later is not caught. Returns its id; it is still being collected.</summary>
    public async Task<string> Collect(OrderFilter filter, OrderCommand command, Actor actor, CancellationToken cancellationToken = default)
    {
        var id = Guid.NewGuid().ToString("N");
        await Add(id, [], command, actor, BulkState.Collecting, null, cancellationToken);
        _ = Task.Run(() => snapshot.Run(id, filter), CancellationToken.None);
        return id;
    }

    /// <summary>Begins a job that answers these requests, as they were seen. Under the id of a job that is there nothing begins anew.</summary>
    /// <param name="id">32 hex digits.</param>
    public async Task<BulkRefused?> Answer(string id, IReadOnlyCollection<SeenRequest> requests, OrderCommand command, Actor actor, CancellationToken cancellationToken = default)
    {
        if (Unfit(command, actor) is { } unfit)
        {
            return unfit;
        }

        var known = await KeysOf(requests.Select(request => request.OrderId), (_, _) => true, cancellationToken);
        var orders = requests.Select(request => new BulkOrder(known.GetValueOrDefault(request.OrderId), request.OrderId, request.RequestId)).ToList();
        return await Add(id, orders, command, actor, BulkState.Running, null, cancellationToken) ? null : new(BulkProblem.KeyReused);
    }

    /// <summary>
    /// Begins a job about these orders; ids that are not there for who asks are refused in it. Under the id of a job that is there nothing begins anew.
    /// </summary>
    /// <param name="id">32 hex digits: the call's, or made of its idempotency key.</param>
    /// <param name="reaches">Whether an order of that affiliate and seller is there for who asks.</param>
    /// <param name="fingerprint">Of the call that named itself; null: it did not.</param>
    public async Task<BulkRefused?> Begin(
        string id, IReadOnlyCollection<string> orderIds, OrderCommand command, Actor actor, Func<string, string, bool> reaches, string? fingerprint,
        CancellationToken cancellationToken = default)
    {
        if (Unfit(command, actor) is { } unfit)
        {
            return unfit;
        }

        var ids = orderIds.Distinct(StringComparer.Ordinal).ToList();
        var known = await KeysOf(ids, reaches, cancellationToken);
        var orders = ids.ConvertAll(orderId => new BulkOrder(known.GetValueOrDefault(orderId), orderId));
        return await Add(id, orders, command, actor, BulkState.Running, fingerprint, cancellationToken) ? null : new(BulkProblem.KeyReused);
    }

    /// <summary>Leaves an order of a draft out.</summary>
    public Task<BulkRefused?> Leave(BulkItemRef item, Actor actor, CancellationToken cancellationToken = default) =>
        Own(item.JobId, actor, (store, _) => store.Leave(item), cancellationToken);

    /// <summary>Takes an order of a draft in again.</summary>
    public Task<BulkRefused?> TakeIn(BulkItemRef item, Actor actor, CancellationToken cancellationToken = default) =>
        Own(item.JobId, actor, (store, _) => store.TakeIn(item), cancellationToken);

    /// <summary>Gives an order of a draft another reason than the others have; null: the same.</summary>
    public Task<BulkRefused?> SetReason(BulkItemRef item, int? labelId, Actor actor, CancellationToken cancellationToken = default) =>
        Own(item.JobId, actor, (store, _) => store.SetReason(item, labelId), cancellationToken);

    /// <summary>Begins a draft that has been looked at, with what is said about each order.</summary>
    public async Task<BulkRefused?> Start(string id, OrderCommand command, Actor actor, CancellationToken cancellationToken = default) =>
        Unfit(command, actor)
        ?? await Own(id, actor, (store, job) => job.IsLookedAt && store.Say(id, command) && store.Move(id, BulkState.Draft, BulkState.Running, time.GetUtcNow()), cancellationToken);

    /// <summary>Holds a running job; what is under way is finished.</summary>
    public Task<BulkRefused?> Pause(string id, CancellationToken cancellationToken = default) =>
        Any(id, store => store.Move(id, BulkState.Running, BulkState.Paused, time.GetUtcNow()), cancellationToken);

    /// <summary>Lets a paused job go on: only who made it, whose name stands in the history.</summary>
    public Task<BulkRefused?> Resume(string id, Actor actor, CancellationToken cancellationToken = default) =>
        Own(id, actor, (store, _) => store.Move(id, BulkState.Paused, BulkState.Running, time.GetUtcNow()), cancellationToken);

    /// <summary>Ends a job before its time; what is left stays as it is.</summary>
    public Task<BulkRefused?> Stop(string id, CancellationToken cancellationToken = default) => Any(
        id,
        store => store.Move(id, BulkState.Running, BulkState.Stopped, time.GetUtcNow()) || store.Move(id, BulkState.Paused, BulkState.Stopped, time.GetUtcNow()),
        cancellationToken);

    /// <summary>Forgets a draft.</summary>
    public Task<BulkRefused?> Discard(string id, Actor actor, CancellationToken cancellationToken = default) =>
        Own(id, actor, (store, _) => store.Forget(id), cancellationToken);

    private static BulkRefused? Unfit(OrderCommand command, Actor actor) =>
        InputRules.Check(BulkCommand.For(command, new("", 1), null, null), actor) is { } refused ? new(BulkProblem.Invalid, refused.Field) : null;

    private async Task<BulkRefused?> Own(string id, Actor actor, Func<BulkStore, BulkJobView, bool> change, CancellationToken cancellationToken)
    {
        var job = await reader.Find(id, cancellationToken);
        return job is null ? new(BulkProblem.NotFound)
            : job.ActorId != actor.Id ? new(BulkProblem.NotYours)
            : await Any(id, store => change(store, job), cancellationToken);
    }

    private async Task<BulkRefused?> Any(string id, Func<BulkStore, bool> change, CancellationToken cancellationToken)
    {
        using var store = await BulkStore.Open(source, cancellationToken);
        var isChanged = false;
        store.Together(() =>
        {
            isChanged = change(store);
            store.Count(id);
        });
        watch.Want();
        return isChanged ? null : new(await reader.Find(id, cancellationToken) is null ? BulkProblem.NotFound : BulkProblem.WrongState);
    }

    private async Task<bool> Add(
        string id, List<BulkOrder> orders, OrderCommand command, Actor actor, BulkState state, string? fingerprint, CancellationToken cancellationToken)
    {
        using var store = await BulkStore.Open(source, cancellationToken);
        var isMine = false;
        store.Together(() =>
        {
            isMine = store.Add(id, state, command, actor, time.GetUtcNow(), fingerprint);
            if (isMine)
            {
                store.Add(id, 1, orders);
                store.Collected(id, orders.Count, state);
                store.Count(id);
            }

            isMine = isMine || store.FingerprintOf(id) == fingerprint;
        });
        watch.Want();
        return isMine;
    }

    private async Task<Dictionary<string, long?>> KeysOf(IEnumerable<string> orderIds, Func<string, string, bool> reaches, CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        var known = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var orderId in orderIds)
        {
            reading.Reads.Ask(ById, [orderId], rows =>
            {
                if (rows.Read() && reaches(rows.GetString(1), rows.GetString(2)))
                {
                    known[orderId] = rows.GetInt64(0);
                }
            });
        }

        reading.Reads.Finish();
        return known;
    }

    private async Task<Dictionary<long, BulkOrder>> OrdersOf(IEnumerable<long> keys, CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        var known = new Dictionary<long, BulkOrder>();
        foreach (var key in keys)
        {
            reading.Reads.Ask(ByKey, [key], rows =>
            {
                if (rows.Read())
                {
                    known[key] = new(key, rows.GetString(0));
                }
            });
        }

        reading.Reads.Finish();
        return known;
    }
}

/// <summary>A request that somebody answers, as they saw it.</summary>
public sealed record SeenRequest(string OrderId, string RequestId);
