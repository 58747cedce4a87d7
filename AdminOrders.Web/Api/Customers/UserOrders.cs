using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Customers;

/// <summary>
/// <c>GET /api/oms/user/orders[/{orderId}]</c>: the order of the customer's link, in the contract's names and with what the customer's page shows. Whoever
/// holds the link sees that page; no other order of the same customer, address or document comes out by it.
/// </summary>
internal static class UserOrders
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/oms/user/orders", ListAsync).ForCustomers();
        api.MapGet("/api/oms/user/orders/{orderId}", GetAsync).ForCustomers();
    }

    private static async Task<IResult> ListAsync(ApiCaller caller, OrderRecords records, CancellationToken cancellationToken) =>
        await records.Get(caller.OrderId!, cancellationToken) is { } order ? TypedResults.Ok(UserOrderList.Of(order)) : ApiErrors.NotFound();

    private static async Task<IResult> GetAsync(
        string orderId, ApiCaller caller, OrderRecords records, OrderWorkflow workflow, CancellationToken cancellationToken)
    {
        var command = new Cancel(Guid.NewGuid().ToString("N"), Side.Customer, Reason.None);
        var cancel = await workflow.Preview(orderId, command, caller.Actor, cancellationToken);
        return cancel is not null && await records.Get(orderId, cancellationToken) is { } order
            ? TypedResults.Ok(UserOrder.Of(order, cancel.Decision is Accepted))
            : ApiErrors.NotFound();
    }
}
