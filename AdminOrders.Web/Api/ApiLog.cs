using System.Diagnostics;
using AdminOrders.Web.Api.Access;

namespace AdminOrders.Web.Api;

/// <summary>
/// A line for each request of the API: which operation, whose, what came of it. Of what was sent it has the names, never a value: addresses
/// carry names and e-mails of customers by contract. What went well is at Debug, a refusal at Information.
/// </summary>
internal sealed partial class ApiLog(RequestDelegate next, ILogger<ApiLog> logger)
{
    private const int LongestNames = 400;

    public async Task InvokeAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        await next(context);
        var level = context.Response.StatusCode < StatusCodes.Status400BadRequest ? LogLevel.Debug : LogLevel.Information;
        if (logger.IsEnabled(level))
        {
            var operation = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
            var parameters = NamesOf(context.Request.Query);
            var credential = context.Features.Get<ApiCaller>()?.Credential ?? "(nobody)";
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            LogAnswered(logger, level, context.Request.Method, operation, parameters, credential, context.Response.StatusCode, took, context.TraceIdentifier);
        }
    }

    // A name that is none of ours may be anything, a value that lost its sign too: it is not written down.
    private static string NamesOf(IQueryCollection query)
    {
        var names = string.Join(' ', query.Keys.Select(name => name.Length <= 40 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_') ? name : "(other)"));
        return names.Length > LongestNames ? names[..LongestNames] : names;
    }

    [LoggerMessage(Message = "{Method} {Operation} ({Parameters}) by {Credential}: {Status} after {Milliseconds:F1} ms, request {RequestId}")]
    private static partial void LogAnswered(
        ILogger logger, LogLevel level, string method, string operation, string parameters, string credential, int status, double milliseconds, string requestId);
}
