using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace AdminOrders.Web.Shell.Localization;

/// <summary>Which language a request speaks: the cookie decides, then what the browser prefers.</summary>
internal static class LanguageFeature
{
    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddScoped<UserZone>();
        services.AddRequestLocalization(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages.All[0]);
            options.SupportedCultures = [.. Languages.All];
            options.SupportedUICultures = [.. Languages.All];
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new CustomRequestCultureProvider(FromBrowser)];
        });
    }

    public static void MapLanguages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/culture", Choose).AllowAnonymous().ExcludeFromDescription();

    private static RedirectHttpResult Choose(HttpContext context, string? culture, string? returnUrl)
    {
        if (Languages.Closest(culture) is { } chosen)
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)),
                Preferences.Cookie);
        }

        return TypedResults.LocalRedirect("~" + LocalUrl.Or(returnUrl, "/"));
    }

    private static Task<ProviderCultureResult?> FromBrowser(HttpContext context)
    {
        var preferred = context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Languages.Closest(language.Value.Value))
            .FirstOrDefault(culture => culture is not null);
        return Task.FromResult(preferred is null ? null : new ProviderCultureResult(preferred.Name));
    }
}
