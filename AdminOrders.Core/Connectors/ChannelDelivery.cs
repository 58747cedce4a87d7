using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Connectors;

/// <summary>What a channel has to know of one of its orders.</summary>
/// <param name="MarketplaceOrderId">The order's id there.</param>
/// <param name="By">Whose side did it.</param>
internal sealed record ChannelNews(OwedDelivery Delivery, string OrderId, string AffiliateId, string MarketplaceOrderId, OrderEvent Happened, Side By);

/// <summary>Who tells the channel whose orders have that affiliate.</summary>
internal sealed record ChannelConnector(string AffiliateId, Func<ChannelNews, CancellationToken, Task<Outcome>> Tell);

/// <summary>Brings what is owed to a channel to the connector of the order's affiliate.</summary>
internal sealed class ChannelDelivery(IDbContextFactory<OrdersDb> factory, IEnumerable<ChannelConnector> connectors)
{
    private readonly Dictionary<string, ChannelConnector> byAffiliate = connectors.ToDictionary(connector => connector.AffiliateId, StringComparer.OrdinalIgnoreCase);

    public async Task<Outcome> Deliver(OwedDelivery delivery, CancellationToken cancellationToken)
    {
        var news = await Read(delivery, cancellationToken);
        return byAffiliate.TryGetValue(news.AffiliateId, out var connector)
            ? await connector.Tell(news, cancellationToken)
            : Outcome.Refused($"No connector is set up for the affiliate \"{news.AffiliateId}\": tell that marketplace by hand.");
    }

    private async Task<ChannelNews> Read(OwedDelivery delivery, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var row = await db.History.AsNoTracking().SingleAsync(history => history.HistoryId == delivery.HistoryId, cancellationToken);
        var order = await db.Orders.Where(order => order.Key == delivery.OrderKey)
            .Select(order => new { order.OrderId, order.AffiliateId, order.MarketplaceOrderId }).SingleAsync(cancellationToken);
        return new(delivery, order.OrderId, order.AffiliateId, order.MarketplaceOrderId, EventJson.Read(new(row.Kind, row.KindVersion, row.Payload)), row.ActorSide);
    }
}
