using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Says when bulk jobs and exports have moved: those of this process at once, those of others within a second. Costs nothing while nobody follows.
/// </summary>
public sealed partial class JobWatch : IDisposable
{
    private const string Numbers =
        """
        SELECT CAST(SUM("Jobs") AS BIGINT), CAST(SUM("Versions") AS BIGINT) FROM (
            SELECT COUNT(*) AS "Jobs", COALESCE(SUM("Version"), 0) AS "Versions" FROM "BulkJobs" UNION ALL SELECT COUNT(*), COALESCE(SUM("Version"), 0) FROM "Exports") AS "All"
        """;

    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(1);
    private readonly StoreSource source;
    private readonly ILogger<JobWatch> logger;
    private readonly SharedReading<Moment> reading;
    private Action? wanted;

    public JobWatch(StoreSource source, OrderFeed feed, TimeProvider time, ILogger<JobWatch> logger)
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
            new(Numbers, []),
            row => new Moment(row.GetInt64(0), row.GetInt64(1)), CancellationToken.None);
        return numbers[0];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be read whether jobs have moved; it is tried again within a second")]
    private partial void LogUnread(Exception failure);

    private sealed record Moment(long Jobs, long Versions);
}
