namespace AdminOrders.Web.Features.Stock;

/// <summary>What warehouses have, what orders hold of it, and counts of it.</summary>
internal static class StockFeature
{
    public static void AddStock(this IServiceCollection services) => services.AddScoped<StockScreens>();
}
