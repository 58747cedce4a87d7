using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using AdminOrders.Core.Connectors.Outside;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>
/// Speaks Amazon's Orders API 2026-01-01 with the account of the settings. It asks the quota before it calls and never waits: what cannot be done now is
/// an answer that says when it can. A cancellation is the operation of the same API that its model does not list: whole orders, one of Amazon's codes.
/// </summary>
internal sealed class AmazonClient(AmazonSettings settings, OutsideClient outside, AmazonQuotas quotas, AmazonAccess access)
{
    private const string Orders = "orders/2026-01-01/orders";
    private const string IncludedData = "includedData=BUYER,RECIPIENT,PROCEEDS,FULFILLMENT,CANCELLATION,PAYMENT";
    private const int LongestOrderId = 50;

    /// <summary>Orders that were updated at the time or after it, 100 a page; several times, if they change while the pages are read.</summary>
    /// <param name="paginationToken">Of the page before; null: the first page.</param>
    public Task<AmazonAnswer<AmazonOrderPage>> SearchOrders(DateTimeOffset lastUpdatedAfter, string? paginationToken, CancellationToken cancellationToken)
    {
        var after = lastUpdatedAfter.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var page = paginationToken is null ? "" : $"&paginationToken={Uri.EscapeDataString(paginationToken)}";
        var address = $"{Orders}?lastUpdatedAfter={after}&marketplaceIds={string.Join(',', settings.MarketplaceIds)}&maxResultsPerPage=100&{IncludedData}{page}";
        return Ask(AmazonOperation.SearchOrders, () => new(HttpMethod.Get, Address(address)), ReadPage, cancellationToken);
    }

    /// <summary>The order as it is there now.</summary>
    public async Task<AmazonAnswer<AmazonOrder>> GetOrder(string orderId, CancellationToken cancellationToken) => IsOrderId(orderId)
        ? await Ask(
            AmazonOperation.GetOrder, () => new(HttpMethod.Get, Address($"{Orders}/{orderId}?{IncludedData}")), body => ReadOrder(body, orderId), cancellationToken)
        : NoSuchOrder<AmazonOrder>();

    /// <summary>Asks to cancel the whole order.</summary>
    /// <param name="reasonCode">One of <see cref="AmazonCancelReasons"/>.</param>
    public async Task<AmazonAnswer<CancellationTaken>> CancelOrder(string orderId, string reasonCode, CancellationToken cancellationToken) => IsOrderId(orderId)
        ? await Ask(AmazonOperation.CancelOrder, () => Cancellation(orderId, reasonCode), _ => new CancellationTaken(orderId), cancellationToken)
        : NoSuchOrder<CancellationTaken>();

    /// <summary>How many calls of the operation are left, for people.</summary>
    public AmazonQuotaState QuotaOf(AmazonOperation operation) => quotas.Of(operation).State;

    private HttpRequestMessage Cancellation(string orderId, string reasonCode)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new CancelCall(reasonCode), AmazonJson.Default.CancelCall);
        return new(HttpMethod.Put, Address($"{Orders}/{orderId}/cancellation"))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
    }

    // A token that is no longer taken is renewed once; what is not taken then is an answer.
    private async Task<AmazonAnswer<T>> Ask<T>(
        AmazonOperation operation, Func<HttpRequestMessage> make, Func<byte[], T?> read, CancellationToken cancellationToken)
        where T : class
    {
        var first = await Call(operation, make, refused: null, cancellationToken);
        var last = first.Reply is { } refusal && AmazonReplies.IsAboutToken(refusal) ? await Call(operation, make, first.Token, cancellationToken) : first;
        return last.Reply is { } reply
            ? AmazonReplies.Read(reply, read, quotas.Of(operation))
            : new AmazonAnswer<T>.NotNow(last.Trouble, last.NotBefore) { IsOwnPace = last.IsOwnPace };
    }

    private async Task<Called> Call(AmazonOperation operation, Func<HttpRequestMessage> make, string? refused, CancellationToken cancellationToken)
    {
        var signedIn = await access.Token(refused, cancellationToken);
        if (signedIn.Token is not { } token)
        {
            return new(null, null, signedIn.Words, signedIn.NotBefore) { IsOwnPace = signedIn.IsOwnPace };
        }

        var quota = quotas.Of(operation);
        if (quota.Take() is { } next)
        {
            return new(null, null, AmazonReplies.NoQuota(operation), next) { IsOwnPace = true };
        }

        using var request = make();
        request.Headers.Add("x-amz-access-token", token);
        request.Headers.UserAgent.Add(new("AdminOrders", "1.0"));
        request.Headers.Accept.Add(new("application/json"));
        var (reply, trouble) = await outside.Ask(request, $"Amazon ({settings})", cancellationToken);
        return new(reply, token, trouble, reply is null ? quota.Fail(null) : default);
    }

    private static AmazonOrderPage? ReadPage(byte[] body)
    {
        if (AmazonJson.Read(body, AmazonJson.Default.SearchReply) is not { } reply)
        {
            return null;
        }

        var (orders, unreadable) = (new List<AmazonOrder>(), new List<string>());
        foreach (var element in reply.Orders)
        {
            if (AmazonJson.Read(element, AmazonJson.Default.AmazonOrder) is { } order && IsOrderId(order.OrderId))
            {
                orders.Add(order);
            }
            else
            {
                unreadable.Add(IdOf(element));
            }
        }

        return new([.. orders], [.. unreadable], reply.Pagination?.NextToken is { Length: > 0 } next ? next : null, reply.LastUpdatedBefore);
    }

    private static AmazonOrder? ReadOrder(byte[] body, string orderId) =>
        AmazonJson.Read(body, AmazonJson.Default.OrderReply)?.Order is { } order && order.OrderId == orderId ? order : null;

    private static string IdOf(JsonElement order) =>
        order.ValueKind is JsonValueKind.Object && order.TryGetProperty("orderId", out var id) && id.ValueKind is JsonValueKind.String ? OutsideWords.Fitting(id.GetString()!) : "";

    // An id becomes a part of the address.
    internal static bool IsOrderId(string orderId) =>
        orderId.Length is > 0 and <= LongestOrderId && orderId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static AmazonAnswer<T> NoSuchOrder<T>() => new AmazonAnswer<T>.Refused("", "The order's id at the marketplace is none that Amazon gives.");

    private Uri Address(string path) => new(settings.Endpoint, path);

    /// <param name="NotBefore">Without a reply: when another call is possible.</param>
    private sealed record Called(OutsideReply? Reply, string? Token, string Trouble, DateTimeOffset NotBefore)
    {
        /// <summary>Nobody was called: the next call is ours to wait for.</summary>
        public bool IsOwnPace { get; init; }
    }
}
