namespace AdminOrders.Core.Storage;

/// <summary>Wakes one loop that waits for something to do. What is said while it works is not lost.</summary>
internal sealed class WakeSignal
{
    private TaskCompletionSource woken = New();

    /// <summary>There is something to do.</summary>
    public void Wake() => Volatile.Read(ref woken).TrySetResult();

    /// <summary>What is said from now on ends the next wait.</summary>
    public void Listen() => Interlocked.Exchange(ref woken, New());

    /// <summary>Until somebody wakes it, for at most so long.</summary>
    public async Task Wait(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken) =>
        await Volatile.Read(ref woken).Task.WaitAsync(longest, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
