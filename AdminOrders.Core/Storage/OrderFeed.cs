using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Follows the positions for everybody in this process: one read a second, sooner when a commit wakes it or the engine tells of another process's,
/// none while nobody listens, or while the engine tells at no cost that nobody has committed anything.
/// </summary>
public sealed partial class OrderFeed(StoreSource source, TimeProvider time, ILogger<OrderFeed> logger) : IDisposable
{
    private const int MostAtOnce = 20_000;
    private const string LastSql = """SELECT COALESCE(MAX("Position"), 0) FROM "History" """;
    private const string RestoresSql = """SELECT COALESCE(MAX("Number"), 0) FROM "Restores" """;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    private readonly Lock gate = new();
    private readonly List<FeedSubscription> subscriptions = [];
    private CancellationTokenSource? following;
    private TaskCompletionSource woken = NewSignal();
    private long last;
    private long restores;

    /// <summary>The store under this process was replaced by a backup, or emptied: nothing that is shown of it can be relied on. Told within a second while somebody follows.</summary>
    public event EventHandler? StoreReplaced;

    /// <summary>
    /// Calls back with the keys of orders that changed from now on, by this process or another, at most once a second per subscriber and
    /// never while its last call still runs. What a call throws is logged and stops nobody. Dispose the result to stop.
    /// </summary>
    public IDisposable Subscribe(Func<IReadOnlySet<long>, Task> changed)
    {
        var subscription = new FeedSubscription(changed, Leave, failure => LogSubscriberFailed(failure));
        lock (gate)
        {
            if (subscriptions.Count == 0)
            {
                (last, restores) = (ReadNumber(LastSql), ReadNumber(RestoresSql));
                Begin();
            }

            subscriptions.Add(subscription);
        }

        return subscription;
    }

    /// <summary>A commit of this process: look now.</summary>
    public void Wake()
    {
        lock (gate)
        {
            woken.TrySetResult();
        }
    }

    /// <summary>
    /// The store may have been replaced: whoever follows is told before this returns, so that who comes later is not. Positions go on behind
    /// those of the replaced store: who follows them misses nothing, but must look at everything anew.
    /// </summary>
    public void TellOfRestores()
    {
        lock (gate)
        {
            if (following is null || !IsAnotherStore(ReadNumber(RestoresSql)))
            {
                return;
            }
        }

        StoreReplaced?.Invoke(this, EventArgs.Empty);
    }

    public void Dispose()
    {
        lock (gate)
        {
            subscriptions.Clear();
            End();
        }
    }

    // The loop belongs to nobody's request or circuit: it takes neither culture nor identity from who came first.
    private void Begin()
    {
        following = new CancellationTokenSource();
        var cancellationToken = following.Token;
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => Follow(cancellationToken), CancellationToken.None);
        }
    }

    private void End()
    {
        following?.Cancel();
        following?.Dispose();
        following = null;
    }

    private void Leave(FeedSubscription subscription)
    {
        lock (gate)
        {
            if (subscriptions.Remove(subscription) && subscriptions.Count == 0)
            {
                End();
            }
        }
    }

    private async Task Follow(CancellationToken cancellationToken)
    {
        var wasEarly = false;
        long? known = null;
        while (!cancellationToken.IsCancellationRequested)
        {
            var pulse = Pulse();
            var changes = pulse is not null && pulse == known ? 0 : await DeliverChanges(cancellationToken);
            known = changes < MostAtOnce ? pulse : null;
            var pause = Task.Delay(Pace, time, cancellationToken);
            await (changes > 0 ? pause : Quiet(pause, wasEarly ? null : pulse, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wasEarly = !pause.IsCompleted && !wasEarly;
        }
    }

    // Until the pause is over, this process commits or, where the engine tells it at no cost, another one does. Not every commit is about an
    // order: who was early for nothing waits for one of its own.
    private async Task Quiet(Task pause, long? pulse, CancellationToken cancellationToken)
    {
        var signal = Signal();
        do
        {
            await Task.WhenAny(pause, signal, pulse is null ? pause : Task.Delay(Glance, time, cancellationToken));
        }
        while (!pause.IsCompleted && !signal.IsCompleted && Pulse() == pulse);
    }

    private long? Pulse()
    {
        try
        {
            return source.Pulse();
        }
        catch (DbException)
        {
            // The next read meets it too, and tells.
            return null;
        }
    }

    // How many it told of; null: they could not be read.
    private async Task<int?> DeliverChanges(CancellationToken cancellationToken)
    {
        try
        {
            var (number, changes) = await ReadNews(cancellationToken);
            if (IsAnotherStore(number, cancellationToken))
            {
                StoreReplaced?.Invoke(this, EventArgs.Empty);
            }

            if (changes.Count > 0)
            {
                Deliver(changes, cancellationToken);
            }

            return changes.Count;
        }
        catch (Exception failure) when (failure is DbException or OperationCanceledException)
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                LogReadFailed(failure);
            }

            return null;
        }
    }

    private void Deliver(List<(long Key, long Position)> changes, CancellationToken cancellationToken)
    {
        var keys = changes.Select(change => change.Key).ToHashSet();
        FeedSubscription[] listening;
        lock (gate)
        {
            // Whoever began anew meanwhile has read the position for itself.
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            last = changes[^1].Position;
            listening = [.. subscriptions];
        }

        foreach (var subscription in listening)
        {
            subscription.Offer(keys);
        }
    }

    private Task Signal()
    {
        lock (gate)
        {
            if (woken.Task.IsCompleted)
            {
                woken = NewSignal();
                return Task.CompletedTask;
            }

            return woken.Task;
        }
    }

    private long ReadNumber(string sql)
    {
        StorageMeter.Reads.Add(1);
        using var connection = source.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    // Whoever began anew meanwhile has read the number for itself.
    private bool IsAnotherStore(long number, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (number == restores || cancellationToken.IsCancellationRequested)
            {
                return false;
            }

            restores = number;
            return true;
        }
    }

    // One statement: no order has the key 0.
    private async Task<(long Restores, List<(long Key, long Position)> Changes)> ReadNews(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var query = new SqlQuery(
            $"""
            SELECT 0, ({RestoresSql})
            UNION ALL
            SELECT * FROM (SELECT "OrderKey", "Position" FROM "History" WHERE "Position" > @last ORDER BY "Position" LIMIT {MostAtOnce}) h
            """,
            [new("@last", last)]);
        var rows = await connection.Read(query, row => (Key: row.GetInt64(0), Number: row.GetInt64(1)), cancellationToken);
        return (rows.Single(row => row.Key == 0).Number, [.. rows.Where(row => row.Key != 0).OrderBy(row => row.Number)]);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Error, Message = "The feed could not read the positions; it tries again in a second")]
    private partial void LogReadFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "A follower of the feed failed")]
    private partial void LogSubscriberFailed(Exception failure);
}
