using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;

namespace AdminOrders.Web.Api.List;

/// <summary>GET /api/oms/pvt/orders: orders by filter and page, with sums.</summary>
internal static class ListOrders
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/api/oms/pvt/orders", Handle).Needs(Resource.ListOrders, Resource.OrdersFullAccess);

    private static async Task Handle(HttpContext context, ApiCaller caller, OrderPages pages, OrderCounts counts, TimeProvider time)
    {
        var asked = ListRequest.Read(new ListParameters(context.Request.Query), caller, time.GetUtcNow());
        var cancellationToken = context.RequestAborted;
        var totals = await counts.Of(asked.Filter, cancellationToken);
        var page = await asked.Read(pages, cancellationToken);
        await ListAnswer.Write(context, asked, page, totals, json => WriteRows(json, page.Rows, time.GetUtcNow()));
    }

    private static void WriteRows(System.Text.Json.Utf8JsonWriter json, IReadOnlyList<OrderEntry> rows, DateTimeOffset now)
    {
        foreach (var row in rows)
        {
            ListedOrder.Write(json, row, now);
        }
    }
}
