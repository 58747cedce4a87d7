using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api;

/// <summary>Many orders canceled by one call: the answer is a job, and the job tells what became of each.</summary>
public sealed class BulkOverHttpTests
{
    private const string Root = "/api/oms/pvt/orders/cancel";
    private static readonly DateTimeOffset Far = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [EveryEngine]
    public async Task One_call_cancels_many_orders_and_each_has_its_result(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        await api.Import(An.Order("window").Paid().In(Status.WindowToCancel, Far).AsImported());
        await api.Import(An.Order("handling").Handling().AsImported());
        await api.Import(An.Order("invoiced").Invoiced().AsImported());
        using var erp = await api.AsErp();

        using var begun = await Post(erp, "Sold out", "window", "handling", "invoiced", "nowhere", "window");
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        var job = await begun.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((4, begun.Headers.Location!.OriginalString), (job.GetProperty("total").GetInt32(), job.GetProperty("href").GetString()));

        var done = await Done(erp, job);
        Assert.Equal(
            [("window", "canceled", null), ("handling", "cancellation-requested", null), ("invoiced", "refused", "invoiced"), ("nowhere", "refused", "not-found")],
            done.GetProperty("orders").EnumerateArray().Select(order => (order.GetProperty("orderId").GetString(), order.GetProperty("result").GetString(), order.GetProperty("code").GetString())));
        Assert.Equal((4, 1), (done.GetProperty("finished").GetInt32(), done.GetProperty("results").GetProperty("canceled").GetInt32()));
        Assert.Equal(JsonValueKind.Null, done.GetProperty("next").ValueKind);
        using var order = await erp.GetAsync("/api/oms/pvt/orders/window");
        Assert.Equal("Sold out", (await order.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("cancelReason").GetString());
    }

    [Theory]
    [EveryEngine]
    public async Task The_same_call_under_its_key_is_the_same_job(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        await api.Import(An.Order("a").Handling().AsImported());
        await api.Import(An.Order("b").Handling().AsImported());
        using var erp = await api.AsErp();
        erp.DefaultRequestHeaders.Add("Idempotency-Key", "close-out");

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Begin(erp, "a")));
        Assert.Single(ids.Distinct(StringComparer.Ordinal));
        using var other = await Post(erp, "Sold out", "b");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency-key-reused"), (other.StatusCode, await CodeOf(other)));

        await using var db = await api.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        Assert.Equal((1, 1), (await db.BulkJobs.CountAsync(), await db.BulkItems.CountAsync()));
        using var colleague = await api.AsErp();
        colleague.DefaultRequestHeaders.Add("Idempotency-Key", "close-out");
        Assert.DoesNotContain(await Begin(colleague, "b"), ids);
    }

    [Fact]
    public async Task The_key_of_a_seller_reaches_its_own_orders_and_jobs()
    {
        await using var api = await ApiStore.Open();
        await api.Import(An.Order("own").Paid().FulfilledBySeller().AsImported());
        await api.Import(An.Order("stores").Paid().In(Status.WindowToCancel, Far).AsImported());
        using var erp = await api.AsErp();
        using var seller = await api.AsKey(Side.Seller, "seller-2", SecondCall.Default, Resource.CancelOrder);

        using var begun = await Post(seller, "Broken", "own", "stores");
        var done = await Done(seller, await begun.Content.ReadFromJsonAsync<JsonElement>());
        Assert.Equal(["canceled", "refused"], done.GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("result").GetString()));
        Assert.Equal("not-found", done.GetProperty("orders")[1].GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, done.GetProperty("orders")[1].GetProperty("status").ValueKind);

        using var foreign = await seller.GetAsync($"{Root}/{await Begin(erp, "stores")}");
        Assert.Equal((HttpStatusCode.NotFound, "no-job"), (foreign.StatusCode, await CodeOf(foreign)));
    }

    [Theory]
    [InlineData("""{"reason":"x"}""", "orderIds")]
    [InlineData("""{"orderIds":[],"reason":"x"}""", "orderIds")]
    [InlineData("""{"orderIds":["a",""],"reason":"x"}""", "orderIds[1]")]
    [InlineData("""{"orderIds":["a",null],"reason":"x"}""", "orderIds[1]")]
    [InlineData("""{"orderIds":["a",7],"reason":"x"}""", "orderIds[1]")]
    [InlineData("""{"orderIds":"a","reason":"x"}""", "orderIds")]
    public async Task What_is_no_list_of_ids_is_named(string body, string field)
    {
        await using var api = await ApiStore.Open();
        using var erp = await api.AsErp();

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await erp.PostAsync(Root, content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var db = await api.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        Assert.Equal(0, await db.BulkJobs.CountAsync());
    }

    [Fact]
    public async Task More_than_a_thousand_ids_and_a_reason_that_is_too_long_are_refused_as_a_whole()
    {
        await using var api = await ApiStore.Open();
        using var erp = await api.AsErp();

        using var many = await erp.PostAsJsonAsync(Root, new { orderIds = Enumerable.Range(0, 1001).Select(number => $"o-{number}"), reason = "x" });
        using var wordy = await Post(erp, new string('x', 10_000), "a");
        using var viewer = await api.AsKey(Resource.ListOrders);
        using var forbidden = await Post(viewer, "x", "a");
        using var unknown = await viewer.GetAsync($"{Root}/{new string('0', 32)}");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (many.StatusCode, wordy.StatusCode));
        Assert.Contains("reason", await wordy.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (forbidden.StatusCode, unknown.StatusCode));
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string reason, params string[] orderIds) => client.PostAsJsonAsync(Root, new { orderIds, reason });

    private static async Task<string> Begin(HttpClient client, string orderId)
    {
        using var begun = await Post(client, "Sold out", orderId);
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        return (await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("jobId").GetString()!;
    }

    private static async Task<JsonElement> Done(HttpClient client, JsonElement job)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var now = await client.GetFromJsonAsync<JsonElement>(job.GetProperty("href").GetString(), patience.Token);
            if (now.GetProperty("status").GetString() == "done")
            {
                return now;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString();
}
