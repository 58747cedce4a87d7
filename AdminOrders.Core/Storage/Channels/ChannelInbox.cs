using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Channels;

/// <summary>
/// What channels told, each hint once. Hints about one order wait together for one look; a hint that comes during the look waits for the next. A look that was
/// not recorded, because the process died, is done again: looks may be repeated.
/// </summary>
public sealed class ChannelInbox(IDbContextFactory<OrdersDb> factory, StoreSource source, TimeProvider time)
{
    /// <summary>How long a hint is kept after it was looked at: as long, one that comes twice is known.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    private const string TakeSql =
        """
        INSERT INTO "ChannelInbox" ("Channel", "NotificationId", "ReceivedAt", "ChannelOrderId", "Kind", "Payload", "State", "Attempts", "NextAt")
        VALUES (@Channel, @NotificationId, @At, @ChannelOrderId, @Kind, @Payload, 0, 0, @At)
        ON CONFLICT ("Channel", "NotificationId") DO NOTHING
        """;

    private const string LogSql =
        """
        INSERT INTO "ChannelInbox" ("Channel", "NotificationId", "ReceivedAt", "ChannelOrderId", "Kind", "Payload", "State", "Attempts", "HandledAt", "Deed", "Words", "OrderId")
        VALUES (@Channel, @NotificationId, @At, @ChannelOrderId, @Kind, '', 1, 1, @At, @Deed, @Words, @OrderId)
        ON CONFLICT ("Channel", "NotificationId") DO NOTHING
        """;

    private Action? followers;

    /// <summary>Calls back when this process has taken a hint: quickly, and without throwing.</summary>
    public void Follow(Action follower) => followers += follower;

    /// <summary>Keeps the hint, and returns when it stands; false: it stood already.</summary>
    public async Task<bool> Take(ChannelHint hint, CancellationToken cancellationToken = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var take = new SqlStatement(connection, TakeSql);
        var isNew = take.Run(hint.Channel, hint.NotificationId, Ticks.Of(time.GetUtcNow()), hint.ChannelOrderId, hint.Kind, hint.Payload) == 1;
        followers?.Invoke();
        return isNew;
    }

    /// <summary>Writes down what a poll has found and what that did.</summary>
    internal async Task Log(ChannelHint polled, ChannelLook look, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var log = new SqlStatement(connection, LogSql);
        log.Run(
            polled.Channel, polled.NotificationId, Ticks.Of(time.GetUtcNow()), polled.ChannelOrderId, polled.Kind, (int)look.Deed, look.Words, look.OrderId);
        followers?.Invoke();
    }

    /// <summary>Which of the hints stand already.</summary>
    internal async Task<IReadOnlySet<string>> Known(string channel, IReadOnlyCollection<string> notificationIds, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var known = await db.ChannelInbox.Where(hint => hint.Channel == channel && notificationIds.Contains(hint.NotificationId))
            .Select(hint => hint.NotificationId).ToListAsync(cancellationToken);
        return known.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Orders that are due for a look: those that were tried least often first, then those that have waited longest. One that nobody can read holds up no other.</summary>
    internal async Task<IReadOnlyList<ChannelWork>> Due(string channel, int most, CancellationToken cancellationToken)
    {
        var now = Ticks.Of(time.GetUtcNow());
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var due = await db.ChannelInbox.Where(hint => hint.Channel == channel && hint.NextAt <= now)
            .GroupBy(hint => hint.ChannelOrderId)
            .Select(hints => new { Order = hints.Key, First = hints.Min(hint => hint.Id), Last = hints.Max(hint => hint.Id), Attempts = hints.Max(hint => hint.Attempts) })
            .OrderBy(order => order.Attempts).ThenBy(order => order.First).Take(most).ToListAsync(cancellationToken);
        return due.ConvertAll(order => new ChannelWork(order.Order, order.Last, order.Attempts));
    }

    /// <summary>When the next look is due; null: nothing waits.</summary>
    internal async Task<DateTimeOffset?> NextAt(string channel, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.ChannelInbox.Where(hint => hint.Channel == channel && hint.NextAt != null).MinAsync(hint => hint.NextAt, cancellationToken) is { } next
            ? Ticks.From(next)
            : null;
    }

    /// <summary>The hints up to that one have been looked at.</summary>
    internal async Task Close(string channel, ChannelWork work, ChannelLook look, CancellationToken cancellationToken)
    {
        var now = Ticks.Of(time.GetUtcNow());
        var (deed, words, orderId) = (look.Deed, Cut(look.Words), look.OrderId);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await Open(db, channel, work).ExecuteUpdateAsync(
            set => set.SetProperty(hint => hint.State, ChannelHintState.Handled).SetProperty(hint => hint.NextAt, (long?)null).SetProperty(hint => hint.HandledAt, now)
                .SetProperty(hint => hint.Attempts, hint => hint.Attempts + 1)
                .SetProperty(hint => hint.Deed, deed).SetProperty(hint => hint.Words, words).SetProperty(hint => hint.OrderId, orderId),
            cancellationToken);
        followers?.Invoke();
    }

    /// <summary>The look did not come about, or what it saw could not be taken in: it is due again then. Until it goes through it is unfinished work.</summary>
    internal async Task Postpone(string channel, ChannelWork work, DateTimeOffset until, string words, CancellationToken cancellationToken)
    {
        var (next, said) = ((long?)Ticks.Of(until), Cut(words) ?? "");
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await Waiting(db, channel, work).ExecuteUpdateAsync(
            set => set.SetProperty(hint => hint.NextAt, next).SetProperty(hint => hint.Attempts, hint => hint.Attempts + 1).SetProperty(hint => hint.Words, said), cancellationToken);
        followers?.Invoke();
    }

    /// <summary>A person wants the order looked at now; what it said before stands until that is done. False: nothing of it waits.</summary>
    public async Task<bool> Retry(string channel, string channelOrderId, CancellationToken cancellationToken = default)
    {
        var now = (long?)Ticks.Of(time.GetUtcNow());
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var waits = await db.ChannelInbox.Where(hint => hint.Channel == channel && hint.ChannelOrderId == channelOrderId && hint.State == ChannelHintState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(hint => hint.NextAt, now).SetProperty(hint => hint.Attempts, 0), cancellationToken);
        followers?.Invoke();
        return waits > 0;
    }

    /// <summary>Hints that were looked at long ago go.</summary>
    internal async Task Forget(CancellationToken cancellationToken)
    {
        var before = Ticks.Of(time.GetUtcNow() - KeptFor);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.ChannelInbox.Where(hint => hint.NextAt == null && hint.ReceivedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    private static IQueryable<ChannelInboxRow> Waiting(OrdersDb db, string channel, ChannelWork work) =>
        Open(db, channel, work).Where(hint => hint.State == ChannelHintState.Waiting);

    private static IQueryable<ChannelInboxRow> Open(OrdersDb db, string channel, ChannelWork work) => db.ChannelInbox.Where(hint =>
        hint.Channel == channel && hint.ChannelOrderId == work.ChannelOrderId && hint.State != ChannelHintState.Handled && hint.Id <= work.UpTo);

    private static string? Cut(string? words) => words is null ? null : Orders.InputLimits.Cut(words, ChannelLengths.Words);
}
