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

    public BulkWatch(StoreSource source, OrderFeed feed, TimeProvider time, ILogger<BulkWatch> logger)
    {
        (this.source, this.logger) = (source, logger);
        reading = new(feed, time, Elsewhere, Read, LogUnread);
    }

    /// <summary>There is something to be looked at or done.</summary>
    internal event Action? Wanted;

    /// <inheritdoc cref="SharedReading{T}.Follow"/>
    public IDisposable Follow(Action follower) => reading.Follow(follower);

    /// <summary>A job of this process has moved.</summary>
    internal void Moved() => _ = reading.Reread();

    /// <summary>A job of this process has something to be looked at or done.</summary>
    internal void Want()
    {
        Moved();
        Wanted?.Invoke();
    }

    public void Dispose() => reading.Dispose();

    private async Task<Moment> Read()
    {
        await using var connection = await source.OpenReading(CancellationToken.None);
        var numbers = await connection.Read(
            new("""SELECT COUNT(*), SUM("Version") FROM "BulkJobs" """, []), row => new Moment(row.GetInt64(0), row.IsDBNull(1) ? 0 : Convert.ToInt64(row.GetValue(1), System.Globalization.CultureInfo.InvariantCulture)), CancellationToken.None);
        return numbers[0];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be read whether bulk jobs have moved; it is tried again within a second")]
    private partial void LogUnread(Exception failure);

    private sealed record Moment(long Jobs, long Versions);
}
