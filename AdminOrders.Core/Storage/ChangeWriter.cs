using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Counters;
using AdminOrders.Core.Storage.Stock;

namespace AdminOrders.Core.Storage;

/// <summary>Keeps the changes of a batch and writes them together, each order's row once.</summary>
internal sealed class ChangeWriter(SqlStatements statements, StoreWrites writes)
{
    private readonly Dictionary<string, OrderChange> waiting = new(StringComparer.Ordinal);
    private readonly List<(string OrderId, AlertKind Kind, DateTimeOffset At)> raised = [];
    private readonly OrderRowWriter orders = new(writes);
    private readonly HistoryWriter history = new(writes);
    private readonly RequestWriter requests = new(writes);
    private readonly InvoiceWriter invoices = new(writes);
    private readonly EffectWriter effects = new(writes);
    private readonly PartsWriter parts = new(writes);
    private readonly StockWriter stock = new(statements, writes);
    private readonly SearchWriter search = new(writes);
    private readonly TermWriter terms = new(statements, writes);
    private readonly SkuNameWriter skus = new(writes);
    private readonly CounterWriter counters = new(writes);

    private readonly SqlStatement positions = statements.Add(
        """UPDATE "Positions" SET "Last" = "Last" + @Count WHERE "Id" = 1 RETURNING "Last" """);

    private readonly SqlWrite alert = writes.Add(
        """
        INSERT INTO "Alerts" ("OrderKey", "Kind", "RaisedAt") SELECT "Key", @Kind, @RaisedAt FROM "Orders" WHERE "OrderId" = @OrderId
        ON CONFLICT ("OrderKey", "Kind") DO NOTHING
        """);

    private long drawn = -1;

    /// <summary>Whether somebody else had drawn positions between the last two that were drawn here.</summary>
    public bool OthersWrote { get; private set; }

    /// <summary>Of a row that waits; null: none does.</summary>
    public string? LastHistoryId => waiting.Values.LastOrDefault()?.Happenings[^1].HistoryId;

    public void Add(OrderChange change) => waiting.Add(change.Facts.OrderId, change);

    public void Raise(string orderId, AlertKind kind, DateTimeOffset at) => raised.Add((orderId, kind, at));

    public bool Contains(string orderId) => waiting.ContainsKey(orderId);

    public void Clear()
    {
        waiting.Clear();
        raised.Clear();
        stock.Clear();
        search.Clear();
        terms.Clear();
        skus.Clear();
        counters.Clear();
    }

    /// <summary>Draws the positions under the lock that orders commits, and queues every row.</summary>
    public void Write()
    {
        if (waiting.Count > 0)
        {
            var position = Draw(waiting.Values.Sum(change => change.Happenings.Count));
            foreach (var change in waiting.Values)
            {
                Write(change, position);
                position += change.Happenings.Count;
            }
        }

        foreach (var (orderId, kind, at) in raised)
        {
            alert.Later((int)kind, Ticks.Of(at), orderId);
        }

        stock.Flush();
        search.Flush();
        terms.Flush();
        skus.Flush();
        counters.Flush();
        waiting.Clear();
        raised.Clear();
    }

    // A new order's key is the position of its first row: drawn already, unique, and nothing has to be read back.
    private void Write(OrderChange change, long position)
    {
        var chained = HistoryWriter.Chain(change, position);
        var key = change.Before?.Key ?? chained[0].Row.Position;
        orders.Write(key, change, chained[^1].Row);
        history.Write(key, chained);
        foreach (var written in chained)
        {
            requests.Write(key, written.Happening);
            invoices.Write(key, written.Happening);
            effects.Write(key, written.Happening);
        }

        parts.Write(key, change);
        stock.Write(key, change);
        search.Write(key, change);
        terms.Write(key, change);
        skus.Write(change);
        counters.Write(change);
    }

    private long Draw(int count)
    {
        var last = Convert.ToInt64(positions.Value(count), CultureInfo.InvariantCulture);
        OthersWrote = last - count != drawn;
        drawn = last;
        return last - count;
    }
}
