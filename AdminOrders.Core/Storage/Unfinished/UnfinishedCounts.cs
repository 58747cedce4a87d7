using System.Data.Common;
using System.Globalization;
using AdminOrders.Core.Effects;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Counts unfinished work for everybody in this process: one read when something has happened to an order, when effects were brought here, and every ten
/// seconds for what other processes brought; none while nobody follows. The read walks the indexes of what is not done.
/// </summary>
public sealed partial class UnfinishedCounts : IDisposable
{
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(250);
    private readonly StoreSource source;
    private readonly TimeProvider time;
    private readonly ILogger<UnfinishedCounts> logger;
    private readonly HashSet<string> brought;
    private readonly SharedReading<UnfinishedTally> reading;
    private int isCalled;

    public UnfinishedCounts(
        StoreSource source, OrderFeed feed, EffectPulse pulse, IEnumerable<Connector> connectors, TimeProvider time, ILogger<UnfinishedCounts> logger)
    {
        (this.source, this.time, this.logger) = (source, time, logger);
        brought = [.. connectors.Select(connector => connector.Consumer)];
        reading = new(feed, time, Elsewhere, Read, LogUncounted);
        pulse.Follow(Call);
    }

    /// <inheritdoc cref="SharedReading{T}.Now"/>
    public Task<UnfinishedTally?> Now(CancellationToken cancellationToken = default) => reading.Now(cancellationToken);

    /// <inheritdoc cref="SharedReading{T}.Follow"/>
    public IDisposable Follow(Action follower) => reading.Follow(follower);

    public void Dispose() => reading.Dispose();

    // The runner works in short turns: those that follow each other closely are one reading.
    private void Call()
    {
        if (Interlocked.Exchange(ref isCalled, 1) == 0)
        {
            _ = Task.Run(RereadSoon);
        }
    }

    private async Task RereadSoon()
    {
        await Task.Delay(Together, time);
        Volatile.Write(ref isCalled, 0);
        await reading.Reread();
    }

    private async Task<UnfinishedTally> Read()
    {
        await using var connection = await source.OpenReading(CancellationToken.None);
        var counts = await connection.Read(UnfinishedSql.Counts(time.GetUtcNow()), Count, CancellationToken.None);
        var untaken = await connection.Read(UnfinishedSql.Untaken, row => Number(row, 0), CancellationToken.None);
        return new([.. counts.OrderBy(count => count.Kind)]) { Untaken = untaken[0] };
    }

    private UnfinishedCount Count(DbDataReader row)
    {
        var (consumer, failing) = (row.GetString(0), Number(row, 3));
        return new(UnfinishedKinds.Of(consumer), Number(row, 1), failing, Number(row, 2) - failing, brought.Contains(consumer), Number(row, 4));
    }

    private static long Number(DbDataReader row, int column) => Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Unfinished work could not be counted; it is tried again within ten seconds")]
    private partial void LogUncounted(Exception failure);
}
