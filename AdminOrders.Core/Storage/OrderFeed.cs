namespace AdminOrders.Core.Storage;

/// <summary>Follows the positions for everybody in this process: one read a second, sooner when a commit wakes it.</summary>
public sealed class OrderFeed
{
#pragma warning disable CA1822
    /// <summary>
    /// Calls back with the keys of orders that changed, by this process or another, at most once a second per subscriber.
    /// Dispose the result to stop.
    /// </summary>
    public IDisposable Subscribe(Func<IReadOnlySet<long>, Task> changed) =>
        throw new NotSupportedException("Lands with the read side.");

    /// <summary>A commit of this process: look now.</summary>
    public void Wake() => throw new NotSupportedException("Lands with the read side.");
}
