using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api;

/// <summary>The end of the API's pipe: runs the operation that routing has found, or says that there is none.</summary>
internal static class ApiOperation
{
    /// <summary>Whether the endpoint is an operation of the API: one that names what it needs.</summary>
    public static bool Is(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<NeededResources>() is not null;

    public static Task RunAsync(HttpContext context) => context.GetEndpoint() switch
    {
        { RequestDelegate: { } operation } endpoint when Is(endpoint) => operation(context),
        { RequestDelegate: { } other } => RefuseAsync(context, other),
        _ => ApiErrors.UnknownPath().ExecuteAsync(context),
    };

    // Routing answers a method that a path does not know with an endpoint of its own. It is asked for the methods that are known, and no more.
    private static async Task RefuseAsync(HttpContext context, RequestDelegate other)
    {
        if (context.GetEndpoint() is RouteEndpoint)
        {
            await ApiErrors.UnknownPath().ExecuteAsync(context);
            return;
        }

        await other(context);
        await (context.Response.StatusCode is StatusCodes.Status405MethodNotAllowed ? ApiErrors.MethodNotAllowed() : ApiErrors.UnknownPath()).ExecuteAsync(context);
    }
}
