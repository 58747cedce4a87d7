using System.Collections.Immutable;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>
/// What lists show and look up is what the documents say. The terms lie in the order of their values, so they are read in one go and compared
/// by a sum for each chunk of orders; only where a sum differs are rows looked at.
/// </summary>
internal sealed class TermCheck
{
    private readonly Lock gate = new();
    private readonly SortedList<long, (long Behind, ulong Sum)> expected = [];
    private readonly Dictionary<(string SkuId, string Text), string> names = [];

    /// <summary>Keeps the sum of the chunk's terms, and says which columns differ. May be called from several threads.</summary>
    public IReadOnlyList<Finding> Expect(OrderChunk chunk)
    {
        var findings = new List<Finding>();
        var sum = 0UL;
        foreach (var order in chunk.Orders)
        {
            var told = DocumentListing.Of(order.Document);
            findings.AddRange(Columns(order, told));
            sum = told.Terms.Aggregate(sum, (all, term) => unchecked(all + Hash((int)term.Kind, TermValue.Of(term, order.Row.CreatedAt), order.Row.CreatedAt, order.Row.Key)));
        }

        var named = chunk.Orders.SelectMany(order => order.Items, (order, item) => (Name: (item.SkuId, SkuNames.TextOf(item.Name)), order.Row.OrderId)).DistinctBy(line => line.Name).ToList();
        lock (gate)
        {
            expected[chunk.Keys.UpTo] = (chunk.Keys.Behind, sum);
            named.ForEach(line => names.TryAdd(line.Name, line.OrderId));
        }

        return findings;
    }

    /// <summary>Reads all terms and names of SKUs; the first that is missing, the first term that is too many, or null.</summary>
    public async Task<Finding?> Compare(OrdersDb db, CancellationToken cancellationToken) =>
        await CompareTerms(db, cancellationToken) ?? await CompareNames(db, cancellationToken);

    // A name that no order has any more may stay.
    private async Task<Finding?> CompareNames(OrdersDb db, CancellationToken cancellationToken)
    {
        foreach (var row in await db.SkuNames.AsNoTracking().ToListAsync(cancellationToken))
        {
            names.Remove((row.SkuId, row.Text));
        }

        var missing = names.Where(named => named.Key is { SkuId.Length: > 0, Text.Length: > 0 }).OrderBy(named => named.Key.SkuId, StringComparer.Ordinal).Select(named => (KeyValuePair<(string SkuId, string Text), string>?)named).FirstOrDefault();
        return missing is { } first ? new(Invariant.OrderTerms, first.Value, $"SkuNames {first.Key.SkuId}", "1", "0") : null;
    }

    private async Task<Finding?> CompareTerms(OrdersDb db, CancellationToken cancellationToken)
    {
        var found = new ulong[expected.Count];
        await using (var command = db.Database.GetDbConnection().CreateCommand())
        {
            command.CommandText = """SELECT "Kind", "Value", "CreatedAt", "OrderKey" FROM "OrderTerms" """;
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                var key = rows.GetInt64(3);
                found[ChunkOf(key)] = unchecked(found[ChunkOf(key)] + Hash(rows.GetInt32(0), rows.GetString(1), rows.GetInt64(2), key));
            }
        }

        foreach (var differs in Enumerable.Range(0, found.Length).Where(at => found[at] != expected.Values[at].Sum))
        {
            if (await First(db, expected.Values[differs].Behind, expected.Keys[differs], cancellationToken) is { } first)
            {
                return first;
            }
        }

        return null;
    }

    private static IEnumerable<Finding> Columns(VerifiedOrder order, OrderListing told)
    {
        var row = order.Row;
        var units = order.Items.Sum(item => (long)item.Quantity - item.RemovedQuantity);
        var should = (units, order.Payments.Any(payment => payment.Refunded > 0), Ticks.Of(told.EstimatedFrom), Ticks.Of(told.EstimatedTo), told.IsInStore, told.GiftListId, told.GiftListType, told.OperatorName);
        var found = (row.Units, row.IsRefunded, row.EstimatedFrom, row.EstimatedTo, row.IsInStore, row.GiftListId, row.GiftListType, row.OperatorName);
        if (found != should)
        {
            yield return order.Broken(Invariant.ListColumns, should, found);
        }
    }

    // Null: the sum lacked an order that could not be read.
    private static async Task<Finding?> First(OrdersDb db, long behind, long upTo, CancellationToken cancellationToken)
    {
        var orders = await db.Orders.Where(row => row.Key > behind && row.Key <= upTo)
            .Select(row => new { row.Key, row.OrderId, row.CreatedAt, Content = db.OrderDocuments.Where(document => document.OrderKey == row.Key).Select(document => document.Content).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var rows = await db.OrderTerms.Where(row => row.OrderKey > behind && row.OrderKey <= upTo).ToListAsync(cancellationToken);
        var found = rows.Select(row => (row.OrderKey, row.CreatedAt, new OrderTerm(row.Kind, row.Value))).ToImmutableSortedSet(ByOrder);
        var should = orders.SelectMany(row => DocumentListing.Of(row.Content).Terms.Select(term => (row.Key, row.CreatedAt, new OrderTerm(term.Kind, TermValue.Of(term, row.CreatedAt))))).ToImmutableSortedSet(ByOrder);
        var differences = found.SymmetricExcept(should);
        var first = differences.Min;
        return differences.IsEmpty ? null : new(
            Invariant.OrderTerms, orders.Find(row => row.Key == first.Item1)?.OrderId, $"OrderTerms {first.Item3.Kind}",
            should.Contains(first) ? "1" : "0", found.Contains(first) ? "1" : "0");
    }

    private static readonly Comparer<(long Key, long CreatedAt, OrderTerm Term)> ByOrder = Comparer<(long Key, long CreatedAt, OrderTerm Term)>.Create((one, other) =>
    {
        var place = (one.Key, one.Term.Kind, one.CreatedAt).CompareTo((other.Key, other.Term.Kind, other.CreatedAt));
        return place != 0 ? place : string.CompareOrdinal(one.Term.Value, other.Term.Value);
    });

    private int ChunkOf(long key)
    {
        var (from, to) = (0, expected.Count - 1);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = expected.GetKeyAtIndex(middle) >= key ? (from, middle) : (middle + 1, to);
        }

        return from;
    }

    // Good for this process: the texts' hash has a random start.
    private static ulong Hash(int kind, string value, long createdAt, long orderKey)
    {
        var hash = unchecked((ulong)value.GetHashCode(StringComparison.Ordinal) + ((ulong)kind << 56));
        foreach (var part in (ReadOnlySpan<long>)[createdAt, orderKey, kind])
        {
            hash = unchecked((hash ^ (ulong)part) * 0x9E3779B97F4A7C15UL);
            hash ^= hash >> 29;
        }

        return hash;
    }
}
