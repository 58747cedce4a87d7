using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Shell.Localization;
using AdminOrders.Web.Ui;
using Microsoft.AspNetCore.Diagnostics;

namespace AdminOrders.Web.Shell;

/// <summary>The frame around all pages: components, headers, error pages, static files.</summary>
internal static class ShellFeature
{
    // A browser hands back what its prerendered page was made of: a page of the list is more than the default of 32 KiB.
    private const int LargestMessage = 256 * 1024;

    public static void AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(options => options.MaximumReceiveMessageSize = LargestMessage);
        services.AddSingleton<PathPrefix>();
        services.AddHostedService<SpareMemory>();
        services.AddScoped<Announcer>();
        services.AddScoped<SearchSuggestions>();
        services.AddLanguages();
    }

    /// <summary>The order of what every request goes through; errors outermost, so that their pages have headers and a language too.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(AnswerFormsPlainly);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        app.MapGet("/", () => TypedResults.LocalRedirect("~/orders")).ExcludeFromDescription();
        app.MapLanguages();
        app.MapPreferences();
    }

    // A page cannot be rendered in place of a failed form: it would read that form again. What fails is shown as if it had been asked for;
    // an account form whose token has grown old (another tab, a browser that forgot its session) starts anew.
    private static async Task AnswerFormsPlainly(HttpContext context, RequestDelegate next)
    {
        var isForm = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        if (isForm && context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }
        else if (isForm && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        await next(context);
        if (isForm && context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } && context.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Redirect(context.Request.PathBase + AccountFeature.SignInPath + context.Request.QueryString);
        }
    }
}
