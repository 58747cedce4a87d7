using System.Globalization;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Connectors.Protocol;

/// <summary>Reads what a delivery has to tell a seller, as it is now.</summary>
internal sealed class SellerNewsReader(IDbContextFactory<OrdersDb> factory, ToldReasons reasons)
{
    private const string Date = "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz";

    public async Task<SellerNews> Read(OwedDelivery delivery, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var row = await db.History.AsNoTracking().SingleAsync(history => history.HistoryId == delivery.HistoryId, cancellationToken);
        var happened = EventJson.Read(new(row.Kind, row.KindVersion, row.Payload));
        var order = await db.Orders.Where(order => order.Key == delivery.OrderKey)
            .Select(order => new { order.OrderId, order.OrderGroup, order.SellerId, order.SellerName, order.SellerOrderId }).SingleAsync(cancellationToken);
        var (id, isByCustomer) = Named(happened);
        var request = id is null ? null : await db.CancellationRequests.AsNoTracking()
            .SingleOrDefaultAsync(request => request.OrderKey == delivery.OrderKey && request.RequestId == id, cancellationToken);
        var call = new SellerCancellation(
            order.OrderId, Told(order.OrderGroup, order.OrderId), id ?? row.HistoryId, Ticks.From(request?.RequestedAt ?? row.At).ToString(Date, CultureInfo.InvariantCulture),
            await reasons.Of(row.HistoryId, happened, cancellationToken), isByCustomer);
        return new(
            order.OrderId, order.SellerId, Told(order.SellerName, order.SellerId), ProtocolPartner.CanName(order.SellerOrderId) ? order.SellerOrderId : order.OrderId, Ticks.From(row.At),
            happened is CancellationRequested ? request?.State ?? RequestState.Closed : null, call);
    }

    private static (string? RequestId, bool IsByCustomer) Named(OrderEvent happened) => happened switch
    {
        CancellationRequested requested => (requested.RequestId, requested.RequestedBy is Side.Customer),
        OrderCanceled canceled => (canceled.RequestId, canceled.RequestedBy is Side.Customer),
        _ => throw new InvalidOperationException($"No seller is told of {EventJson.KindOf(happened)}."),
    };

    private static string Told(string told, string otherwise) => told.Length > 0 ? told : otherwise;
}
