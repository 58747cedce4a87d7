using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>Reads one order with everything that belongs to it, for its page. Nothing is tracked, nothing is written.</summary>
public sealed class OrderDetails(IDbContextFactory<OrdersDb> databases)
{
    private const int Tries = 3;

    /// <summary>The order of that id; null where there is none.</summary>
    public async Task<OrderView?> Get(string orderId, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        for (var left = Tries; ; left--)
        {
            var row = await Orders(database).SingleOrDefaultAsync(order => order.OrderId == orderId, cancellationToken);
            if (row is null)
            {
                return null;
            }

            // The parts lie in many tables: what was read belongs together only if nothing happened in between.
            var view = await new OrderViewReader(database, row).Read(cancellationToken);
            if (left == 1 || await PositionOf(database, row.Key, cancellationToken) == row.Position)
            {
                return view;
            }
        }
    }

    /// <summary>Position of the last thing that happened to the order; null for an unknown key.</summary>
    public async Task<long?> PositionOf(long key, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await PositionOf(database, key, cancellationToken);
    }

    private static IQueryable<OrderRow> Orders(OrdersDb database) => database.Set<OrderRow>().AsNoTracking();

    private static Task<long?> PositionOf(OrdersDb database, long key, CancellationToken cancellationToken) =>
        Orders(database).Where(order => order.Key == key).Select(order => (long?)order.Position).SingleOrDefaultAsync(cancellationToken);
}
