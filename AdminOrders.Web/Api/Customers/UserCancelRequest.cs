using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;

namespace AdminOrders.Web.Api.Customers;

/// <summary><c>POST …/user-cancel-request</c>: what the button on the customer's page does, for storefronts.</summary>
internal static class UserCancelRequest
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api/checkout/pub/orders/{orderId}/user-cancel-request", HandleAsync).ForCustomers();

    private static Task<IResult> HandleAsync(string orderId, JsonBody<Body> body, OrderCall call) =>
        call.SendAsync(orderId, new Cancel(call.Post.Id, Side.Customer, new Reason(null, body.Value?.Reason))).WithReceipt();

    internal sealed record Body(string? Reason = null);
}
