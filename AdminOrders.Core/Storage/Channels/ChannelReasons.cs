using AdminOrders.Core.Orders;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Channels;

/// <summary>What a channel calls a reason.</summary>
/// <param name="ReasonId">One of the store's reasons; null: nobody has said which.</param>
public sealed record ChannelReasonView(string Words, int? ReasonId);

/// <summary>
/// Which of the store's reasons a channel means. What we tell a channel stands with our reasons (<see cref="CancellationReasonView.MarketplaceCode"/>).
/// </summary>
public sealed class ChannelReasons(IDbContextFactory<OrdersDb> factory, StoreSource source, CancellationReasons reasons)
{
    private const string MeetSql =
        """INSERT INTO "ChannelReasons" ("Channel", "Words") VALUES (@Channel, @Words) ON CONFLICT ("Channel", "Words") DO NOTHING""";

    /// <summary>Every reason that the channel ever gave, in alphabetical order.</summary>
    public async Task<IReadOnlyList<ChannelReasonView>> List(string channel, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.ChannelReasons.Where(row => row.Channel == channel).OrderBy(row => row.Words)
            .Select(row => new ChannelReasonView(row.Words, row.ReasonId)).ToListAsync(cancellationToken);
    }

    /// <summary>From now on those words mean that reason of ours; null: none. False: the channel never gave that reason, or there is no such reason here.</summary>
    public async Task<bool> Map(string channel, string words, int? reasonId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (reasonId is { } id && !await db.CancellationReasons.AnyAsync(row => row.Id == id, cancellationToken))
        {
            return false;
        }

        return await db.ChannelReasons.Where(row => row.Channel == channel && row.Words == words)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ReasonId, reasonId), cancellationToken) == 1;
    }

    /// <summary>The reason as an order keeps it: ours where the words have one, and always the words. Words that are new are put on the list.</summary>
    internal async Task<Reason> Read(string channel, string? words, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return Reason.None;
        }

        var key = InputLimits.Cut(words.Trim(), ChannelLengths.Reason);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var known = await db.ChannelReasons.AsNoTracking().SingleOrDefaultAsync(row => row.Channel == channel && row.Words == key, cancellationToken);
        if (known is null)
        {
            await Meet(channel, key, cancellationToken);
        }

        var ours = known?.ReasonId is { } id ? (await reasons.List(cancellationToken)).FirstOrDefault(reason => reason.Id == id) : null;
        return new(ours?.LabelId, InputLimits.Cut($"{ChannelNames.Of(channel)}: {words.Trim()}", InputLimits.ReasonLength));
    }

    private async Task Meet(string channel, string words, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var meet = new SqlStatement(connection, MeetSql);
        meet.Run(channel, words);
    }
}
