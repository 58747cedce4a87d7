using System.Net;
using AdminOrders.Core.Connectors.Outside;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Connectors.Payments;

/// <summary>What a reply of the protocol means. The protocol knows 200, 500 and 501; the others are what servers in between say.</summary>
internal static class ReplyRules
{
    private const int LongestReference = 200;
    private static readonly string[] ByHandCodes = ["cancel-manually", "refund-manually"];

    /// <param name="reply">Null: the body was none of the protocol.</param>
    /// <param name="reference">The provider's name for what it did; null or "": it did nothing.</param>
    /// <param name="done">What it means when it did.</param>
    public static ProviderAnswer Read(HttpStatusCode status, ProviderReply? reply, string? reference, PaymentAnswer done, PaymentProviderSettings settings)
    {
        var (code, words) = (reply?.Code ?? "", Words(status, reply));
        if (done is PaymentAnswer.Voided && settings.SettledCodes.Contains(code))
        {
            return new(PaymentAnswer.Captured, words);
        }

        if (status is HttpStatusCode.NotImplemented || ByHandCodes.Contains(code, StringComparer.OrdinalIgnoreCase))
        {
            return new(PaymentAnswer.ByHand, words);
        }

        if ((int)status is < 200 or >= 300)
        {
            return OutsideReply.IsForLater(status) ? ProviderAnswer.NotNow(words) : new(PaymentAnswer.Refused, words);
        }

        return reply is null ? ProviderAnswer.NotNow(words)
            : reference is { Length: > 0 and <= LongestReference } ? new(done, reply.Message is { Length: > 0 } said ? OutsideWords.Fitting(said) : null, OutsideWords.Fitting(reference))
            : new(PaymentAnswer.Refused, words);
    }

    private static string Words(HttpStatusCode status, ProviderReply? reply) => OutsideWords.Fitting(string.Join(
        ' ', new[] { $"The payment provider answered {(int)status}", reply?.Code is { Length: > 0 } code ? code : null }.Where(part => part is not null))
        + (reply?.Message is { Length: > 0 } message ? $": {message}" : reply is null ? " and nothing that could be read." : "."));
}
