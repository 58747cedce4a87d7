using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Orders.Views;
using AdminOrders.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>All orders: the list, and the search that leads to it.</summary>
internal static class OrderListFeature
{
    public static void AddOrderList(this IServiceCollection services) => services.AddScoped<OrderListScreens>().AddScoped<SalesScreens>().AddScoped<SavedViewScreens>();

    public static void MapOrderList(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/orders/search", SearchAsync).RequireAuthorization(Resource.ListOrders).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();

    // What was typed is posted and kept under an id: the address that follows names only that. The name of a page leads to the page.
    // The token is validated before, and refused here.
    private static async Task<Results<RedirectHttpResult, BadRequest>> SearchAsync(HttpContext context, OrderViewStore views, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
        {
            return TypedResults.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (typed, list) = (form["text"].ToString().Trim(), form["list"].ToString());
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
