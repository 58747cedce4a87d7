namespace AdminOrders.Web.Features.Channels;

/// <summary>The marketplaces whose orders come in here: how that goes, their secrets and reasons, and what arrived.</summary>
internal static class ChannelsFeature
{
    public static void AddChannels(this IServiceCollection services) => services.AddScoped<ChannelScreens>();
}
