using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Orders.Document;

namespace AdminOrders.Web.Api.Orders;

/// <summary>Get order document: the form of the PII data architecture.</summary>
internal static class GetOrderDocument
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/api/orders/pvt/document/{orderId}", AnswerAsync).Needs(Resource.ViewOrder, Resource.OrdersFullAccess);

    private static async Task AnswerAsync(string orderId, ApiCaller caller, OrderAnswers answers, HttpContext context, CancellationToken cancellationToken) =>
        await answers.WriteAsync(
            context,
            await answers.FindAsync(orderId, caller, cancellationToken),
            (json, order, now) => OrderWriter.Write(json, new(order, OrderForm.OrderDocument, now)));
}
