using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;
using Microsoft.AspNetCore.Routing.Template;

namespace AdminOrders.Web.Api;

/// <summary>The end of the API's pipe: runs the operation that routing has found, or says that there is none.</summary>
internal static class ApiOperation
{
    /// <summary>Whether the endpoint is an operation of the API: one that names what it needs.</summary>
    public static bool Is(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<NeededResources>() is not null;

    public static Task RunAsync(HttpContext context) =>
        context.GetEndpoint() is { RequestDelegate: { } operation } endpoint && Is(endpoint) ? operation(context) : RefuseAsync(context);

    // What routing says of methods counts in the files of the pages too, which are no operations.
    private static Task RefuseAsync(HttpContext context)
    {
        var methods = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => Is(endpoint) && Matches(endpoint, context.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (methods.Length == 0)
        {
            return ApiErrors.UnknownPath().ExecuteAsync(context);
        }

        context.Response.Headers.Allow = methods;
        return ApiErrors.MethodNotAllowed().ExecuteAsync(context);
    }

    private static bool Matches(RouteEndpoint endpoint, PathString path) =>
        endpoint.RoutePattern.RawText is { } pattern && new TemplateMatcher(TemplateParser.Parse(pattern), []).TryMatch(path, []);
}
