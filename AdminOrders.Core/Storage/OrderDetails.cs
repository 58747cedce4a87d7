using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>Reads one order with everything that belongs to it, for its page. Nothing is tracked, nothing is written.</summary>
public sealed class OrderDetails(IDbContextFactory<OrdersDb> databases, StoreSource source)
{
    /// <summary>The order of that id; null where there is none.</summary>
    public async Task<OrderView?> Get(string orderId, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = source.BeginRead(database.Database.GetDbConnection());
        await database.Database.UseTransactionAsync(transaction, cancellationToken);
        if (FactsReader.Read(source, transaction, orderId) is not { } facts)
        {
            return null;
        }

        var row = await Orders(database).SingleAsync(order => order.OrderId == orderId, cancellationToken);
        return await new OrderViewReader(database, row, facts).Read(cancellationToken);
    }

    /// <summary>Position of the last thing that happened to the order; null for an unknown key.</summary>
    public async Task<long?> PositionOf(long key, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Orders(database).Where(order => order.Key == key).Select(order => (long?)order.Position).SingleOrDefaultAsync(cancellationToken);
    }

    private static IQueryable<OrderRow> Orders(OrdersDb database) => database.Set<OrderRow>().AsNoTracking();
}
