using System.Collections.Immutable;
using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Health;

/// <summary>Whose clock it is; the names stand in addresses and in the texts' keys.</summary>
public enum TimerKind
{
    /// <summary>The deadline of the order's open requests.</summary>
    Requests,

    /// <summary>The order's own: its payment, its window, its authorization …</summary>
    Orders,
}

/// <summary>An order that time moves.</summary>
/// <param name="IsLate">The instant is over, and the timer has not acted yet.</param>
/// <param name="Outcome">What will happen then, as the rules say of the order as it is now.</param>
public sealed record NextTimer(string OrderId, string Status, string Currency, DateTimeOffset DueAt, bool IsLate, Preview Outcome);

/// <summary>Some timers, soonest first, and the cursor of those behind them; null: there are none.</summary>
public sealed record NextTimers(ImmutableArray<NextTimer> Rows, string? Next);

/// <summary>Reads what time will do next: a walk along the index that the timers themselves use.</summary>
public sealed class TimerReader(StoreSource source, PolicySetting policy, TimeProvider time)
{
    /// <summary>
    /// At most <paramref name="size"/> timers of the kind behind the cursor; null, or one that is none, is the beginning. Orders whose overdue work
    /// waits for a person are left out.
    /// </summary>
    public async Task<NextTimers> Read(TimerKind kind, string? cursor, int size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var (inForce, now) = (await policy.Read(cancellationToken), time.GetUtcNow());
        await using var reading = await source.OpenReading(cancellationToken);
        await reading.HoldMoment(cancellationToken);
        var facts = new FactsReader(reading.Reads, forChange: true);
        var (rows, after) = (ImmutableArray.CreateBuilder<NextTimer>(), Place(cursor));
        while (rows.Count < size)
        {
            var page = await reading.Read(Page(kind, after, size), DueOrders.Row, cancellationToken);
            foreach (var due in page.TakeWhile(_ => rows.Count < size))
            {
                after = (due.DueAt, due.Key);
                if (due.MovesOn && facts.Load(due.OrderId)?.Facts is { } order)
                {
                    rows.Add(Next(order, due, now, inForce));
                }
            }

            if (page.Count < size)
            {
                break;
            }
        }

        return new(rows.ToImmutable(), rows.Count < size ? null : string.Create(CultureInfo.InvariantCulture, $"{after.DueAt}-{after.Key}"));
    }

    private static NextTimer Next(OrderFacts order, DueOrder due, DateTimeOffset now, Policy policy)
    {
        var dueAt = Ticks.From(due.DueAt);
        var happens = Timers.ApplyDue(order, dueAt > now ? dueAt : now, policy);
        var outcome = Rules.Preview(new Accepted(happens.Events) { Alert = happens.Alerts.IsEmpty ? null : happens.Alerts[0] }, order, policy);
        return new(order.OrderId, order.Status, order.Currency, dueAt, dueAt <= now, outcome);
    }

    // However far away: what is due is not the only thing that is shown.
    internal static SqlQuery Page(TimerKind kind, (long DueAt, long Key) after, int size) => new(
        DueOrders.PageSql(kind is TimerKind.Requests ? DueOrders.RequestDueAt : DueOrders.StatusDueAt),
        [new("@Now", long.MaxValue), new("@AfterDueAt", after.DueAt), new("@AfterKey", after.Key), new("@Size", size)]);

    private static (long DueAt, long Key) Place(string? cursor) =>
        cursor?.Split('-') is [var dueAt, var key]
        && long.TryParse(dueAt, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            ? (at, of)
            : (0, 0);
}
