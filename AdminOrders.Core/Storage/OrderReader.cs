namespace AdminOrders.Core.Storage;

/// <summary>Reads lists of orders: keyset pages over indexed columns, never the documents.</summary>
public sealed class OrderReader
{
#pragma warning disable CA1822
    /// <summary>One page of at most <paramref name="size"/> rows from the cursor on; a null cursor is the beginning.</summary>
    public Task<OrderListPage> List(OrderFilter filter, string? cursor, int size, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Lands with the read side.");

    /// <summary>At most <paramref name="size"/> orders that the text finds, newest first.</summary>
    public Task<IReadOnlyList<OrderListView>> Find(string text, int size, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Lands with the read side.");

    /// <summary>Ids of the orders before and after this one in the filter's order; null at either end.</summary>
    public Task<(string? Previous, string? Next)> Neighbors(string orderId, OrderFilter filter, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Lands with the read side.");
}
