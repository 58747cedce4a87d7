using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Errors;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Web.Api.Access;

/// <summary>
/// The key of a marketplace reaches the orders of its affiliate, that of a seller the orders that it fulfils: others are not there for it.
/// A customer reaches the one order of the link. Here that is so for every operation whose address names an order; what lists orders narrows the list itself.
/// </summary>
internal sealed class OrderReach(RequestDelegate next, IDbContextFactory<OrdersDb> factory)
{
    private const string OrderId = "orderId";
    private const string Sequence = "seq";

    public async Task InvokeAsync(HttpContext context)
    {
        var caller = context.Features.Get<ApiCaller>();
        var reaches = caller is null or { Affiliate: null, SellerId: null, OrderId: null }
            || context.GetRouteValue(OrderId) is not string orderId
            || (caller.OrderId is { } only ? orderId == only : await ReachesAsync(caller, orderId, context.RequestAborted));
        await (reaches ? next(context) : ApiErrors.NotFound().ExecuteAsync(context));
    }

    private async Task<bool> ReachesAsync(ApiCaller caller, string orderId, CancellationToken cancellationToken)
    {
        var sequence = orderId.StartsWith(Sequence, StringComparison.OrdinalIgnoreCase) ? orderId[Sequence.Length..] : null;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var named = await db.Orders.AsNoTracking().Where(order => order.OrderId == orderId || order.Sequence == sequence)
            .Select(order => new { order.AffiliateId, order.SellerId }).ToListAsync(cancellationToken);
        return named.Count > 0 && named.TrueForAll(order => caller.Reaches(order.AffiliateId, order.SellerId));
    }
}
