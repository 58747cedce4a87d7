using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.HttpOverrides;

namespace AdminOrders.Web.Features.Qa;

/// <summary>Lets in who sits at this machine and is no web page; says in a sentence what is wrong with a request.</summary>
internal sealed class QaDoor : IEndpointFilter
{
    private static readonly string[] SignsOfAProxy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", ForwardedHeadersDefaults.XOriginalForHeaderName];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (WhyNot(context.HttpContext) is { } refusal)
        {
            return TypedResults.Problem(refusal, statusCode: StatusCodes.Status403Forbidden);
        }

        try
        {
            return await next(context);
        }
        catch (JsonException wrong)
        {
            return TypedResults.Problem(wrong.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (QaException wrong)
        {
            return TypedResults.Problem(wrong.Message, statusCode: wrong.Status);
        }
    }

    // A page on another site can make a browser of this machine send requests here: browsers then name its origin, or a host that is not ours.
    private static string? WhyNot(HttpContext context) => context switch
    {
        { Connection.RemoteIpAddress: null } => "Who asks is not known.",
        { Connection.RemoteIpAddress: { } caller } when !IPAddress.IsLoopback(caller) => "Only this machine may ask.",
        _ when SignsOfAProxy.Any(context.Request.Headers.ContainsKey) => "Only this machine may ask, without a proxy between.",
        _ when !IsLoopback(context.Request.Host.Host) => "The address must name this machine: localhost, 127.0.0.1 or [::1].",
        _ when context.Request.Headers.Origin.Count > 0 => "Web pages may not ask.",
        _ => null,
    };

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

/// <summary>A request that cannot be served, said in a sentence.</summary>
internal sealed class QaException(string message, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    public int Status => status;
}
