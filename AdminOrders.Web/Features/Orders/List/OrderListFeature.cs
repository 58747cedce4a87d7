using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Orders.Views;
using AdminOrders.Web.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>All orders: the list, and the search that leads to it.</summary>
internal static class OrderListFeature
{
    public static void AddOrderList(this IServiceCollection services) => services.AddScoped<OrderListScreens>().AddScoped<SalesScreens>().AddScoped<SavedViewScreens>();

    public static void MapOrderList(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/orders/search", SearchAsync).RequireAuthorization(Resource.ListOrders).ExcludeFromDescription();

    // What was typed is posted and kept under an id: the address that follows names only that. The name of a page leads to the page.
    private static async Task<Results<RedirectHttpResult, BadRequest>> SearchAsync(
        [FromForm] string? text, [FromForm] string? list, OrderViewStore views, CancellationToken cancellationToken)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Length > OrderViewStore.LongestText)
        {
            return TypedResults.BadRequest();
        }

        if (SearchDestinations.Find(typed).FirstOrDefault(page => typed.Length > 2) is { } destination)
        {
            return SeeOther(destination.Address);
        }

        var query = OrderListQuery.Parse($"?{list}") with { Cursor = null, ViewId = null };
        return SeeOther((typed.Length == 0 ? query : query with { ViewId = await views.Save(typed, cancellationToken) }).Address);
    }

    private static RedirectHttpResult SeeOther(string address) => TypedResults.LocalRedirect("~/" + address);
}
