namespace AdminOrders.Core.Storage;

/// <summary>
/// One follower of the feed. What arrives while its call runs is kept and handed over together afterwards.
/// It is called in the culture and with the ambient values of whoever subscribed.
/// </summary>
internal sealed class FeedSubscription(Func<IReadOnlySet<long>, Task> changed, Action<FeedSubscription> leave, Action<Exception> failed) : IDisposable
{
    private readonly Lock gate = new();
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private HashSet<long> waiting = [];
    private bool isCalling;
    private bool isOver;

    /// <summary>Hands the keys over, now or when the call that runs has ended.</summary>
    public void Offer(IReadOnlySet<long> keys)
    {
        lock (gate)
        {
            waiting.UnionWith(keys);
            if (isCalling || isOver)
            {
                return;
            }

            isCalling = true;
        }

        if (context is null)
        {
            Begin();
        }
        else
        {
            ExecutionContext.Run(context, _ => Begin(), null);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isOver = true;
        }

        leave(this);
    }

    private void Begin() => _ = Task.Run(CallWhileWaiting);

    private async Task CallWhileWaiting()
    {
        while (Take() is { } keys)
        {
            try
            {
                await changed(keys);
            }
            catch (Exception failure)
            {
                failed(failure);
            }
        }
    }

    private HashSet<long>? Take()
    {
        lock (gate)
        {
            isCalling = waiting.Count > 0 && !isOver;
            if (!isCalling)
            {
                return null;
            }

            var keys = waiting;
            waiting = [];
            return keys;
        }
    }
}
