using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>By which ids a reservation without an order and the order's own find each other.</summary>
internal static class LooseLocks
{
    private const string OfOrder = "00-";

    /// <summary>The id under which an order's own reservations are seen.</summary>
    public static string Of(string orderId) => OfOrder + orderId;

    /// <summary>The orders whose reservations an id may name.</summary>
    public static IEnumerable<string> OrderIdsOf(string id) => id.StartsWith(OfOrder, StringComparison.Ordinal) ? [id[OfOrder.Length..], id] : [id];

    /// <summary>Between these, the second left out, lie the ids of all reservations under a lock (<c>lock/line/number</c>).</summary>
    public static string First(string lockId) => lockId + '/';

    /// <inheritdoc cref="First"/>
    public static string Behind(string lockId) => lockId + (char)('/' + 1);

    /// <summary>What an order that comes in takes over: the order's id, and the locks of its document (<c>lock/line/number</c>).</summary>
    public static IEnumerable<string> Of(OrderFacts facts) =>
        facts.Reservations.Select(kept => LockOf(kept.Id)).Prepend(facts.OrderId).Prepend(Of(facts.OrderId)).Distinct(StringComparer.Ordinal);

    private static string LockOf(string reservationId)
    {
        var number = reservationId.LastIndexOf('/');
        var line = number > 0 ? reservationId.LastIndexOf('/', number - 1) : -1;
        return line > 0 ? reservationId[..line] : reservationId;
    }
}
