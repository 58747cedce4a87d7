using AdminOrders.Core.Storage;

namespace AdminOrders.Core.Connectors.Protocol;

/// <summary>What an external seller has to know of one of the orders that it fulfils.</summary>
/// <param name="OrderId">The order's id here.</param>
/// <param name="SellerOrderId">By which the seller knows it.</param>
/// <param name="At">Since when the seller has to know.</param>
/// <param name="Request">How far the request is that the seller is asked about; null: nobody is asked, the order is canceled.</param>
internal sealed record SellerNews(string OrderId, string SellerId, string SellerName, string SellerOrderId, DateTimeOffset At, RequestState? Request, SellerCancellation Call)
{
    /// <summary>Somebody else has answered the request.</summary>
    public bool IsOver => Request is not (null or RequestState.Open);
}
