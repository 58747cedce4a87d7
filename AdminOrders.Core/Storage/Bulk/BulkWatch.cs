using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage.Bulk;

/// <summary>
/// Says when bulk jobs have moved: those of this process at once, those of others within a second. Costs nothing while nobody follows.
/// </summary>
public sealed partial class BulkWatch : IDisposable
{
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(1);
    private readonly StoreSource source;
    private readonly ILogger<BulkWatch> logger;
    private readonly SharedReading<Moment> reading;
    private Action? wanted;

    public BulkWatch(StoreSource source, OrderFeed feed, TimeProvider time, ILogger<BulkWatch> logger)
    {
        (this.source, this.logger) = (source, logger);
        reading = new(feed, time, Elsewhere, Read, LogUnread);
    }

    /// <inheritdoc cref="SharedReading{T}.Follow"/>
    public IDisposable Follow(Action follower) => reading.Follow(follower);

    /// <summary>Calls back when there is something to be looked at or done, at once: quickly, and without throwing.</summary>
    internal void WhenWanted(Action then) => wanted += then;

    /// <summary>A job of this process has moved.</summary>
    internal void Moved() => _ = reading.Reread();

    /// <summary>A job of this process has something to be looked at or done.</summary>
    internal void Want()
    {
        Moved();
        wanted?.Invoke();
    }

    public void Dispose() => reading.Dispose();

    private async Task<Moment> Read()
    {
        await using var connection = await source.OpenReading(CancellationToken.None);
        var numbers = await connection.Read(
            new("""SELECT COUNT(*), CAST(COALESCE(SUM("Version"), 0) AS BIGINT) FROM "BulkJobs" """, []),
            row => new Moment(row.GetInt64(0), row.GetInt64(1)), CancellationToken.None);
        return numbers[0];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be read whether bulk jobs have moved; it is tried again within a second")]
    private partial void LogUnread(Exception failure);

    private sealed record Moment(long Jobs, long Versions);
}
