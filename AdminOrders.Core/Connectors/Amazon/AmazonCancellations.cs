using System.Globalization;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>Tells Amazon what has happened here. A cancellation is done when the order says so there; that Amazon has taken it is not enough.</summary>
internal sealed class AmazonCancellations(AmazonClient client, CancellationReasons reasons, ChannelInbox log, TimeProvider time)
{
    private const string TakenWords = "Amazon has taken the cancellation and not carried it out yet.";

    public Task<Outcome> Tell(ChannelNews news, CancellationToken cancellationToken) => news.Happened switch
    {
        OrderCanceled canceled => Cancel(news, canceled, cancellationToken),
        _ => Task.FromResult(Outcome.Closed("Amazon takes shipments from the store and no invoices: nothing was sent.")),
    };

    private async Task<Outcome> Cancel(ChannelNews news, OrderCanceled canceled, CancellationToken cancellationToken)
    {
        if (await IsOver(news, cancellationToken) is { } over)
        {
            return over;
        }

        var taken = TakenHint(news);
        if ((await log.Known(ChannelNames.Amazon, [taken.NotificationId], cancellationToken)).Count > 0)
        {
            return Outcome.TryAgain(TakenWords);
        }

        return await client.CancelOrder(news.MarketplaceOrderId, await CodeOf(canceled, cancellationToken), cancellationToken) switch
        {
            AmazonAnswer<CancellationTaken>.Done => await Took(news, taken, cancellationToken),
            AmazonAnswer<CancellationTaken>.NotNow later => TryAgain(later.Words, later.NotBefore),
            AmazonAnswer<CancellationTaken>.Refused refused => await IsOver(news, cancellationToken) ?? Outcome.Refused(refused.Words),
            _ => throw new InvalidOperationException("An answer that nobody reads."),
        };
    }

    // That Amazon took it is written down before anything else is asked: what the next call says may be about something else.
    private async Task<Outcome> Took(ChannelNews news, ChannelHint taken, CancellationToken cancellationToken)
    {
        await log.Log(taken, new(ChannelDeed.CancellationTaken, null, news.OrderId), cancellationToken);
        return await IsOver(news, cancellationToken) ?? Outcome.TryAgain(TakenWords);
    }

    // One more each time that a person has it tried again: then Amazon is asked again.
    private static ChannelHint TakenHint(ChannelNews news) => new(
        ChannelNames.Amazon, string.Create(CultureInfo.InvariantCulture, $"told:{news.Delivery.Id}:{news.Delivery.AttemptsBefore}"), news.MarketplaceOrderId, ChannelHint.Told);

    // Null: the order goes on there.
    private async Task<Outcome?> IsOver(ChannelNews news, CancellationToken cancellationToken) => await client.GetOrder(news.MarketplaceOrderId, cancellationToken) switch
    {
        AmazonAnswer<AmazonOrder>.Done { Content: var order } => order.IsCanceled() ? Outcome.Delivered : null,
        AmazonAnswer<AmazonOrder>.NotNow later => TryAgain(later.Words, later.NotBefore),
        AmazonAnswer<AmazonOrder>.Refused refused => Outcome.Refused(refused.Words),
        _ => throw new InvalidOperationException("An answer that nobody reads."),
    };

    // Before that Amazon would not even be asked.
    private Outcome TryAgain(string words, DateTimeOffset notBefore) => Outcome.TryAgain(words, notBefore - time.GetUtcNow());

    // A reason that nobody has mapped is told by who asked: Amazon takes no cancellation without one of its codes.
    private async Task<string> CodeOf(OrderCanceled canceled, CancellationToken cancellationToken)
    {
        var mapped = canceled.ReasonLabelId is { } label ? await reasons.MarketplaceCodeOf(label, cancellationToken) : null;
        return mapped ?? (canceled.RequestedBy is Side.Customer ? AmazonCancelReasons.BuyerCanceled : AmazonCancelReasons.NoInventory);
    }
}
