using System.Buffers;
using System.Globalization;

namespace AdminOrders.Web.Api;

/// <summary>
/// Gives a request the id that its sender chose, or one of our own, and says it in the answer. Whatever is said there is said in English, and
/// what an answer holds is kept by nobody on its way.
/// </summary>
internal sealed class ApiRequestNames(RequestDelegate next)
{
    public const string Header = "X-Request-Id";
    private const int LongestId = 128;
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._-:/+=");

    public Task InvokeAsync(HttpContext context)
    {
        var sent = context.Request.Headers[Header];
        context.TraceIdentifier = sent is [{ Length: > 0 and <= LongestId } only] && !only.AsSpan().ContainsAnyExcept(Letters) ? only : Guid.NewGuid().ToString("N");
        context.Response.Headers[Header] = context.TraceIdentifier;
        context.Response.Headers.CacheControl = "no-store";
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (English, English);
        return next(context);
    }
}
