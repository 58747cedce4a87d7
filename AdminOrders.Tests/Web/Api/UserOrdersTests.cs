using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.My;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api;

public sealed class UserOrdersTests
{
    private const string Id = "1000000000001-01";
    private const string OtherId = "1000000000002-01";
    private const string Ask = $"/api/checkout/pub/orders/{Id}/user-cancel-request";

    [Theory]
    [EveryEngine]
    public async Task A_storefront_asks_with_the_customers_token_and_a_repetition_gets_the_first_receipt(Engine engine)
    {
        await using var api = await Open(engine, An.Order(Id).Handling());
        using var customer = await AsCustomer(api);

        using var first = await customer.PostAsJsonAsync(Ask, new { reason = "Ordered twice" });
        using var again = await customer.PostAsJsonAsync(Ask, new { reason = "Ordered twice, really" });

        Assert.Equal((HttpStatusCode.OK, "cancellation-requested"), (first.StatusCode, Status(first)));
        Assert.Equal("true", Assert.Single(again.Headers.GetValues("AdminOrders-Repeat")));
        Assert.Equal(await Read(first, "receipt"), await Read(again, "receipt"));
        var request = Assert.Single((await api.Workflow.Facts(Id))!.Requests);
        Assert.Equal((Side.Customer, Side.Customer, "Ordered twice"), (request.RequestedBy, request.EnteredBySide, request.Reason.Text));
    }

    [Theory]
    [EveryEngine]
    public async Task Before_it_is_paid_it_cancels_at_once_and_without_a_body_too(Engine engine)
    {
        await using var api = await Open(engine, An.Order(Id).With(order => order with { StatusDueAt = null }));
        using var customer = await AsCustomer(api);

        using var answer = await customer.PostAsync(Ask, null);

        Assert.Equal((HttpStatusCode.OK, "canceled"), (answer.StatusCode, Status(answer)));
    }

    [Fact]
    public async Task A_refusal_has_the_code_and_the_way_out()
    {
        await using var api = await Open(Engine.Sqlite, An.Order(Id).Invoiced());
        using var customer = await AsCustomer(api);

        using var answer = await customer.PostAsJsonAsync(Ask, new { reason = "Too late" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
        Assert.Equal("ask-for-return", error.GetProperty("code").GetString());
        Assert.Contains("Ask for a return instead.", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [EveryEngine]
    public async Task The_order_is_told_as_the_page_shows_it_and_nothing_of_the_person(Engine engine)
    {
        await using var api = await Open(engine, An.Order(Id).Handling());
        using var customer = await AsCustomer(api);
        using var asked = await customer.PostAsJsonAsync(Ask, new { reason = "Ordered twice" });
        await api.Workflow.Send(new(Id, new Cancel(new string('d', 32), Side.Store, new Reason(null, "Suspicious")), Actors.Operator));
        var own = (await api.Workflow.Facts(Id))!.Requests.Single(open => open.RequestedBy is Side.Customer);
        await api.Workflow.Send(new(Id, new Decline(own.Id, "Internal", "It has left"), Actors.Operator));

        var text = await customer.GetStringAsync($"/api/oms/user/orders/{Id}");
        var order = JsonSerializer.Deserialize<JsonElement>(text);

        Assert.Equal((Id, 10_000, "BRL"), (order.GetProperty("orderId").GetString(), order.GetProperty("value").GetInt64(), order.GetProperty("storePreferencesData").GetProperty("currencyCode").GetString()));
        var request = Assert.Single(order.GetProperty("cancellationRequests").EnumerateArray());
        Assert.Equal(("declined", "It has left", true), (request.GetProperty("state").GetString(), request.GetProperty("deniedBySellerReason").GetString(), request.GetProperty("deniedBySeller").GetBoolean()));
        Assert.All(["jose@", "José", "12345678900", "Internal", "Suspicious", "Ana"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_is_the_one_order_of_the_link_whatever_address_is_asked_for()
    {
        await using var api = await Open(Engine.Sqlite, An.Order(Id).Handling());
        using var customer = await AsCustomer(api);

        var list = await customer.GetFromJsonAsync<JsonElement>("/api/oms/user/orders?clientEmail=jose%40example.com&page=1&per_page=50");

        Assert.Equal(Id, Assert.Single(list.GetProperty("list").EnumerateArray()).GetProperty("orderId").GetString());
        Assert.Equal(1, list.GetProperty("paging").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Another_order_even_of_the_same_customer_is_not_there()
    {
        await using var api = await Open(Engine.Sqlite, An.Order(Id).Handling());
        using var customer = await AsCustomer(api);

        using var read = await customer.GetAsync($"/api/oms/user/orders/{OtherId}");
        using var unknown = await customer.GetAsync("/api/oms/user/orders/no-such-order");
        using var sequence = await customer.GetAsync("/api/oms/user/orders/seq5100000");
        using var ask = await customer.PostAsJsonAsync($"/api/checkout/pub/orders/{OtherId}/user-cancel-request", new { });

        Assert.All([read, unknown, sequence, ask], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(await read.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
        Assert.Empty((await api.Workflow.Facts(OtherId))!.Requests);
    }

    [Fact]
    public async Task Without_a_good_token_nobody_is_known_and_a_key_of_the_store_is_none()
    {
        await using var api = await Open(Engine.Sqlite, An.Order(Id).Handling());
        using var key = await api.AsErp();
        using var nobody = api.AsNobody();
        using var expired = await AsCustomer(api);
        using var basic = With(api, new AuthenticationHeaderValue("Basic", await Token(api)));
        using var altered = With(api, new AuthenticationHeaderValue("Bearer", (await Token(api))[..^1] + "!"));
        await api.Services.GetRequiredService<CustomerLinks>().Rotate(atOnce: true);

        foreach (var client in new[] { key, nobody, expired, basic, altered })
        {
            using var answer = await client.GetAsync($"/api/oms/user/orders/{Id}");
            Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()));
        }
    }

    [Theory]
    [InlineData($"/api/oms/pvt/orders/{Id}")]
    [InlineData("/api/oms/pvt/orders")]
    [InlineData($"/api/orders/pvt/document/{Id}")]
    public async Task A_customers_token_opens_nothing_of_the_stores(string address)
    {
        await using var api = await Open(Engine.Sqlite, An.Order(Id).Handling());
        using var customer = await AsCustomer(api);

        using var answer = await customer.GetAsync(address);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Who_tries_many_tokens_waits_here_as_on_the_page()
    {
        await using var api = await Open(Engine.Sqlite, An.Order(Id).Handling());
        HttpResponseMessage? last = null;
        for (var attempt = 0; attempt <= CustomerAttempts.Burst; attempt++)
        {
            using var guess = With(api, new AuthenticationHeaderValue("Bearer", $"guess{attempt}"));
            last?.Dispose();
            last = await guess.GetAsync("/api/oms/user/orders");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
        last.Dispose();
    }

    private static async Task<ApiStore> Open(Engine engine, OrderBuilder order)
    {
        var api = await ApiStore.Open(engine);
        await api.Import(order.AsImported());
        await api.Import(An.Order(OtherId).Handling().AsImported());
        return api;
    }

    private static async Task<string> Token(ApiStore api) => (await api.Services.GetRequiredService<CustomerLinks>().Make(Id))!.Token;

    private static async Task<HttpClient> AsCustomer(ApiStore api) => With(api, new AuthenticationHeaderValue("Bearer", await Token(api)));

    private static HttpClient With(ApiStore api, AuthenticationHeaderValue authorization)
    {
        var client = api.AsNobody();
        client.DefaultRequestHeaders.Authorization = authorization;
        return client;
    }

    private static string Status(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("AdminOrders-Order-Status"));

    private static async Task<string?> Read(HttpResponseMessage answer, string field) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty(field).GetString();
}
