using AdminOrders.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Web.Api.Access;

/// <summary>Which orders are there for a caller: all of them, or those of the channel whose key it is.</summary>
internal sealed class CallersOrders(IDbContextFactory<OrdersDb> databases)
{
    /// <summary>False: to this caller the order is not there. True for an unknown order of a caller that reaches all.</summary>
    public async Task<bool> ReachesAsync(ApiCaller caller, string orderId, CancellationToken cancellationToken)
    {
        if (caller.Affiliate is not { } affiliate)
        {
            return true;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Orders.AnyAsync(order => order.OrderId == orderId && order.AffiliateId == affiliate, cancellationToken);
    }
}
