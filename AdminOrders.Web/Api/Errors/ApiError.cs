using System.Diagnostics;
using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace AdminOrders.Web.Api.Errors;

/// <summary>
/// A refusal as callers of the API read it: VTEX's envelope <c>{"error":{"code","message","exception":null}}</c>, or problem+json under
/// <c>/api/order-system</c>, where VTEX writes that.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable for ever.</param>
/// <param name="Message">English: what is wrong and the way out of it.</param>
internal sealed record ApiError(int Status, string Code, string Message) : IResult
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly PathString OrderSystem = "/api/order-system";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        var path = httpContext.Request.Path;
        var body = BodyUnder(path, Activity.Current?.Id ?? httpContext.TraceIdentifier);
        return httpContext.Response.WriteAsJsonAsync(body, body.GetType(), Json, MediaTypeUnder(path), httpContext.RequestAborted);
    }

    /// <summary>The content type of the answer under that path.</summary>
    public static string MediaTypeUnder(PathString path) => IsProblemUnder(path) ? MediaTypeNames.Application.ProblemJson : MediaTypeNames.Application.Json;

    /// <summary>What is answered under that path.</summary>
    public object BodyUnder(PathString path, string traceId) => IsProblemUnder(path)
        ? new ProblemBody("about:blank", ReasonPhrases.GetReasonPhrase(Status), Status, Message, Code, traceId)
        : new Envelope(new(Code, Message, null));

    private static bool IsProblemUnder(PathString path) => path.StartsWithSegments(OrderSystem, StringComparison.OrdinalIgnoreCase);

    internal sealed record Envelope(EnvelopeError Error);

    internal sealed record EnvelopeError(string Code, string Message, string? Exception);

    internal sealed record ProblemBody(string Type, string Title, int Status, string Detail, string Code, string TraceId);
}

/// <summary>Ends a request with a refusal from where no result can be returned: while a handler's parameters are read.</summary>
internal sealed class ApiRefusedException(ApiError error) : Exception(error.Message)
{
    public ApiError Error => error;
}
