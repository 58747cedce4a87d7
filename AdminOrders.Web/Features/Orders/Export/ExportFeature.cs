using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Features.Orders.List;
using AdminOrders.Web.Shell.Localization;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace AdminOrders.Web.Features.Orders.Export;

/// <summary>What a list shows, as a file that is written while it is loaded down.</summary>
internal static class ExportFeature
{
    /// <summary>Relative to the base.</summary>
    public const string Address = "export/orders.csv";

    public const string ListField = "list";
    public const string RowsField = "rows";
    public const string ColumnField = "column";

    // A moment of the store is held as long as the file is read: who reads slower than that is cut off.
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 8 * 1024, gracePeriod: TimeSpan.FromSeconds(30));

    public static void MapExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/" + Address, SendAsync).RequireAuthorization(Resource.ListOrders).ExcludeFromDescription();

    private static async Task SendAsync(HttpContext context, OrderExport export, OrderViewStore views, CurrentUser currentUser, UserZone zone, TimeProvider time)
    {
        var (asked, stopped) = (context.Request.Query, context.RequestAborted);
        zone.Use(Shell.Preferences.Zone(context));
        var query = OrderListQuery.Parse($"?{asked[ListField]}");
        var text = query.ViewId is { } view ? await views.Find(view, stopped) : null;
        if (await currentUser.OfAsync(context.User, stopped) is not { } user || !user.May(Resource.ListOrders))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (query.ViewId is not null && text is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var now = time.GetUtcNow();
        BeginFile(context, $"orders-{zone.Local(now).ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture)}.csv");
        await export.WriteCsv(
            new(query.ToFilter(text, zone.Zone, now), asked[RowsField] == "order" ? ExportRows.PerOrder : ExportRows.PerSku, zone.Zone, CultureInfo.CurrentUICulture)
            {
                Columns = asked[ColumnField] is { Count: > 0 } chosen ? chosen.OfType<string>().ToHashSet(StringComparer.Ordinal) : null,
                IsPersonal = user.May(Resource.ViewOrder),
            },
            context.Response.BodyWriter, cancellationToken: stopped);
    }

    private static void BeginFile(HttpContext context, string name)
    {
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = Slowest;
        }

        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename={name}";
        context.Response.Headers.CacheControl = "no-store";
    }
}
