using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>
/// A connection that only reads, leased for one request: disposing of it gives it back with its prepared statements, so that the engine plans
/// a statement once and not for each request. For one thread at a time.
/// </summary>
internal abstract class StoreReading : IAsyncDisposable
{
    /// <summary>Questions that are asked again and again.</summary>
    public abstract StoreReads Reads { get; }

    /// <summary>The rows of the query, each as <paramref name="view"/> reads it. The token interrupts the engine's work too.</summary>
    public abstract Task<List<T>> Read<T>(SqlQuery query, Func<DbDataReader, T> view, CancellationToken cancellationToken);

    /// <summary>From now on everything that is read is of one moment of the store; nobody is locked out.</summary>
    public abstract ValueTask HoldMoment(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
