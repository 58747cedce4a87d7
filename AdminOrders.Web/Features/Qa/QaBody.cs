using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdminOrders.Web.Features.Qa;

/// <summary>Reads what a tester sent; a name that is not known is told instead of passed over.</summary>
internal static class QaBody
{
    private static readonly JsonSerializerOptions Strict =
        new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The body; a request without one is as good as <c>{}</c>.</summary>
    /// <exception cref="JsonException">It is no JSON, or names something that is not known.</exception>
    public static Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : new() => ReadAsync<T>(request, Strict, cancellationToken);

    /// <inheritdoc cref="ReadAsync{T}(HttpRequest, CancellationToken)"/>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonSerializerOptions options, CancellationToken cancellationToken)
        where T : new()
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.Length == 0 ? new T() : JsonSerializer.Deserialize<T>(body.ToArray(), options) ?? new T();
    }
}
