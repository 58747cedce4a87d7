using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Features.Orders.List;
using AdminOrders.Web.Shell;
using AdminOrders.Web.Shell.Localization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace AdminOrders.Web.Features.Orders.Export;

/// <summary>What a list shows, as a file: written while it is loaded down, or in the background and kept.</summary>
internal static class ExportFeature
{
    /// <summary>Relative to the base.</summary>
    public const string Address = "export/orders";

    public const string ListField = "list";
    public const string RowsField = "rows";
    public const string FormatField = "format";
    public const string ColumnField = "column";
    public const string IdField = "id";

    // A moment of the store is held as long as the file is read: who reads slower than that is cut off.
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 8 * 1024, gracePeriod: TimeSpan.FromSeconds(30));

    public static void AddExport(this IServiceCollection services) => services.AddScoped<ExportScreens>();

    public static void MapExport(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/" + Address, SendAsync).RequireAuthorization(Resource.ListOrders).ExcludeFromDescription();
        endpoints.MapGet("/" + ExportsQuery.Path + "/{id}/file", SendFileAsync).RequireAuthorization(Resource.ListOrders).ExcludeFromDescription();
    }

    /// <summary>The address of a file that is kept, relative to the base.</summary>
    public static string FileOf(string id) => $"{ExportsQuery.Path}/{id}/file";

    private static async Task SendAsync(HttpContext context, PastExports exports, ExportScreens screens, CurrentUser currentUser, UserZone zone, TimeProvider time)
    {
        var (asked, stopped) = (context.Request.Query, context.RequestAborted);
        zone.Use(Preferences.Zone(context));
        if (await currentUser.OfAsync(context.User, stopped) is not { } user || !user.May(Resource.ListOrders))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (await screens.WishAsync(user, OrderListQuery.Parse($"?{asked[ListField]}"), FormOf(asked), stopped) is not { } wish)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        BeginFile(context, wish.Request, time.GetUtcNow());
        await exports.Send(wish, user.Actor, asked[IdField], context.Response.BodyWriter, stopped);
    }

    private static async Task<Results<FileStreamHttpResult, StatusCodeHttpResult, NotFound>> SendFileAsync(
        string id, HttpContext context, PastExports exports, CurrentUser currentUser)
    {
        if (await currentUser.OfAsync(context.User, context.RequestAborted) is not { } user || !user.May(Resource.ListOrders))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await exports.Open(id, user.Actor, context.RequestAborted) is not (var export, var file))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(file, TypeOf(export.Wish.Request.Format), NameOf(export.Wish.Request, export.CreatedAt), enableRangeProcessing: true);
    }

    private static ExportForm FormOf(IQueryCollection asked) => new(
        asked[RowsField] == "order" ? ExportRows.PerOrder : ExportRows.PerSku,
        asked[FormatField] == ExportFiles.EndingOf(ExportFormat.Xlsx) ? ExportFormat.Xlsx : ExportFormat.Csv,
        asked[ColumnField] is { Count: > 0 } chosen ? chosen.OfType<string>().ToHashSet(StringComparer.Ordinal) : null);

    private static void BeginFile(HttpContext context, ExportRequest request, DateTimeOffset now)
    {
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = Slowest;
        }

        context.Response.ContentType = TypeOf(request.Format);
        context.Response.Headers.ContentDisposition = $"attachment; filename={NameOf(request, now)}";
        context.Response.Headers.CacheControl = "no-store";
    }

    private static string NameOf(ExportRequest request, DateTimeOffset at) =>
        $"orders-{TimeZoneInfo.ConvertTime(at, request.Zone).ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture)}.{ExportFiles.EndingOf(request.Format)}";

    private static string TypeOf(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
}
