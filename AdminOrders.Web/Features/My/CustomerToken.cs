using System.Diagnostics;

namespace AdminOrders.Web.Features.My;

/// <summary>What stood in the address behind <c>/my/</c>; nothing of it is proven.</summary>
internal sealed record CustomerToken(string Text);

/// <summary>
/// Takes the token out of the address before anybody sees it: whoever writes addresses down (a log at its most talkative, a trace) has
/// <c>/my/-</c>. Handlers find it as <see cref="CustomerToken"/>.
/// </summary>
internal sealed class TokenOutOfAddress : IStartupFilter
{
    /// <summary>What stands in its place.</summary>
    public const string Instead = "-";

    private static readonly PathString Root = "/my";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, go) =>
        {
            Take(context);
            return go(context);
        });
        next(app);
    };

    private static void Take(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase, out var rest) || rest.Value is not ['/', _, ..] path)
        {
            return;
        }

        var end = path.IndexOf('/', 1);
        context.Features.Set(new CustomerToken(end < 0 ? path[1..] : path[1..end]));
        context.Request.Path = $"{Root}/{Instead}{(end < 0 ? "" : path[end..])}";
        if (Activity.Current?.GetTagItem("url.path") is not null)
        {
            Activity.Current.SetTag("url.path", context.Request.Path.Value);
        }
    }
}
