using System.Globalization;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Connectors.Protocol;

/// <summary>Tells a marketplace that we sell on what happened here, as its external seller does.</summary>
internal sealed class MarketplaceNotices(ProtocolPartner marketplace, ProtocolClient client, ToldReasons reasons, IDbContextFactory<OrdersDb> factory)
{
    public async Task<Outcome> Tell(ChannelNews news, CancellationToken cancellationToken) => news switch
    {
        _ when !ProtocolPartner.CanName(news.MarketplaceOrderId) => Outcome.Refused("The order does not say by which id the marketplace knows it: tell it by hand."),
        { Happened: OrderCanceled, By: Side.Marketplace } => Outcome.Closed("The marketplace canceled it itself."),
        { Happened: OrderCanceled canceled } => Of(await Cancel(news, canceled, cancellationToken)),
        { Happened: InvoiceRecorded invoiced } => Of(await Invoice(news, invoiced.Data, cancellationToken)),
        _ => throw new InvalidOperationException($"No marketplace is told of {EventJson.KindOf(news.Happened)}."),
    };

    private static Outcome Of(ProtocolAnswer answer) => answer switch
    {
        ProtocolAnswer.Done { Receipt: { Length: > 0 } receipt } => Outcome.Closed(Outside.OutsideWords.Fitting($"Its receipt: {receipt}")),
        ProtocolAnswer.Done => Outcome.Delivered,
        ProtocolAnswer.NotNow later => Outcome.TryAgain(later.Words, later.Pause),
        ProtocolAnswer.Refused refused => Outcome.Refused(refused.Words),
        _ => throw new InvalidOperationException("An answer that nobody reads."),
    };

    private async Task<ProtocolAnswer> Cancel(ChannelNews news, OrderCanceled canceled, CancellationToken cancellationToken)
    {
        var body = new MarketplaceCancellation(await reasons.Of(news.Delivery.HistoryId, canceled, cancellationToken));
        return await client.TellMarketplace(
            marketplace, news.MarketplaceOrderId, "cancel", body, ProtocolJson.Default.MarketplaceCancellation, news.Delivery.Id, cancellationToken);
    }

    private async Task<ProtocolAnswer> Invoice(ChannelNews news, InvoiceData data, CancellationToken cancellationToken)
    {
        var body = new MarketplaceInvoice(
            nameof(InvoiceType.Output), data.IssuedAt.ToString("O", CultureInfo.InvariantCulture), data.Number, data.Value.ToString(CultureInfo.InvariantCulture),
            await ItemsOf(news, data, cancellationToken))
        {
            InvoiceKey = data.Key,
            InvoiceUrl = data.Url,
            Courier = data.Courier,
            TrackingNumber = data.TrackingNumber,
            TrackingUrl = data.TrackingUrl,
            DispatchedDate = data.DispatchedDate,
        };
        return await client.TellMarketplace(
            marketplace, news.MarketplaceOrderId, "invoice", body, ProtocolJson.Default.MarketplaceInvoice, news.Delivery.Id, cancellationToken);
    }

    private async Task<MarketplaceInvoiceItem[]> ItemsOf(ChannelNews news, InvoiceData data, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var lines = await db.OrderItems.AsNoTracking().Where(item => item.OrderKey == news.Delivery.OrderKey)
            .ToDictionaryAsync(item => item.ItemIndex, cancellationToken);
        return [.. data.Items.Where(units => lines.ContainsKey(units.ItemIndex))
            .Select(units => new MarketplaceInvoiceItem(lines[units.ItemIndex].SkuId, lines[units.ItemIndex].UnitPrice, units.Quantity))];
    }
}
