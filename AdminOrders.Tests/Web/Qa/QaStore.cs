using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace AdminOrders.Tests.Web.Qa;

/// <summary>An installation in Development, and a tester who talks to its kit.</summary>
public sealed class QaStore : IAsyncLifetime
{
    internal WebStore Web { get; } = new(environment: "Development");

    public async Task InitializeAsync() => await SendAsync("/qa/reset", "{}");

    public async Task DisposeAsync() => await Web.DisposeAsync();

    internal async Task<HttpResponseMessage> PostAsync(string address, string json)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return await Web.Visit().Client.PostAsync(new Uri(address, UriKind.Relative), body);
    }

    internal async Task<JsonElement> SendAsync(string address, string json)
    {
        using var answer = await PostAsync(address, json);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
