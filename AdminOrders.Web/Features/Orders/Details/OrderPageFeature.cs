using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Orders.Details;

/// <summary>The page of one order and its dialogs.</summary>
internal static class OrderPageFeature
{
    public static void AddOrderPage(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddSingleton<PageHandover>();
        services.AddScoped<OrderScreens>();
        services.AddScoped<OrderChanges>();
        services.AddScoped<OrderNeighbors>();
    }
}
