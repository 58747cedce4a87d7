using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage.Channels;

/// <summary>
/// What those know who send a channel's notifications. Kept as a SHA-256, shown once; a new one leaves the one before in force for a day, so that the sender
/// can be changed without a gap.
/// </summary>
public sealed partial class ChannelSecrets(IDbContextFactory<OrdersDb> factory, TimeProvider time, ILogger<ChannelSecrets> logger)
{
    /// <summary>How long the secret before stays good.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    /// <summary>A new secret, 43 letters, digits, <c>-</c> and <c>_</c>.</summary>
    /// <param name="byId">The id of the user who does it; null: the command line.</param>
    public async Task<string> Make(string channel, string? byId = null, CancellationToken cancellationToken = default)
    {
        var (secret, now) = (AppToken.New(), time.GetUtcNow());
        var (ends, gone) = (Ticks.Of(now + Overlap), Ticks.Of(now));
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var all = db.ChannelSecrets.Where(row => row.Channel == channel);
        await all.Where(row => row.EndsAt <= gone).ExecuteDeleteAsync(cancellationToken);
        await all.Where(row => row.EndsAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndsAt, ends), cancellationToken);
        db.Add(new ChannelSecretRow { Channel = channel, Hash = AppToken.HashOf(secret), MadeAt = Ticks.Of(now) });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        LogMade(logger, channel, byId is null ? "the command line" : $"user:{byId}");
        return secret;
    }

    /// <summary>Whether it is a secret of the channel that is in force. A wrong one takes as long.</summary>
    public async Task<bool> IsGood(string channel, string secret, CancellationToken cancellationToken = default)
    {
        var (hash, now) = (AppToken.HashOf(secret), Ticks.Of(time.GetUtcNow()));
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var known = await db.ChannelSecrets.Where(row => row.Channel == channel && (row.EndsAt == null || row.EndsAt > now)).Select(row => row.Hash).ToListAsync(cancellationToken);
        return known.Aggregate(false, (isGood, row) => AppToken.Is(hash, row) | isGood);
    }

    /// <summary>When the newest was made, and until when the one before is good; null: there is none.</summary>
    public async Task<ChannelSecretView?> Newest(string channel, CancellationToken cancellationToken = default)
    {
        var now = Ticks.Of(time.GetUtcNow());
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await db.ChannelSecrets.AsNoTracking().Where(row => row.Channel == channel && (row.EndsAt == null || row.EndsAt > now)).ToListAsync(cancellationToken);
        return rows.Find(row => row.EndsAt is null) is { } newest ? new(Ticks.From(newest.MadeAt), Ticks.From(rows.Max(row => row.EndsAt))) : null;
    }

    [LoggerMessage(LogLevel.Information, "A secret for the notifications of {Channel} was made by {By}")]
    private static partial void LogMade(ILogger logger, string channel, string by);
}

/// <param name="MadeAt">The newest one.</param>
/// <param name="OlderUntil">The one before is good until then; null: it is over.</param>
public sealed record ChannelSecretView(DateTimeOffset MadeAt, DateTimeOffset? OlderUntil);
