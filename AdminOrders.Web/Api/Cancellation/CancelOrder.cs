using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;

namespace AdminOrders.Web.Api.Cancellation;

/// <summary><c>POST …/cancel</c>: cancels, or asks for it where the warehouse works on the order; a second call may confirm.</summary>
internal static class CancelOrder
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/api/oms/pvt/orders/{orderId}/cancel", HandleAsync).Needs(Resource.CancelOrder);
        api.MapPost("/api/orders/pvt/document/{orderId}/cancel", HandleAsync).Needs(Resource.CancelOrder);
    }

    private static Task<IResult> HandleAsync(string orderId, JsonBody<Body> body, OrderCall call)
    {
        var requestedBy = body.Value?.RequestedByUser is true ? Side.Customer : call.Caller.Actor.Side;
        return call.SendAsync(orderId, new Cancel(call.Post.Id, requestedBy, new Reason(null, body.Value?.Reason))).WithReceipt();
    }

    /// <param name="RequestedByUser">True: the caller asks on the customer's behalf.</param>
    internal sealed record Body(string? Reason = null, bool? RequestedByUser = null);
}
