using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>By which ids a reservation without an order and the order's own find each other.</summary>
internal static class LooseLocks
{
    private const string OfOrder = "00-";

    /// <summary>The id under which an order's own reservations are seen.</summary>
    public static string Of(string orderId) => OfOrder + orderId;

    /// <summary>The orders whose reservations an id may name, by our id or by their channel's.</summary>
    public static IEnumerable<string> OrderIdsOf(string id) => id.StartsWith(OfOrder, StringComparison.Ordinal) ? [id[OfOrder.Length..], id] : [id];

    /// <summary>The ids under which somebody may have kept units for an order of a channel that is not here yet.</summary>
    /// <param name="orderId">Ours.</param>
    /// <param name="channelOrderId">The channel's.</param>
    public static IEnumerable<string> OfChannel(string orderId, string channelOrderId) => [Of(orderId), orderId, Of(channelOrderId), channelOrderId];

    /// <summary>Between these, the second left out, lie the ids of all reservations under a lock (<c>lock/line/number</c>).</summary>
    public static string First(string lockId) => lockId + '/';

    /// <inheritdoc cref="First"/>
    public static string Behind(string lockId) => lockId + (char)('/' + 1);

    /// <summary>What an order that comes in takes over: the order's id, its id at its channel, both also as a lock, and the locks of its document (<c>lock/line/number</c>).</summary>
    public static IEnumerable<string> Of(OrderFacts facts, OrderDescription description) =>
        OfChannel(facts.OrderId, ChannelOrderIdOf(facts, description)).Concat(facts.Reservations.Select(kept => LockOf(kept.Id))).Distinct(StringComparer.Ordinal);

    private static string ChannelOrderIdOf(OrderFacts facts, OrderDescription description) =>
        description is { AffiliateId.Length: > 0, MarketplaceOrderId: { Length: > 0 } there } ? there : facts.OrderId;

    private static string LockOf(string reservationId)
    {
        var number = reservationId.LastIndexOf('/');
        var line = number > 0 ? reservationId.LastIndexOf('/', number - 1) : -1;
        return line > 0 ? reservationId[..line] : reservationId;
    }
}
