using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Simulation;

/// <summary>A deadline of an order: the instant that stands on it, and whether it is a request's.</summary>
internal sealed record Deadline(long OrderKey, DateTimeOffset At, bool IsRequests);

/// <summary>Reads which deadlines run, and what the system has done, past the code that acts on them.</summary>
internal sealed class Deadlines(TestStore store)
{
    private static readonly string[] Acts = ["order-canceled", "grace-period-ended", "status-advanced", "cancellation-requests-expired", "handling-started"];

    /// <summary>Those that are over at this instant, soonest first.</summary>
    public async Task<List<Deadline>> Over(DateTimeOffset at)
    {
        await using var db = store.Read();
        var ticks = at.UtcTicks;
        var rows = await db.Orders.AsNoTracking()
            .Where(order => order.OpenRequests > 0 ? order.RequestDueAt <= ticks : order.StatusDueAt <= ticks)
            .Select(order => new { order.Key, order.OpenRequests, order.RequestDueAt, order.StatusDueAt }).ToListAsync();
        return
        [
            .. rows.Select(row => new Deadline(row.Key, new((row.OpenRequests > 0 ? row.RequestDueAt : row.StatusDueAt)!.Value, TimeSpan.Zero), row.OpenRequests > 0))
                .OrderBy(deadline => deadline.At),
        ];
    }

    /// <summary>The first that runs; null: none does.</summary>
    public async Task<DateTimeOffset?> First()
    {
        await using var db = store.Read();
        var first = new[]
        {
            await db.Orders.Where(order => order.OpenRequests > 0).MinAsync(order => order.RequestDueAt),
            await db.Orders.Where(order => order.OpenRequests == 0).MinAsync(order => order.StatusDueAt),
        }.Min();
        return first is { } ticks ? new(ticks, TimeSpan.Zero) : null;
    }

    public async Task<long> Position()
    {
        await using var db = store.Read();
        return await db.History.MaxAsync(row => (long?)row.Position) ?? 0;
    }

    /// <summary>What the system did by itself after this position: one entry for each time that it moved an order.</summary>
    public async Task<List<(long OrderKey, DateTimeOffset At)>> ActsAfter(long position)
    {
        await using var db = store.Read();
        var rows = await db.History.AsNoTracking()
            .Where(row => row.Position > position && row.ActorSide == Side.System && row.ActorId == Actor.System.Id && Acts.Contains(row.Kind))
            .Select(row => new { row.OrderKey, row.At }).ToListAsync();
        return [.. rows.Select(row => (row.OrderKey, new DateTimeOffset(row.At, TimeSpan.Zero)))];
    }
}
