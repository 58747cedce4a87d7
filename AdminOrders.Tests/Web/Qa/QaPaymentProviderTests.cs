using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace AdminOrders.Tests.Web.Qa;

public sealed class QaPaymentProviderTests(QaStore store) : IClassFixture<QaStore>
{
    [Theory]
    [InlineData("accept", "cancellations", 200)]
    [InlineData("refuse", "cancellations", 400)]
    [InlineData("fail", "refunds", 500)]
    [InlineData("delay", "refunds", 200)]
    [InlineData("by-hand", "cancellations", 501)]
    [InlineData("by-hand", "refunds", 501)]
    [InlineData("settled", "cancellations", 500)]
    [InlineData("settled", "refunds", 200)]
    [InlineData("accept", "settlements", 200)]
    public async Task A_payment_is_treated_as_it_was_told(string scenario, string operation, int status)
    {
        var payment = $"{scenario}-{operation}";
        await Tell(payment, $$"""{"scenario":"{{scenario}}"}""");

        var (answered, body) = await Ask(payment, operation, "r-1");

        Assert.Equal(status, (int)answered);
        Assert.Equal((payment, "r-1"), (body.GetProperty("paymentId").GetString(), body.GetProperty("requestId").GetString()));
        Assert.Equal(status == 200, body.EnumerateObject().Single(member => member.Name is "cancellationId" or "refundId" or "settleId").Value.ValueKind is JsonValueKind.String);
    }

    [Fact]
    public async Task A_request_is_carried_out_once_and_answered_each_time()
    {
        await Tell("twice", """{"scenario":"twice"}""");
        await Assert.ThrowsAnyAsync<Exception>(() => Ask("twice", "refunds", "r-1"));

        var (_, first) = await Ask("twice", "refunds", "r-1");
        var (_, second) = await Ask("twice", "refunds", "r-1");
        var (_, another) = await Ask("twice", "refunds", "r-2");

        Assert.Equal(first.GetProperty("refundId").GetString(), second.GetProperty("refundId").GetString());
        Assert.NotEqual(first.GetProperty("refundId").GetString(), another.GetProperty("refundId").GetString());
        using var calls = await store.Web.Visit().GetAsync("/qa/payment-provider/scenarios/twice");
        Assert.Equal(4, (await calls.Content.ReadFromJsonAsync<JsonElement>()).GetArrayLength());
    }

    [Fact]
    public async Task A_scenario_ends_after_so_many_calls()
    {
        await Tell("flaky", """{"scenario":"fail","times":2}""");

        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            statuses.Add((await Ask("flaky", "cancellations", "r-1")).Status);
        }

        Assert.Equal([HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task Who_has_no_key_is_turned_away()
    {
        using var answer = await store.PostAsync("/qa/payment-provider/payments/p/refunds", """{"requestId":"r"}""");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task Tell(string payment, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await store.Web.Visit().Client.PutAsync(new Uri($"/qa/payment-provider/scenarios/{payment}", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> Ask(string payment, string operation, string requestId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/qa/payment-provider/payments/{payment}/{operation}", UriKind.Relative));
        request.Headers.Add("X-PROVIDER-API-AppKey", "key");
        request.Headers.Add("X-PROVIDER-API-AppToken", "token");
        request.Content = new StringContent($$"""{"paymentId":"{{payment}}","requestId":"{{requestId}}","value":20.0}""", Encoding.UTF8, "application/json");
        using var answer = await store.Web.Visit().Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
