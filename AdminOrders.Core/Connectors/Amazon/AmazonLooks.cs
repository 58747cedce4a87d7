using System.Data.Common;
using System.Diagnostics;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Storage.Channels;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>Looks at the orders that hints name, as long as Amazon takes calls.</summary>
internal sealed partial class AmazonLooks(AmazonClient client, AmazonLook look, ChannelInbox inbox, ChannelProgress progress, TimeProvider time, ILogger<AmazonLooks> logger)
{
    private const string Channel = ChannelNames.Amazon;
    private const int AtOnce = 20;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;

    /// <summary>A page of what is due. Returns when there will be more to do; null: nothing waits.</summary>
    public async Task<DateTimeOffset?> Turn(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() < notBefore)
        {
            return notBefore;
        }

        foreach (var work in await inbox.Due(Channel, AtOnce, cancellationToken))
        {
            if (await LookAt(work, cancellationToken) is { } later)
            {
                return notBefore = later;
            }
        }

        return await inbox.NextAt(Channel, cancellationToken);
    }

    /// <summary>Takes an order that Amazon has told. Whatever goes wrong with it is logged with a trace, and costs the others nothing; a broken store ends the turn.</summary>
    public async Task<ChannelLook> Take(AmazonOrder order, CancellationToken cancellationToken)
    {
        using var activity = new Activity(nameof(AmazonLooks)).Start();
        try
        {
            return await look.Take(order, cancellationToken);
        }
        catch (Exception failure) when (failure is not (DbException or OperationCanceledException))
        {
            LogLookFailed(order.OrderId, activity.TraceId, failure);
            return new(ChannelDeed.Unreadable, $"Unexpected error; trace {activity.TraceId}.");
        }
    }

    // Null: it has been looked at; else Amazon takes no call before then.
    private async Task<DateTimeOffset?> LookAt(ChannelWork work, CancellationToken cancellationToken)
    {
        switch (await client.GetOrder(work.ChannelOrderId, cancellationToken))
        {
            case AmazonAnswer<AmazonOrder>.Done { Content: var order }:
                await Record(work, await Take(order, cancellationToken), cancellationToken);
                return null;
            case AmazonAnswer<AmazonOrder>.Refused refused:
                await inbox.Close(Channel, work, new(ChannelDeed.Unknown, refused.Words), cancellationToken);
                return null;
            case AmazonAnswer<AmazonOrder>.NotNow later:
                await Wait(work, later, cancellationToken);
                return later.NotBefore;
            default:
                throw new InvalidOperationException("An answer that nobody reads.");
        }
    }

    // What could not be taken in today may be tomorrow, by a better version or when Amazon tells more: it is tried ever more seldom, and never given up.
    private Task Record(ChannelWork work, ChannelLook look, CancellationToken cancellationToken) => look.Deed is ChannelDeed.Unreadable
        ? Postpone(work, look.Words ?? "", cancellationToken)
        : inbox.Close(Channel, work, look, cancellationToken);

    private Task Postpone(ChannelWork work, string words, CancellationToken cancellationToken) =>
        inbox.Postpone(Channel, work, time.GetUtcNow() + Backoff.After(work.Attempts + 1, ShortestPause), words, cancellationToken);

    // Without quota nothing was tried. Trouble with one order lets the others go first next time.
    private async Task Wait(ChannelWork work, AmazonAnswer<AmazonOrder>.NotNow later, CancellationToken cancellationToken)
    {
        if (!later.IsOwnPace && client.QuotaOf(AmazonOperation.GetOrder).Left >= 1)
        {
            await Postpone(work, later.Words, cancellationToken);
            await progress.Failed(Channel, later.Words, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Amazon's order {Order} could not be taken, trace {Trace}")]
    private partial void LogLookFailed(string order, ActivityTraceId trace, Exception failure);
}
