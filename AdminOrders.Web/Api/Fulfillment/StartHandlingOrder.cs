using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Fulfillment;

/// <summary><c>POST …/start-handling</c>: the warehouse begins. 204, or 409 with VTEX's code where the order is not ready.</summary>
internal static class StartHandlingOrder
{
    private const string NotReady = "OMS003";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/api/oms/pvt/orders/{orderId}/start-handling", HandleAsync).Needs(Resource.ChangeOrderWorkflowStatus);
        api.MapPost("/api/orders/pvt/document/{orderId}/actions/start-handling", HandleAsync).Needs(Resource.ChangeOrderWorkflowStatus);
    }

    private static Task<IResult> HandleAsync(string orderId, OrderCall call) =>
        call.SendAsync(orderId, new StartHandling()).Refusing(Refuse).WithNothing(StatusCodes.Status204NoContent);

    /// <summary>How a refusal is told here.</summary>
    internal static ApiError Refuse(Refused refused)
    {
        var error = ApiErrors.Refused(refused);
        return refused.Code is Refusal.WrongStatus or Refusal.CancellationPending or Refusal.Canceled
            ? error with { Code = NotReady, Message = $"Order status should be ready-for-handling to perform this action. {error.Message}" }
            : error;
    }
}
