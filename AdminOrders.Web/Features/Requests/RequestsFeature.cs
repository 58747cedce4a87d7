namespace AdminOrders.Web.Features.Requests;

/// <summary>The queue of cancellation requests, and who has what open.</summary>
internal static class RequestsFeature
{
    public static void AddRequests(this IServiceCollection services)
    {
        services.AddSingleton<OrderPresence>();
        services.AddScoped<RequestScreens>();
    }
}
