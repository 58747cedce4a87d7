using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Reads one figure for everybody in this process: once when something has happened to an order, and once in a while because time passes; never while
/// nobody follows. Who asks while a reading is under way waits for that one.
/// </summary>
/// <param name="pace">How often it is read though nothing has happened.</param>
/// <param name="read">The reading; a <see cref="DbException"/> means that the store cannot be read now.</param>
/// <param name="failed">Is told of that exception.</param>
internal sealed class SharedReading<T>(OrderFeed feed, TimeProvider time, TimeSpan pace, Func<Task<T>> read, Action<DbException> failed) : IDisposable
    where T : class
{
    private readonly Lock gate = new();
    private Action? followers;
    private IDisposable? following;
    private ITimer? passing;
    private Task<T?>? reading;
    private volatile T? last;

    /// <summary>The figure; while somebody follows, what was read last. Null: the store cannot be read now.</summary>
    public Task<T?> Now(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return following is not null && last is not null ? Task.FromResult<T?>(last) : ReadOnce().WaitAsync(cancellationToken);
        }
    }

    /// <summary>Calls back when the figure has changed, in the culture of who follows. Dispose the result to stop.</summary>
    public IDisposable Follow(Action follower)
    {
        var context = ExecutionContext.Capture();
        Action changed = context is null ? follower : () => ExecutionContext.Run(context, _ => follower(), null);
        lock (gate)
        {
            followers += changed;
            following ??= TryFollow();
            passing ??= Begin();
        }

        return new Leaving(this, changed);
    }

    /// <summary>Reads anew, where anybody follows.</summary>
    public async Task Reread()
    {
        var before = last;
        Task<T?> fresh;
        lock (gate)
        {
            if (followers is null)
            {
                return;
            }

            following ??= TryFollow();
            fresh = ReadOnce();
        }

        if (await fresh is { } now && !now.Equals(before))
        {
            followers?.Invoke();
        }
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
        passing?.Dispose();
        (following, passing, last) = (null, null, null);
    }

    // It belongs to nobody's circuit: it takes neither culture nor identity from who came first.
    private ITimer Begin()
    {
        using (ExecutionContext.SuppressFlow())
        {
            return time.CreateTimer(_ => _ = Reread(), null, pace, pace);
        }
    }

    // Where the store cannot be read the next time tries again; the page itself says what is wrong.
    private IDisposable? TryFollow()
    {
        try
        {
            return feed.Subscribe(_ => Reread());
        }
        catch (DbException broken)
        {
            failed(broken);
            return null;
        }
    }

    private Task<T?> ReadOnce() => reading is { IsCompleted: false } ? reading : reading = Task.Run(ReadOrNull);

    private async Task<T?> ReadOrNull()
    {
        try
        {
            return last = await read();
        }
        catch (DbException broken)
        {
            failed(broken);
            return null;
        }
    }

    private sealed class Leaving(SharedReading<T> reading, Action changed) : IDisposable
    {
        private Action? change = changed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref change, null) is { } mine)
            {
                reading.Leave(mine);
            }
        }
    }
}
