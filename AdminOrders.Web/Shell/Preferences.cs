using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminOrders.Web.Shell;

/// <summary>What a browser remembers for its user: the appearance and the time zone. Appearance and the browser's own zone are written by <c>app.js</c> too.</summary>
internal static class Preferences
{
    public const string ThemeCookie = "theme";
    public const string ZoneCookie = "tz";
    public const string ChosenZoneCookie = "zone";

    /// <summary>Chosen instead of a zone: the browser's own.</summary>
    public const string BrowserZone = "browser";
    public const string LightTheme = "light";
    public const string DarkTheme = "dark";
    public const string SystemTheme = "system";

    /// <summary>How a preference is kept: a year, for this site only, readable by the page.</summary>
    public static CookieOptions Cookie => new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/" };

    /// <summary>The appearance that was chosen in this browser; without a choice it follows the system.</summary>
    public static string Theme(HttpContext? context) =>
        context?.Request.Cookies[ThemeCookie] is (LightTheme or DarkTheme) and var chosen ? chosen : SystemTheme;

    /// <summary>The IANA time zone that was chosen in this browser, else the browser's own; null before its first page.</summary>
    public static string? Zone(HttpContext? context) =>
        context?.Request.Cookies[ChosenZoneCookie] is { } chosen && IsZone(chosen) ? chosen : context?.Request.Cookies[ZoneCookie];

    /// <summary>The ways to choose an appearance without a script, and a time zone.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/theme", ChooseTheme).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/zone", ChooseZone).AllowAnonymous().ExcludeFromDescription();
    }

    private static RedirectHttpResult ChooseZone(HttpContext context, string? zone, string? returnUrl)
    {
        if (zone is BrowserZone)
        {
            context.Response.Cookies.Delete(ChosenZoneCookie, Cookie);
        }
        else if (zone is not null && IsZone(zone))
        {
            context.Response.Cookies.Append(ChosenZoneCookie, zone, Cookie);
        }

        return TypedResults.LocalRedirect("~" + LocalUrl.Or(returnUrl, "/"));
    }

    private static bool IsZone(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    private static RedirectHttpResult ChooseTheme(HttpContext context, string? theme, string? returnUrl)
    {
        if (theme is LightTheme or DarkTheme or SystemTheme)
        {
            context.Response.Cookies.Append(ThemeCookie, theme, Cookie);
        }

        return TypedResults.LocalRedirect("~" + LocalUrl.Or(returnUrl, "/"));
    }
}
