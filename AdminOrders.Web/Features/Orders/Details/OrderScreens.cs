using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Ui;

namespace AdminOrders.Web.Features.Orders.Details;

/// <summary>Reads an order for its page, with what its reader may do with it.</summary>
internal sealed class OrderScreens(OrderDetails details, PageHandover handover, CurrentUser currentUser, PolicySetting policy, TimeProvider time)
{
    /// <summary>The order as it stands; null for an unknown id.</summary>
    public async Task<OrderScreen?> ReadAsync(string orderId, string listQuery, CancellationToken cancellationToken) =>
        await details.Get(orderId, cancellationToken) is { } order ? await ShowAsync(order, listQuery, cancellationToken) : null;

    /// <summary>The order that the page's first answer was made of, if it is still at hand; else it is read.</summary>
    public async Task<OrderScreen?> TakeAsync(string? ticket, string orderId, string listQuery, CancellationToken cancellationToken) =>
        handover.Take<OrderView>(ticket) is { } order && order.OrderId == orderId
            ? await ShowAsync(order, listQuery, cancellationToken)
            : await ReadAsync(orderId, listQuery, cancellationToken);

    /// <summary>Keeps the order for the circuit that takes the page over.</summary>
    public string Keep(OrderView order) => handover.Keep(order);

    /// <summary>Whether something has happened since the order was read.</summary>
    public async Task<bool> IsStaleAsync(OrderView order, CancellationToken cancellationToken) =>
        await details.PositionOf(order.Key, cancellationToken) != order.Position;

    private async Task<OrderScreen> ShowAsync(OrderView order, string listQuery, CancellationToken cancellationToken)
    {
        var inForce = await policy.Read(cancellationToken);
        var actor = (await currentUser.ReadAsync(cancellationToken))?.Actor ?? new Actor(Side.Store, "", "");
        return new OrderScreen(order, actor, new OrderActions(order.Facts, actor, time.GetUtcNow(), inForce), new OrderAddress(order.OrderId, listQuery));
    }
}
