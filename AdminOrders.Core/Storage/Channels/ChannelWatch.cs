using System.Data.Common;
using System.Globalization;
using AdminOrders.Core.Connectors;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage.Channels;

/// <summary>
/// Says when something of a channel may have changed: what arrived, how asking goes, secrets, reasons, calls that are left. That moves no order, so the feed does not
/// tell of it; one short read every three seconds does, for everybody in this process, and none while nobody follows.
/// </summary>
public sealed partial class ChannelWatch : IDisposable
{
    private const string Sql =
        """
        SELECT (SELECT MAX("Id") FROM "ChannelInbox"), (SELECT SUM("Attempts" + 1) FROM "ChannelInbox" WHERE "NextAt" IS NOT NULL), (SELECT MAX("LastPollAt") FROM "Channels"),
            (SELECT MAX("PolledTo") FROM "Channels"), (SELECT MAX("Id") FROM "ChannelSecrets"), (SELECT COUNT(*) FROM "ChannelReasons"), (SELECT SUM("ReasonId" * LENGTH("Words")) FROM "ChannelReasons")
        """;

    private const int Figures = 7;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);
    private readonly StoreSource source;
    private readonly IReadOnlyList<ChannelAccount> accounts;
    private readonly ILogger<ChannelWatch> logger;
    private readonly SharedReading<string> reading;

    public ChannelWatch(StoreSource source, OrderFeed feed, IEnumerable<ChannelAccount> accounts, TimeProvider time, ILogger<ChannelWatch> logger)
    {
        (this.source, this.accounts, this.logger) = (source, [.. accounts], logger);
        reading = new(feed, time, Pace, Read, LogUnread);
    }

    /// <inheritdoc cref="SharedReading{T}.Follow"/>
    public IDisposable Follow(Action follower) => reading.Follow(follower);

    public void Dispose() => reading.Dispose();

    private async Task<string> Read()
    {
        await using var connection = await source.OpenReading(CancellationToken.None);
        var stored = await connection.Read(new(Sql, []), Moment, CancellationToken.None);
        var left = accounts.SelectMany(account => account.Quotas()).Select(quota => quota.Left);
        return string.Join('|', stored.Concat(left.Select(calls => calls.ToString(CultureInfo.InvariantCulture))));
    }

    private static string Moment(DbDataReader row) => string.Join('|', Enumerable.Range(0, Figures).Select(row.GetValue));

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be read whether channels have changed; it is tried again within three seconds")]
    private partial void LogUnread(Exception failure);
}
