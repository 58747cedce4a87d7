using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Cancellation;

/// <summary><c>POST …/deny-cancellation-request</c>: declines what other sides asked. VTEX answers 400 where there is nothing to deny.</summary>
internal static class DenyRequest
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/api/orders/pvt/document/{orderId}/deny-cancellation-request", HandleAsync).Needs(Resource.CancelOrder);
        api.MapPost("/api/oms/pvt/orders/{orderId}/deny-cancellation-request", HandleAsync).Needs(Resource.CancelOrder);
    }

    private static Task<IResult> HandleAsync(string orderId, JsonBody<Body> body, OrderCall call)
    {
        var request = Required.Text("cancellationRequestId", body.Value?.CancellationRequestId);
        var reason = Required.Text("denyReason", body.Value?.DenyReason);
        return call.SendAsync(orderId, new Decline(request, reason, body.Value?.CustomerText ?? "")).Refusing(Refuse).WithNothing();
    }

    /// <summary>How a refusal is told here.</summary>
    internal static ApiError Refuse(Refused refused) => refused.Code switch
    {
        Refusal.Stale or Refusal.NoRequest or Refusal.Canceled or Refusal.WrongStatus =>
            ApiErrors.Refused(refused) with { Status = StatusCodes.Status400BadRequest },
        _ => ApiErrors.Refused(refused.Field == "internalReason" ? refused with { Field = "denyReason" } : refused),
    };

    /// <param name="DenyReason">For the store, up to 500 characters.</param>
    /// <param name="CustomerText">What the customer reads; an addition to VTEX's body.</param>
    internal sealed record Body(string? CancellationRequestId = null, string? DenyReason = null, string? CustomerText = null);
}
