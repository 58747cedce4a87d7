using System.Text;
using System.Text.Json;
using AdminOrders.Core.Connectors.Outside;

namespace AdminOrders.Core.Connectors.Protocol;

/// <summary>What a reply of the protocol means. The protocol knows 200 only; the others are what servers say.</summary>
internal static class ProtocolReplies
{
    /// <summary>
    /// A seller's to a cancellation. Nothing in the body: it is evaluating. A body that names the order confirms; which of the two ids is whose,
    /// the contract's text and its example tell the other way round, so our id counts in either place.
    /// </summary>
    public static ProtocolAnswer OfSeller(OutsideReply reply, string marketplaceOrderId, string who)
    {
        if (!reply.IsSuccess)
        {
            return Failed(reply, who);
        }

        var text = TextOf(reply);
        if (text.Length == 0)
        {
            return new ProtocolAnswer.Evaluating();
        }

        return TryRead(text, out var told) switch
        {
            true when told is null or { MarketplaceOrderId: null, OrderId: null, Receipt: null, Date: null } => new ProtocolAnswer.Evaluating(),
            true when told is { MarketplaceOrderId: not null } && (told.MarketplaceOrderId == marketplaceOrderId || told.OrderId == marketplaceOrderId) =>
                new ProtocolAnswer.Done(told.Receipt),
            _ => Unread(reply, who),
        };
    }

    /// <summary>A marketplace's to what it was told: the receipt names the order.</summary>
    public static ProtocolAnswer OfMarketplace(OutsideReply reply, string who)
    {
        if (!reply.IsSuccess)
        {
            return Failed(reply, who);
        }

        return TryRead(TextOf(reply), out var told) && told is { OrderId.Length: > 0 } ? new ProtocolAnswer.Done(told.Receipt) : Unread(reply, who);
    }

    private static ProtocolAnswer Failed(OutsideReply reply, string who)
    {
        var said = TextOf(reply) is { Length: > 0 } text ? $": {text}" : ".";
        var words = OutsideWords.Fitting($"{who} answered {(int)reply.Status}{said}");
        return OutsideReply.IsForLater(reply.Status) ? new ProtocolAnswer.NotNow(words, reply.Pause) : new ProtocolAnswer.Refused(words);
    }

    private static ProtocolAnswer.NotNow Unread(OutsideReply reply, string who) =>
        new(OutsideWords.Fitting($"{who} answered {(int)reply.Status} and nothing that confirms it: {TextOf(reply)}"));

    private static string TextOf(OutsideReply reply) => Encoding.UTF8.GetString(reply.Body).Trim().Trim('\uFEFF');

    private static bool TryRead(string text, out ProtocolReply? told)
    {
        try
        {
            told = JsonSerializer.Deserialize(text, ProtocolJson.Default.ProtocolReply);
            return true;
        }
        catch (JsonException)
        {
            told = null;
            return false;
        }
    }
}
