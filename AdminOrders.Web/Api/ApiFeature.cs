using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Bulk;
using AdminOrders.Web.Api.Cancellation;
using AdminOrders.Web.Api.Channels;
using AdminOrders.Web.Api.Customers;
using AdminOrders.Web.Api.Errors;
using AdminOrders.Web.Api.Fulfillment;
using AdminOrders.Web.Api.Limits;
using AdminOrders.Web.Api.List;
using AdminOrders.Web.Api.NotOffered;
using AdminOrders.Web.Api.OpenApi;
using AdminOrders.Web.Api.Orders;
using AdminOrders.Web.Api.Reservations;
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
        builder.Services.AddSingleton<ListPages>();
        builder.Services.AddSingleton<ApiLimits>();
        builder.Services.AddOptions<ApiLimitSettings>().BindConfiguration("Api")
            .Validate(settings => settings.RequestsPerMinute >= 0, "Api:RequestsPerMinute is a whole number from 0.").ValidateOnStart();
        KeepAddressesOutOfTheLog(builder);
    }

    /// <summary>Takes requests under <see cref="Root"/> out of the pipe of the pages; before that pipe begins.</summary>
    public static void UseApi(this WebApplication app) => app.MapWhen(IsApi, api =>
    {
        api.UseSecurityHeaders();
        api.UseMiddleware<ApiRequestNames>();
        api.UseMiddleware<ApiLog>();
        api.UseMiddleware<ApiFailures>();
        api.UseMiddleware<ApiDoor>();
        api.UseMiddleware<StorableAddress>();
        api.UseMiddleware<OrderReach>();
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
        GetConversation.Map(api);
        CancelOrder.Map(api);
        CancelOrders.Map(api);
        GetCancelJob.Map(api);
        CancelEligibility.Map(api);
        ConfirmRequest.Map(api);
        DenyRequest.Map(api);
        WithdrawRequest.Map(api);
        StartHandlingOrder.Map(api);
        InvoiceOrder.Map(api);
        TrackInvoice.Map(api);
        NotifyPaymentOfOrder.Map(api);
        ChangeOrderItems.Map(api);
        OrderInteractions.Map(api);
        ListOrders.Map(api);
        ExtendedSearch.Map(api);
        UserOrders.Map(api);
        UserCancelRequest.Map(api);
        CreateReservation.Map(api);
        GetReservation.Map(api);
        ChangeReservation.Map(api);
        ListReservations.Map(api);
        AmazonNotification.Map(api);
        NotOfferedOperations.Map(api);
        app.MapApiDocument();
    }

    // The host's own line of a request has its whole address, which by VTEX's contract may hold a customer's name. No setting brings it back:
    // of rules for one category the last one counts, and a provider's own before those for all.
    private static void KeepAddressesOutOfTheLog(WebApplicationBuilder builder) => builder.Services.PostConfigure<LoggerFilterOptions>(options =>
    {
        foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct(StringComparer.Ordinal).ToList())
        {
            options.Rules.Add(new(provider, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning, null));
        }
    });

    // A base address that ends with a slash makes two: that is answered as JSON too, not by the page to sign in.
    private static bool IsApi(HttpContext context) =>
        new PathString($"/{context.Request.Path.Value!.TrimStart('/')}").StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);
}
