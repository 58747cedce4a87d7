using AdminOrders.Core.Storage.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>What belongs to Amazon, where an account is set up.</summary>
internal static class AmazonServices
{
    private static readonly AmazonOperation[] Shown = [AmazonOperation.SearchOrders, AmazonOperation.GetOrder, AmazonOperation.CancelOrder];

    public static void AddAmazon(this IServiceCollection services, AmazonSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<AmazonQuotas>();
        services.AddSingleton<AmazonAccess>();
        services.AddSingleton<AmazonClient>();
        services.AddSingleton<AmazonLook>();
        services.AddSingleton<AmazonLooks>();
        services.AddSingleton<AmazonPoll>();
        services.AddSingleton<AmazonCancellations>();
        services.AddSingleton(provider => new ChannelConnector(settings.AffiliateId, provider.GetRequiredService<AmazonCancellations>().Tell));
        services.AddSingleton(provider => AccountOf(settings, provider.GetRequiredService<AmazonClient>()));
        services.AddHostedService<AmazonRunner>();
    }

    private static ChannelAccount AccountOf(AmazonSettings settings, AmazonClient client) =>
        new(ChannelNames.Amazon, settings.ToString(), settings.AffiliateId, settings.WarehouseId, () => [.. Shown.Select(operation => QuotaOf(client, operation))]);

    private static ChannelQuota QuotaOf(AmazonClient client, AmazonOperation operation)
    {
        var quota = client.QuotaOf(operation);
        return new(operation.ToString(), quota.Left, quota.Burst);
    }
}
