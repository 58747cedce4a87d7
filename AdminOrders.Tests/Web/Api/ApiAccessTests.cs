using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.NotOffered;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api;

/// <summary>Who is let in: by key or cookie, by resource, and for how long.</summary>
public sealed class ApiAccessTests
{
    private const string Feed = "/api/orders/feed";

    [Theory]
    [EveryEngine]
    public async Task A_key_with_its_token_is_let_in_and_everybody_else_is_told_401(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        var key = await api.MakeKey(Erp(await api.MakeRole(Resource.ListOrders)));

        await AssertAnswers(api.With(key), Feed, HttpStatusCode.NotImplemented, "not-offered");
        await AssertAnswers(api.With(key with { AppToken = key.AppToken[..^1] + (key.AppToken[^1] is 'A' ? 'B' : 'A') }), Feed, HttpStatusCode.Unauthorized, "1");
        await AssertAnswers(api.With(key with { AppKey = "appkey-0000000000000000" }), Feed, HttpStatusCode.Unauthorized, "1");
        await AssertAnswers(api.With(key with { AppKey = "appkey'--" }), Feed, HttpStatusCode.Unauthorized, "1");
        await AssertAnswers(api.AsNobody(), Feed, HttpStatusCode.Unauthorized, "1");
    }

    [Fact]
    public async Task Half_a_key_two_keys_or_an_empty_token_let_nobody_in()
    {
        await using var api = await ApiStore.Open();
        var key = await api.MakeKey(Erp(await api.MakeRole(Resource.ListOrders)));
        var onlyKey = api.AsNobody();
        onlyKey.DefaultRequestHeaders.Add(ApiAuthentication.KeyHeader, key.AppKey);
        var twice = api.With(key);
        twice.DefaultRequestHeaders.Add(ApiAuthentication.KeyHeader, "another");

        await AssertAnswers(onlyKey, Feed, HttpStatusCode.Unauthorized, "1");
        await AssertAnswers(twice, Feed, HttpStatusCode.Unauthorized, "1");
        await AssertAnswers(api.With(key with { AppToken = "" }), Feed, HttpStatusCode.Unauthorized, "1");
    }

    [Theory]
    [EveryEngine]
    public async Task A_revoked_key_is_out_with_its_next_request_also_when_another_process_revoked_it(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        var key = await api.MakeKey(Erp(await api.MakeRole(Resource.ListOrders)));
        var client = api.With(key);
        await AssertAnswers(client, Feed, HttpStatusCode.NotImplemented, "not-offered");

        await using (var elsewhere = new ServiceCollection().AddLogging().AddOrderStorage(api.Configuration).BuildServiceProvider())
        {
            Assert.True(await elsewhere.GetRequiredService<AppKeys>().Revoke(key.AppKey));
            Assert.False(await elsewhere.GetRequiredService<AppKeys>().Revoke(key.AppKey));
        }

        await AssertAnswers(client, Feed, HttpStatusCode.Unauthorized, "1");
    }

    [Fact]
    public async Task Who_makes_renews_and_ends_a_key_stands_in_the_log_and_no_token_does()
    {
        await using var api = await ApiStore.Open(settings: [("Logging:LogLevel:Default", "Information")]);
        var (keys, role) = (api.Services.GetRequiredService<AppKeys>(), await api.MakeRole(Resource.ListOrders));
        var made = (await keys.Make(Erp(role) with { IssuedById = "ana" })).Issued!;
        var renewed = (await keys.Rotate(made.AppKey, TimeSpan.FromHours(1), "bo"))!;
        Assert.True(await keys.Revoke(made.AppKey));

        Assert.Contains(api.Web.Log.All, line => line.Contains($"App key {made.AppKey} was made by user:ana: side Store", StringComparison.Ordinal) && line.Contains(role, StringComparison.Ordinal));
        Assert.Contains(api.Web.Log.All, line => line.Contains($"App key {made.AppKey} got a new token by user:bo", StringComparison.Ordinal));
        Assert.Contains(api.Web.Log.All, line => line.Contains($"App key {made.AppKey} was revoked by the command line", StringComparison.Ordinal));
        Assert.DoesNotContain(api.Web.Log.All, line => line.Contains(made.AppToken, StringComparison.Ordinal) || line.Contains(renewed.AppToken, StringComparison.Ordinal));
    }

    [Theory]
    [EveryEngine]
    public async Task A_resource_that_is_taken_away_is_gone_with_the_next_request(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        var client = await api.AsKey(Resource.ListOrders);
        await AssertAnswers(client, Feed, HttpStatusCode.NotImplemented, "not-offered");

        await using var db = await api.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        await db.RoleClaims.Where(claim => claim.ClaimValue == Resource.ListOrders).ExecuteDeleteAsync();

        await AssertAnswers(client, Feed, HttpStatusCode.Forbidden, "missing-resource");
    }

    [Fact]
    public async Task Who_has_nothing_to_do_here_cannot_tell_what_is_there_from_what_is_not()
    {
        await using var api = await ApiStore.Open();
        var client = await api.AsKey(Resource.ManageSettings);

        await AssertAnswers(client, Feed, HttpStatusCode.Forbidden, "missing-resource");
        await AssertAnswers(client, "/api/oms/pvt/nothing", HttpStatusCode.Forbidden, "missing-resource");
    }

    [Fact]
    public async Task Every_operation_of_the_contract_that_is_not_here_answers_501_and_only_to_who_is_known()
    {
        await using var api = await ApiStore.Open();
        var (known, nobody) = (await api.AsErp(), api.AsNobody());
        foreach (var (method, path) in NotOfferedOperations.All)
        {
            var address = path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
            using var answer = await Send(known, method, address);
            using var refused = await Send(nobody, method, address);
            Assert.Equal((HttpStatusCode.NotImplemented, HttpStatusCode.Unauthorized), (answer.StatusCode, refused.StatusCode));
        }
    }

    [Fact]
    public async Task Who_is_signed_in_reads_by_cookie_and_changes_nothing_without_the_token_against_forged_requests()
    {
        await using var api = await ApiStore.Open();
        var owner = await api.Web.SignInAsAsync(PredefinedRoles.Owner);
        var token = (await owner.ReadAsync("/settings")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await AssertAnswers(owner.Client, Feed, HttpStatusCode.NotImplemented, "not-offered");
        using var forged = await Send(owner.Client, "POST", Feed);
        owner.Client.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        using var meant = await Send(owner.Client, "POST", Feed);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotImplemented), (forged.StatusCode, meant.StatusCode));
    }

    [Fact]
    public async Task A_wrong_key_is_not_made_good_by_a_cookie()
    {
        await using var api = await ApiStore.Open();
        var owner = await api.Web.SignInAsAsync(PredefinedRoles.Owner);
        owner.Client.DefaultRequestHeaders.Add(ApiAuthentication.KeyHeader, "appkey-0000000000000000");
        owner.Client.DefaultRequestHeaders.Add(ApiAuthentication.TokenHeader, "nothing");
        await AssertAnswers(owner.Client, Feed, HttpStatusCode.Unauthorized, "1");
    }

    [Theory]
    [EveryEngine]
    public async Task The_key_of_a_channel_or_a_seller_reaches_its_own_orders_only(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        await api.Import(An.Order("own-01").Ready().AsImported());
        await api.Import(An.Order("other-01").Ready().AsImported());
        await using (var db = await api.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync())
        {
            await db.Orders.Where(order => order.OrderId == "own-01").ExecuteUpdateAsync(set => set.SetProperty(order => order.AffiliateId, "AMZ").SetProperty(order => order.SellerId, "s2"));
            await db.Orders.Where(order => order.OrderId == "other-01").ExecuteUpdateAsync(set => set.SetProperty(order => order.AffiliateId, "XYZ").SetProperty(order => order.SellerId, "1"));
        }

        foreach (var (side, party) in new[] { (Side.Marketplace, "AMZ"), (Side.Seller, "s2") })
        {
            var client = await api.AsKey(side, party, SecondCall.Default, Resource.ViewOrder);
            using var own = await Send(client, "GET", "/api/oms/pvt/orders/own-01");
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
            await AssertAnswers(client, "/api/oms/pvt/orders/other-01", HttpStatusCode.NotFound, "OMS007");
            await AssertAnswers(client, "/api/oms/pvt/orders/nothing-01", HttpStatusCode.NotFound, "OMS007");
        }
    }

    internal static async Task AssertAnswers(HttpClient client, string address, HttpStatusCode status, string code)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
        Assert.Equal((status, code), (answer.StatusCode, error.GetProperty("code").GetString()));
        Assert.Equal(JsonValueKind.Null, error.GetProperty("exception").ValueKind);
    }

    private static NewAppKey Erp(string role) => new("ERP", [role], Side.Store, null, SecondCall.Default);

    private static async Task<HttpResponseMessage> Send(HttpClient client, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        return await client.SendAsync(request);
    }
}
