namespace AdminOrders.Web.Features.Unfinished;

/// <summary>What is owed to the outside and not done: a page of its own, and a part of the order's.</summary>
internal static class UnfinishedFeature
{
    public static void AddUnfinished(this IServiceCollection services) => services.AddScoped<UnfinishedScreens>();
}
