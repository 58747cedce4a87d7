using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Health;

/// <summary>Reads how the store is.</summary>
public sealed class StoreHealth(StoreSource source, IDbContextFactory<OrdersDb> factory, TimeProvider time)
{
    private const int Deadlines = 5;
    private const int ShownOfOwner = 8;

    // Overdue work that waits for a person stands before what time will move.
    private const int DeadlinesRead = 50;

    public async Task<HealthView> Read(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await db.Database.OpenConnectionAsync(cancellationToken);
        return new()
        {
            ReadAt = time.GetUtcNow(),
            Engine = await source.Describe(db.Database.GetDbConnection(), cancellationToken),
            Schema = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Last(),
            Position = await db.Positions.Where(row => row.Id == 1).Select(row => row.Last).SingleAsync(cancellationToken),
            Seals = await db.Seals.CountAsync(cancellationToken),
            LastSeal = await db.Seals.OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken),
            LastRestore = await db.Restores.OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken),
            Leases = await Leases(db, cancellationToken),
            NextDeadlines = await NextDeadlines(db, cancellationToken),
            Deliveries = await Deliveries(db, cancellationToken),
        };
    }

    private async Task<ImmutableArray<LeaseView>> Leases(OrdersDb db, CancellationToken cancellationToken)
    {
        var now = Ticks.Of(time.GetUtcNow());
        var rows = await db.Leases.OrderBy(row => row.Name).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new LeaseView(row.Name, row.Until < now ? null : row.Owner[..Math.Min(ShownOfOwner, row.Owner.Length)], Ticks.From(row.Until)))];
    }

    private static async Task<ImmutableArray<DeadlineView>> NextDeadlines(OrdersDb db, CancellationToken cancellationToken)
    {
        var own = await db.Orders.Where(row => row.OpenRequests == 0 && row.StatusDueAt != null).OrderBy(row => row.StatusDueAt).Take(DeadlinesRead)
            .Select(row => new DueOrder(row.StatusDueAt!.Value, row.Key, row.OrderId, row.Status)).ToListAsync(cancellationToken);
        var requests = await db.Orders.Where(row => row.OpenRequests > 0 && row.RequestDueAt != null).OrderBy(row => row.RequestDueAt).Take(Deadlines)
            .Select(row => new DueOrder(row.RequestDueAt!.Value, row.Key, row.OrderId, row.Status)).ToListAsync(cancellationToken);
        return
        [
            .. own.Where(due => due.MovesOn).Concat(requests).OrderBy(due => due.DueAt).Take(Deadlines)
                .Select(due => new DeadlineView(due.OrderId, due.Status, Ticks.From(due.DueAt))),
        ];
    }

    private static async Task<ImmutableArray<OwedView>> Deliveries(OrdersDb db, CancellationToken cancellationToken)
    {
        var counts = await db.Deliveries.Where(row => row.State == DeliveryState.Owed || row.State == DeliveryState.Failed)
            .GroupBy(row => row.Consumer)
            .Select(consumer => new
            {
                Consumer = consumer.Key,
                Owed = consumer.LongCount(row => row.State == DeliveryState.Owed),
                Failed = consumer.LongCount(row => row.State == DeliveryState.Failed),
            })
            .OrderBy(count => count.Consumer)
            .ToListAsync(cancellationToken);
        return [.. counts.Select(count => new OwedView(count.Consumer, count.Owed, count.Failed))];
    }
}
