using System.Data.Common;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Core.Storage.Channels;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The write path: prepared statements on a connection of its own, in engine-neutral SQL. One transaction at a time. What the commands
/// of a batch change is kept until <see cref="Flush"/> and then written together.
/// Not safe for use by several threads; the workflow's one writer owns it.
/// </summary>
internal sealed class OrderStore : IDisposable
{
    private readonly StoreSource source;
    private readonly DbConnection connection;
    private readonly SqlStatements statements;
    private readonly StoreReads reads;
    private readonly StoreWrites writes;
    private readonly FactsReader facts;
    private readonly ChangeWriter changes;
    private readonly SqlStatement setting;
    private readonly SqlStatement savepoint;
    private readonly SqlStatement release;
    private readonly SqlStatement rollback;
    private readonly SqlStatement historyRow;
    private DbTransaction? transaction;
    private string? written;

    public OrderStore(StoreSource source, AnsweredPosts answered)
    {
        this.source = source;
        connection = source.OpenConnection();
        statements = new(connection);
        reads = source.CreateReads(connection);
        writes = source.CreateWrites(connection);
        facts = new(reads);
        Effects = new(reads);
        changes = new(statements, writes);
        Posts = new(reads, writes, answered);
        Channels = new(reads, writes);
        Bulk = new(writes);
        setting = statements.Add("""SELECT "Value" FROM "Settings" WHERE "Name" = @Name""");
        historyRow = statements.Add("""SELECT 1 FROM "History" WHERE "HistoryId" = @HistoryId""");
        savepoint = statements.Add("SAVEPOINT command");
        release = statements.Add("RELEASE SAVEPOINT command");
        rollback = statements.Add("ROLLBACK TO SAVEPOINT command");
    }

    /// <summary>What clients of the API posted.</summary>
    public PostLedger Posts { get; }

    /// <summary>What has been taken from channels.</summary>
    public ChannelLedger Channels { get; }

    /// <summary>What became of the orders of bulk jobs.</summary>
    public BulkLedger Bulk { get; }

    /// <summary>What is owed because of what happened.</summary>
    public EffectReader Effects { get; }

    /// <summary>Begins the batch's transaction and locks its orders; what is loaded from now on does not change under the batch.</summary>
    public void Begin(List<OrderRequest> requests)
    {
        written = null;
        transaction = connection.BeginTransaction();
        statements.Enlist(transaction);
        var orderIds = requests.ConvertAll(request => request.OrderId);
        source.LockOrders(transaction, orderIds.Concat(PostLedger.LocksOf(requests)));
        Posts.Clear();
        Channels.Clear();
        if (!source.WritesAlone)
        {
            Posts.AskAhead(requests);
            facts.LoadAhead(orderIds);
        }
    }

    public void Commit()
    {
        transaction!.Commit();
        End();
        writes.Committed();
    }

    /// <summary>A history row that is there if the batch was committed, and only then; null: it wrote nothing.</summary>
    public string? Written => written;

    /// <summary>Whether another process, or another connection, has changed orders since this one last did.</summary>
    public bool OthersWrote => changes.OthersWrote;

    public bool HasHistory(string historyId) => historyRow.Value(historyId) is not null;

    /// <summary>Nothing of the batch happened, because of the failure.</summary>
    /// <exception cref="TransactionLostException">The connection is of no use any more.</exception>
    public void RollBack(Exception failure)
    {
        changes.Clear();
        Posts.Clear();
        Channels.Clear();
        writes.Clear();
        try
        {
            transaction?.Rollback();
        }
        catch (Exception lost) when (lost is DbException or InvalidOperationException)
        {
            throw new TransactionLostException(failure, lost);
        }

        End();
    }

    /// <summary>The JSON of a setting; null: the store has not set it.</summary>
    public string? Setting(string name) => setting.Value(name) as string;

    /// <summary>The order as it is on disk: <see cref="Flush"/> first if <see cref="IsWaiting"/>.</summary>
    public StoredOrder? Load(string orderId) => facts.Load(orderId);

    public LastChange? LastChange(string orderId) => facts.LastChange(orderId);

    /// <summary>The row that recorded the invoice, or the order's first one where a document brought it.</summary>
    public EarlierAnswer? ReceiptOf(string orderId, InvoiceType type, string number) => facts.ReceiptOf(orderId, type, number);

    /// <inheritdoc cref="FactsReader.ChangeNamed"/>
    public (ItemsChanged Change, EarlierAnswer Receipt)? ChangeNamed(string orderId, string requestId) => facts.ChangeNamed(orderId, requestId);

    /// <summary>Keeps what the change says until the next flush; an order waits at most once.</summary>
    public void Write(OrderChange change) => changes.Add(change);

    /// <summary>Puts a situation before a person, once per order and kind; with the next flush.</summary>
    public void Raise(string orderId, AlertKind kind, DateTimeOffset at) => changes.Raise(orderId, kind, at);

    /// <summary>Whether the order has a change that is not flushed.</summary>
    public bool IsWaiting(string orderId) => changes.Contains(orderId) || Posts.IsWaiting(orderId) || Channels.IsWaiting(orderId);

    /// <summary>Writes everything that waits. Who it fails for cannot be told: roll back, and let each command flush for itself.</summary>
    public void Flush()
    {
        var last = changes.LastHistoryId;
        changes.Write();
        writes.Flush(transaction!);
        Posts.Flushed();
        Channels.Clear();
        written = last ?? written;
    }

    /// <summary>Runs one command's work and flushes it; when that throws, nothing of it stays and the transaction goes on.</summary>
    public TResult InSavepoint<TResult>(Func<TResult> work)
    {
        savepoint.Run();
        try
        {
            var result = work();
            Flush();
            release.Run();
            return result;
        }
        catch (Exception failure)
        {
            Undo(failure);
            throw;
        }
    }

    public void Dispose()
    {
        End();
        writes.Dispose();
        reads.Dispose();
        statements.Dispose();
        connection.Dispose();
    }

    // Some failures (a full disk) end the whole transaction in the engine: then there is no savepoint to go back to.
    private void Undo(Exception failure)
    {
        changes.Clear();
        Posts.Clear();
        Channels.Clear();
        writes.Clear();
        try
        {
            rollback.Run();
            release.Run();
        }
        catch (Exception lost) when (lost is DbException or InvalidOperationException)
        {
            throw new TransactionLostException(failure, lost);
        }
    }

    private void End()
    {
        transaction?.Dispose();
        transaction = null;
    }
}

/// <summary>The engine has rolled back more than one command: the batch did not happen.</summary>
internal sealed class TransactionLostException(Exception failure, Exception lost)
    : DbException($"The transaction was lost. {failure.Message}", new AggregateException(failure, lost))
{
    public override bool IsTransient => failure is DbException { IsTransient: true } || lost is DbException { IsTransient: true };
}
