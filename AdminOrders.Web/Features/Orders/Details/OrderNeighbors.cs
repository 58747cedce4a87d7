using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Orders.List;
using AdminOrders.Web.Shell.Localization;

namespace AdminOrders.Web.Features.Orders.Details;

/// <summary>Finds the orders before and after one in the list that it was opened from.</summary>
internal sealed class OrderNeighbors(OrderReader reader, OrderViewStore views, UserZone zone, TimeProvider time)
{
    /// <summary>The part of an order's address that belongs to the list, without a question mark; empty: no filter.</summary>
    public static string ListQueryOf(string address) => (OrderListQuery.Parse(address) with { Cursor = null }).ToQueryString();

    /// <summary>Ids of the orders on either side; null at an end.</summary>
    public async Task<(string? Previous, string? Next)> FindAsync(string orderId, string listQuery, CancellationToken cancellationToken)
    {
        var list = OrderListQuery.Parse("?" + listQuery);
        var text = list.ViewId is { } view ? await views.Find(view, cancellationToken) : null;
        return await reader.Neighbors(orderId, list.ToFilter(text, zone.Zone, time.GetUtcNow()), cancellationToken);
    }
}
