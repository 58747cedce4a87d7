using System.Collections.Immutable;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Core.Connectors.Protocol;

/// <summary>What belongs to the marketplace protocol: external sellers of ours, and marketplaces whose external seller we are.</summary>
internal static class ProtocolServices
{
    /// <summary>Without a seller everything that is owed to sellers is closed with words.</summary>
    public static void AddMarketplaceProtocol(this IServiceCollection services, ImmutableArray<ProtocolPartner> sellers, ImmutableArray<ProtocolPartner> marketplaces)
    {
        services.AddSingleton<ProtocolClient>();
        services.AddSingleton<ToldReasons>();
        services.AddSingleton<SellerNewsReader>();
        services.AddSingleton(provider => new SellerDelivery(
            sellers, provider.GetRequiredService<SellerNewsReader>(), provider.GetRequiredService<ProtocolClient>(), provider.GetRequiredService<OrderWorkflow>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Connector(Consumers.Seller, provider.GetRequiredService<SellerDelivery>().Deliver));
        services.AddSingleton(provider => new PartnerReader(provider.GetRequiredService<IDbContextFactory<OrdersDb>>(), [
            .. sellers.Select(seller => new PartnerAccount(UnfinishedKind.Seller, seller.Id, seller.ToString())),
            .. marketplaces.Select(marketplace => new PartnerAccount(UnfinishedKind.Channel, marketplace.Id, marketplace.ToString())),
        ]));
        foreach (var marketplace in marketplaces)
        {
            services.AddSingleton(provider => new ChannelConnector(marketplace.Id, NoticesTo(marketplace, provider).Tell));
        }
    }

    private static MarketplaceNotices NoticesTo(ProtocolPartner marketplace, IServiceProvider provider) => new(
        marketplace, provider.GetRequiredService<ProtocolClient>(), provider.GetRequiredService<ToldReasons>(), provider.GetRequiredService<IDbContextFactory<OrdersDb>>());
}
