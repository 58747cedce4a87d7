using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Counts open requests for everybody in this process: one read when something has happened to an order, and one a minute because deadlines come
/// nearer; none while nobody follows. The read counts entries of the indexes of open requests, those that are due soon and those that are taken once
/// more; it looks at no order.
/// </summary>
public sealed partial class RequestCounts : IDisposable
{
    private const string Sql =
        """
        SELECT NULL, COUNT(*), (SELECT COUNT(*) FROM "Orders" WHERE "RequestDueAt" < @soon), (SELECT COUNT(*) FROM "Orders" WHERE "RequestDueAt" <= @now)
        FROM "Orders" WHERE "RequestDueAt" IS NOT NULL
        UNION ALL
        SELECT "AssigneeId", COUNT(*), 0, 0 FROM "Orders" WHERE "RequestDueAt" IS NOT NULL AND "AssigneeId" IS NOT NULL GROUP BY "AssigneeId"
        """;

    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);
    private static readonly TimeSpan GrowOlder = TimeSpan.FromMinutes(1);
    private readonly StoreSource source;
    private readonly TimeProvider time;
    private readonly ILogger<RequestCounts> logger;
    private readonly SharedReading<RequestTally> reading;

    public RequestCounts(StoreSource source, OrderFeed feed, TimeProvider time, ILogger<RequestCounts> logger)
    {
        (this.source, this.time, this.logger) = (source, time, logger);
        reading = new(feed, time, GrowOlder, Read, LogUncounted);
    }

    /// <inheritdoc cref="SharedReading{T}.Now"/>
    public Task<RequestTally?> Now(CancellationToken cancellationToken = default) => reading.Now(cancellationToken);

    /// <inheritdoc cref="SharedReading{T}.Follow"/>
    public IDisposable Follow(Action follower) => reading.Follow(follower);

    public void Dispose() => reading.Dispose();

    private async Task<RequestTally> Read()
    {
        var now = time.GetUtcNow();
        await using var connection = await source.OpenReading(CancellationToken.None);
        var rows = await connection.Read(
            new SqlQuery(Sql, [new("@soon", (now + Soon).UtcTicks), new("@now", now.UtcTicks)]),
            row => (Id: row.TextOrNull(0), Count: Number(row, 1), Soon: Number(row, 2), Overdue: Number(row, 3)),
            CancellationToken.None);
        var all = rows.Single(row => row.Id is null);
        var taken = rows.Where(row => row.Id is not null).OrderBy(row => row.Id, StringComparer.Ordinal).ToList();
        return new(all.Count, all.Count - taken.Sum(row => row.Count), all.Soon, all.Overdue, [.. taken.Select(row => (row.Id!, row.Count))]);
    }

    private static int Number(DbDataReader row, int column) => Convert.ToInt32(row.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Open requests could not be counted; it is tried again within a minute")]
    private partial void LogUncounted(Exception failure);
}
