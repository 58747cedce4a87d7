using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>Tells Amazon what has happened here. A cancellation is done when the order says so there; that Amazon has taken it is not enough.</summary>
internal sealed class AmazonCancellations(AmazonClient client, CancellationReasons reasons, TimeProvider time)
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

        if (news.LastWords == TakenWords && news.Delivery.Try > 1)
        {
            return Outcome.TryAgain(TakenWords);
        }

        return await client.CancelOrder(news.MarketplaceOrderId, await CodeOf(canceled, cancellationToken), cancellationToken) switch
        {
            AmazonAnswer<CancellationTaken>.Done => await IsOver(news, cancellationToken) ?? Outcome.TryAgain(TakenWords),
            AmazonAnswer<CancellationTaken>.NotNow later => TryAgain(later.Words, later.NotBefore),
            AmazonAnswer<CancellationTaken>.Refused refused => await IsOver(news, cancellationToken) ?? Outcome.Refused(refused.Words),
            _ => throw new InvalidOperationException("An answer that nobody reads."),
        };
    }

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
