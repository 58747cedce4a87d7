using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;

namespace AdminOrders.Web.Api.Cancellation;

/// <summary><c>POST …/confirm-cancellation</c>: finishes what somebody asked.</summary>
internal static class ConfirmRequest
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/api/oms/pvt/orders/{orderId}/confirm-cancellation", HandleAsync).Needs(Resource.CancelOrder);
        api.MapPost("/api/orders/pvt/document/{orderId}/confirm-cancellation", HandleAsync).Needs(Resource.CancelOrder);
    }

    private static Task<IResult> HandleAsync(string orderId, JsonBody<Body> body, OrderCall call) =>
        call.SendAsync(orderId, new ConfirmCancellation(Required.Text("cancellationRequestId", body.Value?.CancellationRequestId), Note: body.Value?.Note)).WithReceipt();

    /// <param name="Note">For colleagues only.</param>
    internal sealed record Body(string? CancellationRequestId = null, string? Note = null);
}
