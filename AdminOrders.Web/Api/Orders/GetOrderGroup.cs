using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Access;

namespace AdminOrders.Web.Api.Orders;

/// <summary>Get order group: the orders that were placed together.</summary>
internal static class GetOrderGroup
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api/oms/pvt/orders/order-group/{orderGroup}", AnswerAsync).Needs(Resource.ViewOrder, Resource.OrdersFullAccess);

    private static async Task AnswerAsync(string orderGroup, ApiCaller caller, OrderAnswers answers, HttpContext context, CancellationToken cancellationToken) =>
        await answers.WriteGroupAsync(context, await answers.FindGroupAsync(orderGroup, caller, cancellationToken));
}
