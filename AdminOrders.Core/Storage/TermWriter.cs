using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Writes the terms that an order can be looked up by. Those of new orders go in many at once and in the order in which the table lies, so
/// that a batch touches each of its pages once.
/// </summary>
internal sealed class TermWriter(SqlStatements statements, StoreWrites writes)
{
    private static readonly int[] Sizes = [128, 32, 8, 1];

    // A row that is there already is as good: who fills in an older store's terms may have come first.
    private readonly SqlInserts inserts = new(writes, "OrderTerms", ["Kind", "Value", "CreatedAt", "OrderKey"], Sizes, "ON CONFLICT DO NOTHING");

    private readonly SqlWrite delete = writes.Add(
        """DELETE FROM "OrderTerms" WHERE "Kind" = @Kind AND "Value" = @Value AND "CreatedAt" = @CreatedAt AND "OrderKey" = @OrderKey""");

    private readonly SqlStatement document = statements.Add("""SELECT "Content" FROM "OrderDocuments" WHERE "OrderKey" = @OrderKey""");
    private readonly List<(OrderTerm Term, long CreatedAt, long OrderKey)> waiting = [];

    public void Write(long orderKey, OrderChange change)
    {
        if (change.Imported is not { } imported)
        {
            return;
        }

        var createdAt = Ticks.Of(change.Facts.CreatedAt);
        var after = imported.Listing.Terms.Select(term => (Term: term, CreatedAt: createdAt, OrderKey: orderKey)).ToList();
        if (change.Before is { } before)
        {
            var known = Known(before).ToHashSet();
            foreach (var gone in known.Except(after))
            {
                delete.Later((int)gone.Term.Kind, TermValue.Of(gone.Term, gone.CreatedAt), gone.CreatedAt, gone.OrderKey);
            }

            after.RemoveAll(known.Contains);
        }

        waiting.AddRange(after);
    }

    /// <summary>Terms that the order has not had until now, or has all the same.</summary>
    public void Add(long orderKey, long createdAt, IEnumerable<OrderTerm> terms) => waiting.AddRange(terms.Select(term => (term, createdAt, orderKey)));

    public void Clear() => waiting.Clear();

    /// <summary>Queues the rows.</summary>
    public void Flush()
    {
        var values = new object?[waiting.Count * 4];
        var order = InOrder();
        for (var at = 0; at < order.Length; at++)
        {
            var (term, createdAt, orderKey) = waiting[order[at]];
            (values[4 * at], values[(4 * at) + 1], values[(4 * at) + 2], values[(4 * at) + 3]) = ((int)term.Kind, TermValue.Of(term, createdAt), createdAt, orderKey);
        }

        waiting.Clear();
        inserts.Later(values);
    }

    // The document that the order has had until now says which rows it has.
    private IEnumerable<(OrderTerm Term, long CreatedAt, long OrderKey)> Known(StoredOrder before)
    {
        var createdAt = Ticks.Of(before.Facts.CreatedAt);
        return DocumentListing.Of(document.Value(before.Key) as byte[]).Terms.Select(term => (term, createdAt, before.Key));
    }

    // Numbers are sorted many times faster than texts, and few rows begin alike.
    private int[] InOrder()
    {
        var beginnings = new ulong[waiting.Count];
        var order = new int[waiting.Count];
        for (var at = 0; at < order.Length; at++)
        {
            (beginnings[at], order[at]) = (BeginningOf(waiting[at].Term), at);
        }

        Array.Sort(beginnings, order);
        for (var (from, to) = (0, 1); from < order.Length; from = to++)
        {
            while (to < order.Length && beginnings[to] == beginnings[from])
            {
                to++;
            }

            order.AsSpan(from..to).Sort(Compare);
        }

        return order;
    }

    // The kind and seven letters, as far as they take a byte each.
    private static ulong BeginningOf(OrderTerm term)
    {
        var beginning = (ulong)term.Kind;
        for (var at = 0; at < 7; at++)
        {
            beginning = (beginning << 8) | (at < term.Value.Length ? Math.Min(term.Value[at], byte.MaxValue) : 0u);
        }

        return beginning;
    }

    private int Compare(int first, int second)
    {
        var (one, other) = (waiting[first], waiting[second]);
        var byValue = string.CompareOrdinal(one.Term.Value, other.Term.Value);
        var byDate = byValue != 0 ? byValue : one.CreatedAt.CompareTo(other.CreatedAt);
        return byDate != 0 ? byDate : one.OrderKey.CompareTo(other.OrderKey);
    }
}
