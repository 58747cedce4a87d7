namespace AdminOrders.Web.Features.Insights;

/// <summary>Figures about canceled orders.</summary>
internal static class InsightsFeature
{
    public static void AddInsights(this IServiceCollection services) => services.AddScoped<InsightScreens>();
}
