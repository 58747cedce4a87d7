namespace AdminOrders.Core.Storage;

/// <summary>
/// Writes what search looks into. New orders go in many at once: SQLite's text index writes a segment of its own for every statement
/// that brings it something, and merging those costs more than all the rest of an order.
/// </summary>
internal sealed class SearchWriter(StoreWrites writes)
{
    private static readonly int[] Sizes = [1024, 512, 256, 64, 16, 4, 1];

    private readonly SqlInserts inserts = new(writes, "OrderSearch", ["OrderKey", "Text"], Sizes);
    private readonly SqlWrite update = writes.Add(SqlStatement.Update("OrderSearch", ["Text"], "OrderKey"));
    private readonly List<object?> waiting = [];

    public void Write(long orderKey, OrderChange change)
    {
        if (change.Imported is not { } imported)
        {
            return;
        }

        var text = imported.Listing.SearchText ?? SearchText.Of(change.Facts.OrderId, imported.Description);
        if (change.Before is null)
        {
            waiting.AddRange([orderKey, text]);
        }
        else
        {
            update.Later(text, orderKey);
        }
    }

    public void Clear() => waiting.Clear();

    /// <summary>Queues the new orders' rows.</summary>
    public void Flush()
    {
        inserts.Later(waiting.ToArray());
        waiting.Clear();
    }
}
