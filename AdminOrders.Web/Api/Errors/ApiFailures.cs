using System.Diagnostics;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Api.Errors;

/// <summary>Turns what was thrown into an answer: a refusal as such, a broken store with its code, everything else with a trace id and no more.</summary>
internal sealed partial class ApiFailures(RequestDelegate next, StoreSource store, ILogger<ApiFailures> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (ApiRefusedException refused)
        {
            await refused.Error.ExecuteAsync(context);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await (bad.StatusCode is StatusCodes.Status413PayloadTooLarge ? ApiErrors.TooLarge() : ApiErrors.BadRequest()).ExecuteAsync(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await FailedAsync(context, failure);
        }
    }

    private async Task FailedAsync(HttpContext context, Exception failure)
    {
        var traceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        LogFailed(logger, failure, traceId, context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        var allowed = context.Response.Headers[ApiRequestNames.Header];
        context.Response.Clear();
        context.Response.Headers[ApiRequestNames.Header] = allowed;
        await (store.ProblemOf(failure) is { } problem ? ApiErrors.Store(problem, traceId) : ApiErrors.Unexpected(traceId)).ExecuteAsync(context);
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Operation} of the API failed, trace id {TraceId}.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string traceId, string method, string? operation);
}
