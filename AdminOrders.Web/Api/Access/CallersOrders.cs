using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Web.Api.Access;

/// <summary>Which orders are there for a caller: all of them, or those of the channel or the seller whose key it is.</summary>
internal sealed class CallersOrders(IDbContextFactory<OrdersDb> databases)
{
    /// <summary>False: to this caller the order is not there. True for an unknown order of a caller that reaches all.</summary>
    public async Task<bool> ReachesAsync(ApiCaller caller, string orderId, CancellationToken cancellationToken)
    {
        if (caller is { Affiliate: null, SellerId: null })
        {
            return true;
        }

        var (affiliate, seller) = (caller.Affiliate, caller.SellerId);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Orders.AnyAsync(
            order => order.OrderId == orderId && (affiliate == null || order.AffiliateId == affiliate) && (seller == null || order.SellerId == seller), cancellationToken);
    }
}
