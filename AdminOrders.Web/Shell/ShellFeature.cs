using AdminOrders.Web.Shell.Localization;
using AdminOrders.Web.Ui;
using Radzen;

namespace AdminOrders.Web.Shell;

/// <summary>The frame around all pages: components, headers, error pages, static files.</summary>
internal static class ShellFeature
{
    public static void AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
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
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        app.MapGet("/", () => TypedResults.LocalRedirect("/orders")).ExcludeFromDescription();
        app.MapLanguages();
        app.MapPreferences();
    }
}
