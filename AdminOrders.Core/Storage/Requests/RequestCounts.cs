using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Counts open requests for everybody in this process: one read when something has happened to an order, and one a minute because deadlines come
/// nearer; none while nobody follows. The read walks a small index of open requests and no order.
/// </summary>
public sealed partial class RequestCounts(StoreSource source, OrderFeed feed, TimeProvider time, ILogger<RequestCounts> logger) : IDisposable
{
    private const string Sql =
        """
        SELECT o."AssigneeId", COUNT(*), SUM(CASE WHEN o."RequestDueAt" < @soon THEN 1 ELSE 0 END), SUM(CASE WHEN o."RequestDueAt" <= @now THEN 1 ELSE 0 END)
        FROM "Orders" o WHERE o."RequestDueAt" IS NOT NULL GROUP BY o."AssigneeId" ORDER BY o."AssigneeId"
        """;

    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);
    private static readonly TimeSpan GrowOlder = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private Action? followers;
    private IDisposable? following;
    private ITimer? growingOlder;
    private Task<RequestTally?>? reading;
    private volatile RequestTally? last;

    /// <summary>How many there are; while somebody follows, what was counted last. Null: the store cannot be read now.</summary>
    public Task<RequestTally?> Now(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            return following is not null && last is not null ? Task.FromResult<RequestTally?>(last) : ReadOnce().WaitAsync(cancellationToken);
        }
    }

    /// <summary>Calls back when the counts have changed, in the culture of who follows. Dispose the result to stop.</summary>
    public IDisposable Follow(Action follower)
    {
        var context = ExecutionContext.Capture();
        Action changed = context is null ? follower : () => ExecutionContext.Run(context, _ => follower(), null);
        lock (gate)
        {
            followers += changed;
            following ??= TryFollow();
            growingOlder ??= Begin();
        }

        return new Leaving(this, changed);
    }

    public void Dispose()
    {
        lock (gate)
        {
            followers = null;
            End();
        }
    }

    private void Leave(Action changed)
    {
        lock (gate)
        {
            followers -= changed;
            if (followers is null)
            {
                End();
            }
        }
    }

    private void End()
    {
        following?.Dispose();
        growingOlder?.Dispose();
        (following, growingOlder, last) = (null, null, null);
    }

    // It belongs to nobody's circuit: it takes neither culture nor identity from who came first.
    private ITimer Begin()
    {
        using (ExecutionContext.SuppressFlow())
        {
            return time.CreateTimer(_ => _ = Reread(), null, GrowOlder, GrowOlder);
        }
    }

    // Where the store cannot be read the next minute tries again; the page itself says what is wrong.
    private IDisposable? TryFollow()
    {
        try
        {
            return feed.Subscribe(_ => Reread());
        }
        catch (DbException broken)
        {
            LogUncounted(broken);
            return null;
        }
    }

    private async Task Reread()
    {
        var before = last;
        Task<RequestTally?> read;
        lock (gate)
        {
            following ??= followers is null ? null : TryFollow();
            read = ReadOnce();
        }

        if (await read is { } tally && tally != before)
        {
            followers?.Invoke();
        }
    }

    // Who asks while one is under way waits for that one.
    private Task<RequestTally?> ReadOnce() => reading is { IsCompleted: false } ? reading : reading = Task.Run(Read);

    private async Task<RequestTally?> Read()
    {
        try
        {
            var now = time.GetUtcNow();
            await using var connection = await source.OpenReading(CancellationToken.None);
            var rows = await connection.Read(
                new SqlQuery(Sql, [new("@soon", (now + Soon).UtcTicks), new("@now", now.UtcTicks)]),
                row => (Id: row.IsDBNull(0) ? null : row.GetString(0), Count: Number(row, 1), Soon: Number(row, 2), Overdue: Number(row, 3)),
                CancellationToken.None);
            return last = new(
                rows.Sum(row => row.Count), rows.Where(row => row.Id is null).Sum(row => row.Count), rows.Sum(row => row.Soon), rows.Sum(row => row.Overdue),
                [.. rows.Where(row => row.Id is not null).Select(row => (row.Id!, row.Count))]);
        }
        catch (DbException broken)
        {
            LogUncounted(broken);
            return null;
        }
    }

    private static int Number(DbDataReader row, int column) => Convert.ToInt32(row.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Open requests could not be counted; it is tried again within a minute")]
    private partial void LogUncounted(Exception failure);

    private sealed class Leaving(RequestCounts counts, Action changed) : IDisposable
    {
        private Action? change = changed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref change, null) is { } mine)
            {
                counts.Leave(mine);
            }
        }
    }
}
