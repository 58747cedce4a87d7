using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AdminOrders.Tests.Web.Api;

/// <summary>Requests that can never be right, drawn from a seed: each is wrong in one way that its kind names.</summary>
internal sealed class MalformedRequests(int seed, IReadOnlyList<string> orderIds)
{
    /// <summary>Stands wherever a sender can write something, so that an answer which repeats it is seen.</summary>
    public const string Secret = "s3cr3t-7f1d0c";

    private static readonly (HttpMethod Method, string Path, string Body)[] Writing =
    [
        (HttpMethod.Post, "/api/oms/pvt/orders/{0}/cancel", """{"reason":"x","requestedByUser":false}"""),
        (HttpMethod.Post, "/api/orders/pvt/document/{0}/cancel", """{"reason":"x"}"""),
        (HttpMethod.Post, "/api/oms/pvt/orders/{0}/confirm-cancellation", """{"cancellationRequestId":"x","note":"x"}"""),
        (HttpMethod.Post, "/api/oms/pvt/orders/{0}/withdraw-cancellation-request", """{"cancellationRequestId":"x"}"""),
        (HttpMethod.Post, "/api/orders/pvt/document/{0}/deny-cancellation-request", """{"cancellationRequestId":"x","denyReason":"x"}"""),
        (HttpMethod.Post, "/api/oms/pvt/orders/{0}/invoice", """{"type":"Output","issuanceDate":"2026-03-02T12:00:00Z","invoiceNumber":"N1","invoiceValue":"100","items":[{"id":"sku-1","quantity":1,"price":100}]}"""),
        (HttpMethod.Patch, "/api/oms/pvt/orders/{0}/invoice/N1", """{"trackingNumber":"x","courier":"x"}"""),
        (HttpMethod.Put, "/api/oms/pvt/orders/{0}/invoice/N1/tracking", """{"isDelivered":true,"events":[{"city":"x","state":"x","description":"x","date":"x"}]}"""),
        (HttpMethod.Post, "/api/oms/pvt/orders/{0}/changes", """{"requestId":"x","reason":"x","itemsRemoved":[{"id":"sku-1","quantity":1,"price":100}]}"""),
        (HttpMethod.Post, "/api/oms/pvt/orders/{0}/interactions", """{"source":"x","message":"x"}"""),
    ];

    private static readonly string[] WrongValues = ["[]", "{}", "1e999", "-", "tru", "\"\\u0000\"", "\"\\ud800\"", "[[[[", "{\"a\":{\"a\":{}}", "9999999999999999999999"];
    private static readonly string[] JunkIds = ["0", "..%2F..%2Fetc", "%00", "a%20b", "'%20OR%201=1--", "%F0%9F%9B%92", "%ff%fe", "seq", "seq-1", "v501456mira-99", "%2e%2e", "a;b", "%3Cscript%3E", "order-group"];
    private static readonly string[] WrongTypes = ["text/plain", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json; charset=utf-16"];
    private readonly Random random = new(seed);

    /// <summary>The next one. Whoever sends it disposes it.</summary>
    public (string Kind, HttpRequestMessage Request) Next() => random.Next(9) switch
    {
        0 => ("cut body", Send(body => body[..random.Next(1, body.Length)])),
        1 => ("wrong value", Send(WithWrongValue)),
        2 => ("broken letters", Broken()),
        3 => ("unknown order", Send(body => body, $"{Of(JunkIds)}-{Secret}")),
        4 => ("wrong method", WrongMethod()),
        5 => ("wrong type of body", WrongType()),
        6 => ("wrong header", WrongHeader()),
        7 => ("junk path", JunkPath()),
        _ => ("junk query", JunkQuery()),
    };

    private HttpRequestMessage Send(Func<string, string> change, string? orderId = null)
    {
        var (method, path, body) = Of(Writing);
        return new(method, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, orderId ?? Of(orderIds)))
        {
            Content = new StringContent(change(body), Encoding.UTF8, "application/json"),
        };
    }

    // The first value of the body becomes one that no field of the API takes.
    private string WithWrongValue(string body)
    {
        var value = body.IndexOf(':', StringComparison.Ordinal) + 1;
        return $"{body[..value]}{Of(WrongValues)},\"also\":\"{Secret}\"}}{(random.Next(2) == 0 ? "}" : "")}";
    }

    private HttpRequestMessage Broken()
    {
        var request = Send(body => body);
        var bytes = new byte[random.Next(1, 200)];
        random.NextBytes(bytes);
        bytes[0] = (byte)random.Next(0x80, 0xC0); // never the beginning of a letter in UTF-8
        request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } };
        return request;
    }

    private HttpRequestMessage WrongMethod()
    {
        var request = Send(body => body);
        request.Method = HttpMethod.Parse(Of(["DELETE", "TRACE", "PROPFIND", "X" + random.Next(1000)]));
        return request;
    }

    private HttpRequestMessage WrongType()
    {
        var request = Send(body => body);
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(Of(WrongTypes));
        return request;
    }

    private HttpRequestMessage WrongHeader()
    {
        var request = Send(body => body);
        var (name, value) = random.Next(4) switch
        {
            0 => ("Idempotency-Key", new string('k', random.Next(256, 2000))),
            1 => ("If-Match", $"\"{random.Next(1_000, int.MaxValue)}\""),
            2 => ("X-VTEX-API-AppToken", Secret),
            _ => ("X-VTEX-API-AppKey", $"appkey-{Secret}"),
        };
        request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private HttpRequestMessage JunkPath() => new(Of([HttpMethod.Get, HttpMethod.Post, HttpMethod.Put]), $"/api/oms/pvt/{Of(JunkIds)}/{Secret}/{Of(JunkIds)}?token={Secret}");

    private HttpRequestMessage JunkQuery()
    {
        var (name, value) = Of<(string, string)>(
        [
            ("per_page", "101"), ("per_page", "-1"), ("page", "0"), ("page", "1e9"), ("orderBy", "password,desc"), ("f_creationDate", "creationDate:[NOW TO"),
            ("f_hasInputInvoice", "maybe"), ("f_isInstore", "2"), ("incompleteOrders", "[]"), ("searchField", "drop"), ("f_shippingEstimate", "soon"),
        ]);
        return new(HttpMethod.Get, $"/api/oms/pvt/orders?{name}={WebUtility.UrlEncode(value)}&q={Secret}");
    }

    private TItem Of<TItem>(IReadOnlyList<TItem> items) => items[random.Next(items.Count)];
}
