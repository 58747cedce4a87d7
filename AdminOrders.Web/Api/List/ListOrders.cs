using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;

namespace AdminOrders.Web.Api.List;

/// <summary>GET /api/oms/pvt/orders: orders by filter and page, with sums.</summary>
internal static class ListOrders
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/oms/pvt/orders", Handle).Needs(Resource.ListOrders, Resource.OrdersFullAccess);

    private static async Task Handle(HttpContext context, ApiCaller caller, ListPages pages, OrderCounts counts, TimeProvider time)
    {
        var asked = ListRequest.Read(new ListParameters(context.Request.Query), caller, time.GetUtcNow());
        var totals = await counts.Of(asked.Filter, context.RequestAborted);
        var page = await pages.Read(asked, totals.At, context.RequestAborted);
        await ListAnswer.Write(context, asked, page.Next, totals, page.WriteRows);
    }
}
