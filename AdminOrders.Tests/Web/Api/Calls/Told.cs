using System.Net;
using System.Text.Json;

namespace AdminOrders.Tests.Web.Api.Calls;

/// <summary>What a client of the API was told.</summary>
internal sealed record Told(HttpStatusCode Status, string? OrderStatus, bool IsRepeat, string? Tag, string Text)
{
    public JsonElement Body => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>The receipt; fails where there is none.</summary>
    public string Receipt => Body.GetProperty("receipt").GetString()!;

    /// <summary>The code of a refusal; fails where it is none.</summary>
    public string Code => Body.GetProperty("error").GetProperty("code").GetString()!;

    public string Message => Body.GetProperty("error").GetProperty("message").GetString()!;

    public static async Task<Told> Of(HttpResponseMessage answer)
    {
        using (answer)
        {
            return new(
                answer.StatusCode,
                answer.Headers.TryGetValues("AdminOrders-Order-Status", out var status) ? status.Single() : null,
                answer.Headers.TryGetValues("AdminOrders-Repeat", out var repeat) && repeat.Single() == "true",
                answer.Headers.ETag?.Tag,
                await answer.Content.ReadAsStringAsync());
        }
    }
}

/// <summary>How tests call the API.</summary>
internal static class Calling
{
    public static async Task<Told> Call(
        this HttpClient client, HttpMethod method, string path, object? body = null, string? key = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = body is string text ? new StringContent(text, null, "application/json") : System.Net.Http.Json.JsonContent.Create(body);
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await Told.Of(await client.SendAsync(request));
    }

    public static Task<Told> Post(this HttpClient client, string operation, object? body = null, string? key = null, string? ifMatch = null, string orderId = ServedStore.Id) =>
        client.Call(HttpMethod.Post, $"/api/oms/pvt/orders/{orderId}/{operation}", body, key, ifMatch);

    /// <summary>The operation of the same meaning under the other path.</summary>
    public static Task<Told> PostDocument(this HttpClient client, string operation, object? body = null, string orderId = ServedStore.Id) =>
        client.Call(HttpMethod.Post, $"/api/orders/pvt/document/{orderId}/{operation}", body);

    public static Task<Told> Cancel(this HttpClient client, object? body = null, string? key = null, string? ifMatch = null, string orderId = ServedStore.Id) =>
        client.Post("cancel", body, key, ifMatch, orderId);
}
