using AdminOrders.Web.Api.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace AdminOrders.Web.Api;

/// <summary>
/// Takes in what was sent before the operation begins, at most 1 MiB of it, whether its length was announced or not. The operation finds it as
/// <see cref="SentBody"/>.
/// </summary>
internal sealed class ApiBody(RequestDelegate next)
{
    /// <summary>Bytes; what is longer is refused.</summary>
    public const int Longest = 1024 * 1024;
    private const int ChunkSize = 16 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        var sent = await ReadAsync(context.Request, context.RequestAborted);
        if (sent.Length > 0 && IsEncoded(context.Request.Headers.ContentEncoding))
        {
            throw new ApiRefusedException(ApiErrors.UnsupportedMediaType());
        }

        context.Features.Set(new SentBody(sent, context.Request.ContentType));
        await next(context);
    }

    private static bool IsEncoded(Microsoft.Extensions.Primitives.StringValues encodings) =>
        encodings.Any(encoding => !string.IsNullOrEmpty(encoding) && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase));

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Longest)
        {
            throw new ApiRefusedException(ApiErrors.TooLarge());
        }

        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return [];
        }

        using var body = new MemoryStream();
        var chunk = new byte[ChunkSize];
        while (await request.Body.ReadAsync(chunk, cancellationToken) is > 0 and var read)
        {
            body.Write(chunk, 0, read);
            if (body.Length > Longest)
            {
                throw new ApiRefusedException(ApiErrors.TooLarge());
            }
        }

        return body.ToArray();
    }
}

/// <summary>What was sent with a request, as it came. A handler takes it as a parameter, or better a <see cref="JsonBody{T}"/>.</summary>
/// <param name="Bytes">Empty where nothing was sent.</param>
internal sealed record SentBody(ReadOnlyMemory<byte> Bytes, string? ContentType)
{
    public static ValueTask<SentBody?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<SentBody>());
}
