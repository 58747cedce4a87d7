using System.Net;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web.My;
using AdminOrders.Web.Features.My;

namespace AdminOrders.Tests.Web;

public sealed class KnownProxiesTests
{
    private const string Proxies = "192.0.2.1, 2001:db8:1::/48";

    [Fact]
    public async Task Behind_a_known_proxy_each_callers_attempts_count_for_themselves()
    {
        await using var store = await Behind(Proxies, caller: "192.0.2.1");
        await UseUp(store, "203.0.113.5");

        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(store, "203.0.113.5"));
        Assert.Equal(HttpStatusCode.NotFound, await Try(store, "203.0.113.6"));
    }

    [Theory]
    [InlineData(Proxies, "198.51.100.9")]
    [InlineData(Proxies, "127.0.0.1")]
    [InlineData("", "127.0.0.1")]
    public async Task What_a_stranger_says_of_who_calls_is_not_believed(string known, string caller)
    {
        await using var store = await Behind(known, caller);
        await UseUp(store, "203.0.113.5");

        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(store, "203.0.113.6"));
    }

    [Fact]
    public async Task In_a_row_of_proxies_the_last_stranger_is_the_caller_whatever_stands_before()
    {
        await using var store = await Behind(Proxies, caller: "2001:db8:1::7");
        await UseUp(store, "10.9.9.9, 203.0.113.5, 192.0.2.1");

        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(store, "10.8.8.8, 203.0.113.5, 192.0.2.1"));
        Assert.Equal(HttpStatusCode.NotFound, await Try(store, "203.0.113.6, 192.0.2.1"));
    }

    [Theory]
    [InlineData("proxy.example.com", "is neither an address nor a network")]
    [InlineData("10.0.0.5, 0.0.0.0/0", "is everybody")]
    [InlineData("::/0", "is everybody")]
    public async Task A_setting_that_names_no_proxy_stops_the_start(string known, string why)
    {
        await using var web = new WebStore { Settings = { ["Proxies:Known"] = known } };

        var refused = Assert.Throws<InvalidOperationException>(web.CreateClient);

        Assert.StartsWith("Proxies:Known ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    private static async Task<CustomerDoorStore> Behind(string known, string caller)
    {
        var store = await CustomerDoorStore.With(An.Order().Handling(), settings: [("Proxies:Known", known)]);
        store.Web.Caller = IPAddress.Parse(caller);
        return store;
    }

    private static async Task UseUp(CustomerDoorStore store, string forwardedFor)
    {
        for (var attempt = 0; attempt < CustomerAttempts.Burst; attempt++)
        {
            Assert.Equal(HttpStatusCode.NotFound, await Try(store, forwardedFor));
        }
    }

    private static async Task<HttpStatusCode> Try(CustomerDoorStore store, string forwardedFor)
    {
        using var client = store.Web.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        using var answer = await client.GetAsync("/my/no-such-token");
        return answer.StatusCode;
    }
}
