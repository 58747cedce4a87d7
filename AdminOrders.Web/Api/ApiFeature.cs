using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;
using AdminOrders.Web.Api.NotOffered;
using AdminOrders.Web.Api.OpenApi;
using AdminOrders.Web.Api.Orders;
using AdminOrders.Web.Shell;

namespace AdminOrders.Web.Api;

/// <summary>
/// The REST API under <c>/api</c>: the contract of VTEX's orders API over this store. It has a pipe of its own beside that of the pages, so
/// that every answer is JSON in English, and who calls is known, counted and allowed before anything is looked up.
/// </summary>
internal static class ApiFeature
{
    /// <summary>What every address of the API begins with.</summary>
    public const string Root = "/api";

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ApiAuthentication>();
        builder.Services.AddApiDocument();
        builder.Services.AddSingleton<OrderAnswers>();
    }

    /// <summary>Takes requests under <see cref="Root"/> out of the pipe of the pages; before that pipe begins.</summary>
    public static void UseApi(this WebApplication app) => app.MapWhen(IsApi, api =>
    {
        api.UseSecurityHeaders();
        api.UseMiddleware<ApiRequestNames>();
        api.UseMiddleware<ApiFailures>();
        api.UseMiddleware<ApiDoor>();
        api.UseMiddleware<ApiBody>();
        api.Run(ApiOperation.RunAsync);
    });

    /// <summary>The table of contents: one line for each operation.</summary>
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("");
        GetOrder.Map(api);
        GetOrderDocument.Map(api);
        GetOrderGroup.Map(api);
        GetPaymentTransaction.Map(api);
        NotOfferedOperations.Map(api);
        app.MapApiDocument();
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);
}
