using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>
/// Says when levels may have changed: orders move units as the feed tells, counts of this process at once, those of others within ten seconds.
/// Costs nothing while nobody follows.
/// </summary>
public sealed partial class StockWatch : IDisposable
{
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(10);
    private readonly StoreSource source;
    private readonly ILogger<StockWatch> logger;
    private readonly SharedReading<Moment> reading;

    public StockWatch(StoreSource source, OrderFeed feed, TimeProvider time, ILogger<StockWatch> logger)
    {
        (this.source, this.logger) = (source, logger);
        reading = new(feed, time, Elsewhere, Read, LogUnread);
    }

    /// <inheritdoc cref="SharedReading{T}.Follow"/>
    public IDisposable Follow(Action follower) => reading.Follow(follower);

    /// <summary>Something was counted here.</summary>
    internal void Counted() => _ = reading.Reread();

    public void Dispose() => reading.Dispose();

    private async Task<Moment> Read()
    {
        await using var connection = await source.OpenReading(CancellationToken.None);
        var numbers = await connection.Read(
            new("""SELECT (SELECT MAX("Position") FROM "History"), (SELECT MAX("Id") FROM "StockMovements")""", []),
            row => new Moment(row.LongOrNull(0), row.LongOrNull(1)), CancellationToken.None);
        return numbers[0];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be read whether levels of stock have changed; it is tried again within ten seconds")]
    private partial void LogUnread(Exception failure);

    /// <summary>What happened last to any order, and in any warehouse.</summary>
    private sealed record Moment(long? Position, long? MovementId);
}
