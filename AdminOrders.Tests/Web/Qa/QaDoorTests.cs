using System.Net;

namespace AdminOrders.Tests.Web.Qa;

public sealed class QaDoorTests(QaStore store) : IClassFixture<QaStore>
{
    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("::1", HttpStatusCode.OK)]
    [InlineData("::ffff:127.0.0.1", HttpStatusCode.OK)]
    [InlineData("192.168.0.10", HttpStatusCode.Forbidden)]
    [InlineData("2001:db8::1", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task Only_this_machine_may_ask(string? caller, HttpStatusCode expected)
    {
        store.Web.Caller = caller is null ? null : IPAddress.Parse(caller);
        using var answer = await store.Web.Visit().GetAsync("/qa/clock");
        store.Web.Caller = IPAddress.Loopback;

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://shop.example.com")]
    [InlineData("Origin", "http://localhost:5080")]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    [InlineData("Host", "rebound.example.com")]
    public async Task Neither_a_web_page_nor_a_proxy_may_ask(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/qa/clock", UriKind.Relative));
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await store.Web.Visit().Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/qa/clock", "{}", "Send one of")]
    [InlineData("/qa/clock", """{"advance":"-01:00:00"}""", "Send one of")]
    [InlineData("/qa/clock", """{"advance":"01:00:00","real":true}""", "Send one of")]
    [InlineData("/qa/clock", """{"now":"1999-12-31T00:00:00Z"}""", "2000 to 2200")]
    [InlineData("/qa/clock", """{"advance":"100000.00:00:00"}""", "2000 to 2200")]
    [InlineData("/qa/clock", """{"advance":"soon"}""", "advance")]
    [InlineData("/qa/reset", """{"oders":3}""", "oders")]
    [InlineData("/qa/reset", """{"orders":-1}""", "Between 0")]
    [InlineData("/qa/orders", "{", "")]
    [InlineData("/qa/orders", """{"situation":"on-the-moon"}""", "ready-for-handling")]
    [InlineData("/qa/orders", """{"situation":"handling","id":"x"}""", "at least 4")]
    public async Task A_request_that_means_nothing_is_told_what_is_wrong(string address, string json, string said)
    {
        using var answer = await store.PostAsync(address, json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
