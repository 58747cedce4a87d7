using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AdminOrders.Core.Connectors.Outside;

namespace AdminOrders.Core.Connectors.Protocol;

/// <summary>Speaks VTEX's marketplace protocol, both ways. It keeps nothing: the ids in what it sends make a repetition harmless.</summary>
internal sealed class ProtocolClient(OutsideClient outside)
{
    /// <summary>Asks the seller to cancel.</summary>
    /// <param name="orderId">By which the seller knows the order.</param>
    public async Task<ProtocolAnswer> AskSeller(ProtocolPartner seller, string orderId, SellerCancellation call, CancellationToken cancellationToken)
    {
        using var request = Request(seller, orderId, "cancel", call, ProtocolJson.Default.SellerCancellation);
        if (seller.AppKey is { } key)
        {
            request.Headers.Authorization = new("VTEX", $"key=\"{key}\" token=\"{seller.AppToken}\"");
        }

        var who = $"The seller {seller}";
        var (reply, trouble) = await outside.Ask(request, who, cancellationToken);
        return reply is null ? new ProtocolAnswer.NotNow(trouble) : ProtocolReplies.OfSeller(reply, call.MarketplaceOrderId, who);
    }

    /// <summary>Tells the marketplace what happened here.</summary>
    /// <param name="operation"><c>cancel</c> or <c>invoice</c>.</param>
    /// <param name="id">The same at every attempt; a marketplace that knows <c>Idempotency-Key</c> answers a repetition as the first time.</param>
    public async Task<ProtocolAnswer> TellMarketplace<T>(
        ProtocolPartner marketplace, string marketplaceOrderId, string operation, T body, JsonTypeInfo<T> type, string id, CancellationToken cancellationToken)
    {
        using var request = Request(marketplace, marketplaceOrderId, operation, body, type);
        request.Headers.Add("Idempotency-Key", id);
        if (marketplace.AppKey is { } key)
        {
            request.Headers.Add("X-VTEX-API-AppKey", key);
            request.Headers.Add("X-VTEX-API-AppToken", marketplace.AppToken);
        }

        var who = $"The marketplace {marketplace}";
        var (reply, trouble) = await outside.Ask(request, who, cancellationToken);
        return reply is null ? new ProtocolAnswer.NotNow(trouble) : ProtocolReplies.OfMarketplace(reply, who);
    }

    private static HttpRequestMessage Request<T>(ProtocolPartner partner, string orderId, string operation, T body, JsonTypeInfo<T> type)
    {
        var address = new Uri(partner.Endpoint, $"pvt/orders/{Uri.EscapeDataString(orderId)}/{operation}");
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }
}
