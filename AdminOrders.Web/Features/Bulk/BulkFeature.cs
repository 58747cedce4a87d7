using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Shell.Localization;

namespace AdminOrders.Web.Features.Bulk;

/// <summary>The same done about many orders, and what came of each as a file.</summary>
internal static class BulkFeature
{
    public static void AddBulk(this IServiceCollection services) => services.AddScoped<BulkScreens>();

    public static void MapBulk(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/bulk/{jobId}/results.csv", SendAsync).RequireAuthorization(Resource.ListOrders).ExcludeFromDescription();

    /// <summary>The address of the file, relative to the base.</summary>
    public static string ResultsOf(string jobId) => BulkQuery.AddressOf(jobId) + "/results.csv";

    private static async Task SendAsync(string jobId, HttpContext context, BulkReader reader, BulkResults results, CurrentUser currentUser, UserZone zone)
    {
        if (await currentUser.OfAsync(context.User, context.RequestAborted) is not { } user || !user.May(Resource.ListOrders))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (await reader.Find(jobId, context.RequestAborted) is not { } job)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        zone.Use(Shell.Preferences.Zone(context));
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=results-{jobId}.csv";
        context.Response.Headers.CacheControl = "no-store";
        await results.WriteCsv(job, zone.Zone, CultureInfo.CurrentUICulture, context.Response.BodyWriter, context.RequestAborted);
    }
}
