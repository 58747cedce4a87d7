using System.Collections.Frozen;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Connectors.Protocol;

/// <summary>
/// Asks the external seller that fulfils whether it cancels, and tells it what is canceled already. What it confirms is its side's confirmation of the request;
/// it refuses by its invoice, which comes in by the API. A crash between its answer and the commit leads to one more question with the same id.
/// </summary>
internal sealed class SellerDelivery(IEnumerable<ProtocolPartner> sellers, SellerNewsReader reader, ProtocolClient client, OrderWorkflow workflow, TimeProvider time)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    // An open request ends by its deadline. What is canceled here has no other end: goods may be on their way.
    private static readonly TimeSpan LongestDoubt = TimeSpan.FromDays(1);

    private readonly FrozenDictionary<string, ProtocolPartner> byId = sellers.ToFrozenDictionary(seller => seller.Id, StringComparer.Ordinal);

    public async Task<Outcome> Deliver(OwedDelivery delivery, CancellationToken cancellationToken)
    {
        var news = await reader.Read(delivery, cancellationToken);
        if (news.IsOver)
        {
            return Over;
        }

        if (!byId.TryGetValue(news.SellerId, out var seller))
        {
            return Outcome.Closed($"No address is set up for the seller \"{news.SellerId}\": nothing was sent. It answers by its key, or the store does.");
        }

        return await client.AskSeller(seller, news.SellerOrderId, news.Call, cancellationToken) switch
        {
            ProtocolAnswer.Done done => await Confirm(news, done, cancellationToken),
            ProtocolAnswer.Evaluating => (await reader.Read(delivery, cancellationToken)).IsOver ? Over : Wait(news),
            ProtocolAnswer.NotNow later => Outcome.TryAgain(later.Words, later.Pause),
            ProtocolAnswer.Refused refused => Outcome.Refused(refused.Words),
            _ => throw new InvalidOperationException("An answer that nobody reads."),
        };
    }

    private static Outcome Over => Outcome.Closed("The request was answered another way.");

    // The longer it takes, the less often it is asked.
    private Outcome Wait(SellerNews news)
    {
        var waited = time.GetUtcNow() - news.At;
        return news.Request is null && waited >= LongestDoubt
            ? Outcome.Refused($"{news.SellerName} has not said for a day whether it cancels what is canceled here.")
            : Outcome.Later(TimeSpan.FromTicks(Math.Clamp(waited.Ticks / 2, ShortestPause.Ticks, LongestPause.Ticks)));
    }

    private async Task<Outcome> Confirm(SellerNews news, ProtocolAnswer.Done done, CancellationToken cancellationToken)
    {
        var words = Outside.OutsideWords.Fitting(
            done.Receipt is { Length: > 0 } receipt ? $"{news.SellerName} confirmed the cancellation; its receipt: {receipt}" : $"{news.SellerName} confirmed the cancellation.");
        if (news.Request is null)
        {
            return Outcome.Closed(words);
        }

        var seller = new Actor(Side.Seller, $"seller:{news.SellerId}", news.SellerName);
        var answer = await workflow.Send(new(news.OrderId, new ConfirmCancellation(news.Call.CancellationRequestId, Note: words), seller), cancellationToken);
        return answer.Decision is Refused refused
            ? Outcome.Refused($"{words} That came too late here: {RefusalCodes.Of(refused.Code)}. Settle it with the seller.")
            : Outcome.Closed(words);
    }
}
