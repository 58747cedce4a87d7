using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Orders.Dialogs;

/// <summary>What happened to an order last, as the page has read it.</summary>
internal static class LastChanges
{
    /// <summary>Who did what and when, rather than what followed from it; null for an order without a history.</summary>
    public static LastChange? Of(OrderView order) => order.History
        .Where(entry => entry.Event is not (MoneyOwed or StockReleased))
        .Select(entry => new LastChange(entry.Kind, entry.ActorSide, entry.ActorName, entry.At, entry.Status))
        .FirstOrDefault();
}
