using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Channels;

/// <summary>How far a channel has been asked, and how that goes.</summary>
internal sealed class ChannelProgress(IDbContextFactory<OrdersDb> factory, StoreSource source, TimeProvider time)
{
    private const string FirstSql = """INSERT INTO "Channels" ("Key") VALUES (@Key) ON CONFLICT ("Key") DO NOTHING""";

    /// <summary>Up to when everything that the channel changed has been taken; null: it was never asked.</summary>
    public async Task<DateTimeOffset?> PolledTo(string channel, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var row = await db.Channels.AsNoTracking().SingleOrDefaultAsync(row => row.Key == channel, cancellationToken);
        return Ticks.From(row?.PolledTo);
    }

    /// <summary>A window was asked for and taken to its end.</summary>
    public Task Polled(string channel, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var now = Ticks.Of(time.GetUtcNow());
        return Update(
            channel,
            rows => rows.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.PolledTo, Ticks.Of(to)).SetProperty(row => row.LastPollAt, now).SetProperty(row => row.LastSuccessAt, now)
                    .SetProperty(row => row.LastError, (string?)null),
                cancellationToken),
            cancellationToken);
    }

    /// <summary>It did not, or not as it should.</summary>
    public Task Failed(string channel, string words, CancellationToken cancellationToken)
    {
        var now = Ticks.Of(time.GetUtcNow());
        var kept = words.Length > ChannelLengths.Words ? words[..ChannelLengths.Words] : words;
        return Update(
            channel,
            rows => rows.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LastPollAt, now).SetProperty(row => row.LastError, kept).SetProperty(row => row.LastErrorAt, now), cancellationToken),
            cancellationToken);
    }

    private async Task Update(string channel, Func<IQueryable<ChannelRow>, Task> update, CancellationToken cancellationToken)
    {
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
        {
            using var first = new SqlStatement(connection, FirstSql);
            first.Run(channel);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await update(db.Channels.Where(row => row.Key == channel));
    }
}
