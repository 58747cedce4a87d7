using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The write path: prepared statements on a connection of its own, in engine-neutral SQL. One transaction at a time,
/// one savepoint per command. Not safe for use by several threads; the workflow's one writer owns it.
/// </summary>
internal sealed class OrderStore : IDisposable
{
    private readonly StoreSource source;
    private readonly DbConnection connection;
    private readonly SqlStatements statements;
    private readonly FactsReader facts;
    private readonly HistoryWriter history;
    private readonly RequestWriter requests;
    private readonly InvoiceWriter invoices;
    private readonly PartsWriter parts;
    private readonly OrderRowWriter orders;
    private readonly SqlStatement alert;
    private readonly SqlStatement setting;
    private readonly SqlStatement request;
    private readonly SqlStatement savepoint;
    private readonly SqlStatement release;
    private readonly SqlStatement rollback;
    private DbTransaction? transaction;

    public OrderStore(StoreSource source)
    {
        this.source = source;
        connection = source.OpenConnection();
        statements = new(connection);
        facts = new(statements);
        history = new(statements);
        requests = new(statements);
        invoices = new(statements);
        parts = new(statements);
        orders = new(statements);
        alert = statements.Add(
            """
            INSERT INTO "Alerts" ("OrderKey", "Kind", "RaisedAt") SELECT "Key", @Kind, @RaisedAt FROM "Orders" WHERE "OrderId" = @OrderId
            ON CONFLICT ("OrderKey", "Kind") DO NOTHING
            """);
        setting = statements.Add("""SELECT "Value" FROM "Settings" WHERE "Name" = @Name""");
        request = statements.Add("""SELECT 1 FROM "CancellationRequests" WHERE "OrderKey" = @OrderKey AND "RequestId" = @RequestId""");
        savepoint = statements.Add("SAVEPOINT command");
        release = statements.Add("RELEASE SAVEPOINT command");
        rollback = statements.Add("ROLLBACK TO SAVEPOINT command");
    }

    /// <summary>Begins the batch's transaction and locks its orders; what is loaded from now on does not change under the batch.</summary>
    public void Begin(IEnumerable<string> orderIds)
    {
        statements.Enlist(transaction = connection.BeginTransaction());
        source.LockOrders(transaction, orderIds);
    }

    public void Commit()
    {
        transaction!.Commit();
        End();
    }

    /// <summary>The JSON of a setting; null: the store has not set it.</summary>
    public string? Setting(string name) => setting.Value(name) as string;

    public StoredOrder? Load(string orderId) => facts.Load(orderId);

    /// <summary>Whether the order has or had a request of that id, open or ended.</summary>
    public bool HasRequest(long orderKey, string requestId) => request.Value(orderKey, requestId) is not null;

    public LastChange? LastChange(string orderId) => facts.LastChange(orderId);

    /// <summary>Runs one command's work; when it throws, nothing of it stays and the transaction goes on.</summary>
    public TResult InSavepoint<TResult>(Func<TResult> work)
    {
        savepoint.Run();
        try
        {
            var result = work();
            release.Run();
            return result;
        }
        catch (Exception failure)
        {
            Undo(failure);
            throw;
        }
    }

    /// <summary>Writes everything that the change says; the order's row once.</summary>
    public void Write(OrderChange change)
    {
        var chained = history.Chain(change);
        var key = orders.Write(change, chained[^1].Row);
        history.Write(key, chained);
        foreach (var written in chained)
        {
            requests.Write(key, written.Happening);
            invoices.Write(key, written.Happening);
        }

        parts.Write(key, change);
    }

    /// <summary>Puts a situation before a person, once per order and kind.</summary>
    public void Raise(string orderId, AlertKind kind, DateTimeOffset at) => alert.Run((int)kind, Ticks.Of(at), orderId);

    public void Dispose()
    {
        End();
        statements.Dispose();
        connection.Dispose();
    }

    // Some failures (a full disk) end the whole transaction in the engine: then there is no savepoint to go back to.
    private void Undo(Exception failure)
    {
        try
        {
            rollback.Run();
            release.Run();
        }
        catch (DbException lost)
        {
            throw new TransactionLostException(new AggregateException(failure, lost));
        }
    }

    private void End()
    {
        transaction?.Dispose();
        transaction = null;
    }
}

/// <summary>The engine has rolled back more than one command: the batch did not happen.</summary>
internal sealed class TransactionLostException(Exception inner) : Exception("The transaction was lost.", inner);
