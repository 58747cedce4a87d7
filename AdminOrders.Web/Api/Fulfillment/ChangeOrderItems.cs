using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Fulfillment;

/// <summary>
/// <c>POST …/changes</c>: takes out what is not invoiced. Additions and changed prices are refused. The contract's <c>requestId</c> names the
/// change: on one order it is made once.
/// </summary>
internal static class ChangeOrderItems
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api/oms/pvt/orders/{orderId}/changes", HandleAsync).Needs(Resource.ChangeOrder);

    private static async Task<IResult> HandleAsync(
        string orderId, JsonBody<Body> body, OrderCall call, OrderWorkflow workflow, CancellationToken cancellationToken)
    {
        var change = Required.Body(body);
        var name = Required.Text("requestId", change.RequestId);
        if (WhatIsNotOffered(change) is { } field)
        {
            return ApiErrors.Invalid(field, "Items can only be removed here, at the prices of the order: leave it out, empty or 0.");
        }

        if (await workflow.Facts(orderId, cancellationToken) is not { } facts)
        {
            return ApiErrors.NotFound();
        }

        var removed = InvoiceLines.Of(change.ItemsRemoved ?? [], facts, InvoiceType.Output, "itemsRemoved");
        return await call.SendAsync(orderId, new ChangeItems(removed, change.Reason ?? "", name))
            .Naming(("items", "itemsRemoved"))
            .WithReceipt();
    }

    private static string? WhatIsNotOffered(Body change) => change switch
    {
        { ItemsAdded: { IsDefaultOrEmpty: false } } => "itemsAdded",
        { IncrementValue: not (null or 0) } => "incrementValue",
        { DiscountValue: not (null or 0) } => "discountValue",
        _ => null,
    };

    internal sealed record Body(
        string? RequestId = null, string? Reason = null, long? DiscountValue = null, long? IncrementValue = null,
        ImmutableArray<InvoiceBody.Line?>? ItemsRemoved = null, ImmutableArray<InvoiceBody.Line?>? ItemsAdded = null);
}
