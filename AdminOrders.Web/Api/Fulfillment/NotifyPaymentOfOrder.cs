using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Fulfillment;

/// <summary><c>POST …/payments/{paymentId}/payment-notification</c>: a payment is approved.</summary>
internal static class NotifyPaymentOfOrder
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/api/oms/pvt/orders/{orderId}/payments/{paymentId}/payment-notification", HandleAsync).Needs(Resource.NotifyPayment);
        api.MapPost("/api/orders/pvt/document/{orderId}/payment/{paymentId}/notify-payment", HandleAsync).Needs(Resource.NotifyPayment);
    }

    private static Task<IResult> HandleAsync(string orderId, string paymentId, OrderCall call) =>
        call.SendAsync(orderId, new ApprovePayment(paymentId)).Refusing(Refuse).WithNothing();

    private static ApiError Refuse(Refused refused) =>
        refused is { Code: Refusal.InvalidInput, Field: "paymentId" } ? ApiErrors.NoPayment() : ApiErrors.Refused(refused);
}
