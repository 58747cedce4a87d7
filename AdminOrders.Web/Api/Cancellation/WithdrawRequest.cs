using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;

namespace AdminOrders.Web.Api.Cancellation;

/// <summary><c>POST …/withdraw-cancellation-request</c>: takes back what the caller's own side asked.</summary>
internal static class WithdrawRequest
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/api/oms/pvt/orders/{orderId}/withdraw-cancellation-request", HandleAsync).Needs(Resource.CancelOrder);
        api.MapPost("/api/orders/pvt/document/{orderId}/withdraw-cancellation-request", HandleAsync).Needs(Resource.CancelOrder);
    }

    private static Task<IResult> HandleAsync(string orderId, JsonBody<Body> body, OrderCall call) =>
        call.SendAsync(orderId, new Withdraw(Required.Text("cancellationRequestId", body.Value?.CancellationRequestId), body.Value?.Note)).WithReceipt();

    /// <param name="Note">For colleagues only.</param>
    internal sealed record Body(string? CancellationRequestId = null, string? Note = null);
}
