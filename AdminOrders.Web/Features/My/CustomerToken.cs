using AdminOrders.Web.Shell;
using Microsoft.AspNetCore.Http.Features;

namespace AdminOrders.Web.Features.My;

/// <summary>What stood in the address behind <c>/my/</c>; nothing of it is proven.</summary>
internal sealed record CustomerToken(string Text);

/// <summary>
/// Takes the token out of the address while the request is made, before anybody sees it: whoever writes addresses down (the host's own scope of log
/// lines, a log at its most talkative, a trace) has <c>/my/-</c>. Handlers find it as <see cref="CustomerToken"/>.
/// </summary>
internal sealed class TokenOutOfAddress(IServiceProvider services, PathPrefix prefix) : IHttpContextFactory
{
    /// <summary>What stands in its place.</summary>
    public const string Instead = "-";

    private static readonly PathString Root = "/my";
    private readonly DefaultHttpContextFactory factory = new(services);

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        var context = factory.Create(featureCollection);
        prefix.Settle(context.Request);
        Take(context);
        return context;
    }

    public void Dispose(HttpContext httpContext) => factory.Dispose(httpContext);

    private static void Take(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase, out var rest) || rest.Value is not ['/', _, ..] path)
        {
            return;
        }

        var end = path.IndexOf('/', 1);
        context.Features.Set(new CustomerToken(end < 0 ? path[1..] : path[1..end]));
        context.Request.Path = $"{Root}/{Instead}{(end < 0 ? "" : path[end..])}";
    }
}
