using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Orders.Dialogs;

/// <summary>What happened to an order last, as the page has read it.</summary>
internal static class LastChanges
{
    /// <summary>Who did what and when; null for an order without a history.</summary>
    public static LastChange? Of(OrderView order) => order.History.IsEmpty
        ? null
        : new LastChange(order.History[0].Kind, order.History[0].ActorSide, order.History[0].ActorName, order.History[0].At, order.History[0].Status);
}
