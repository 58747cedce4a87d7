using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Channels;

/// <summary>What a channel's page shows.</summary>
public sealed class ChannelReader(IDbContextFactory<OrdersDb> factory)
{
    /// <summary>Hints a page.</summary>
    public const int PageSize = 50;

    /// <summary>How the channel goes; null: it was never asked.</summary>
    public async Task<ChannelStateView?> State(string channel, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var row = await db.Channels.AsNoTracking().SingleOrDefaultAsync(row => row.Key == channel, cancellationToken);
        var waiting = await db.ChannelInbox.CountAsync(hint => hint.Channel == channel && hint.NextAt != null, cancellationToken);
        return row is null && waiting == 0
            ? null
            : new(Ticks.From(row?.PolledTo), Ticks.From(row?.LastPollAt), Ticks.From(row?.LastSuccessAt), row?.LastError, Ticks.From(row?.LastErrorAt), waiting);
    }

    /// <summary>Orders of the channel that could not be taken in yet and are tried again, those that have waited longest first, up to a page of them.</summary>
    public async Task<IReadOnlyList<UntakenOrder>> Untaken(string channel, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await db.ChannelInbox.AsNoTracking().Where(hint => hint.Channel == channel && hint.NextAt != null && hint.Words != null)
            .GroupBy(hint => hint.ChannelOrderId)
            .Select(hints => new { Order = hints.Key, Last = hints.Max(hint => hint.Id), Since = hints.Min(hint => hint.ReceivedAt), Attempts = hints.Max(hint => hint.Attempts), Next = hints.Min(hint => hint.NextAt) })
            .OrderBy(order => order.Since).Take(PageSize).ToListAsync(cancellationToken);
        var last = found.ConvertAll(order => order.Last);
        var words = await db.ChannelInbox.Where(hint => last.Contains(hint.Id)).ToDictionaryAsync(hint => hint.Id, hint => hint.Words, cancellationToken);
        return found.ConvertAll(order => new UntakenOrder(
            order.Order, words.GetValueOrDefault(order.Last) ?? "", order.Attempts, Ticks.From(order.Since), Ticks.From(order.Next)));
    }

    /// <summary>What came in, newest first, from behind that one on; one more than a page where there are more.</summary>
    public async Task<IReadOnlyList<ChannelHintView>> Log(string channel, long? before, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await db.ChannelInbox.AsNoTracking().Where(hint => hint.Channel == channel && (before == null || hint.Id < before))
            .OrderByDescending(hint => hint.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new ChannelHintView(
            row.Id, Ticks.From(row.ReceivedAt), row.ChannelOrderId, row.Kind, row.State, Ticks.From(row.HandledAt), row.Deed, row.Words, row.OrderId));
    }
}

/// <param name="PolledTo">Whatever the channel changed before has been taken.</param>
/// <param name="Error">What the last call said that did not go through; null: it did.</param>
/// <param name="Waiting">Hints that wait for a look.</param>
public sealed record ChannelStateView(
    DateTimeOffset? PolledTo, DateTimeOffset? LastPollAt, DateTimeOffset? LastSuccessAt, string? Error, DateTimeOffset? ErrorAt, int Waiting);

/// <summary>An order of a channel that could not be taken in yet.</summary>
/// <param name="Words">Why, at the last attempt.</param>
/// <param name="Since">When the channel first told of it.</param>
/// <param name="NextAt">When it is tried again.</param>
public sealed record UntakenOrder(string ChannelOrderId, string Words, int Attempts, DateTimeOffset Since, DateTimeOffset? NextAt);

/// <summary>A line of the log.</summary>
/// <param name="Deed">What the look did; null: there was none yet.</param>
/// <param name="OrderId">The order here; null: there is none.</param>
public sealed record ChannelHintView(
    long Id, DateTimeOffset ReceivedAt, string ChannelOrderId, string Kind, ChannelHintState State, DateTimeOffset? HandledAt, ChannelDeed? Deed, string? Words, string? OrderId);
