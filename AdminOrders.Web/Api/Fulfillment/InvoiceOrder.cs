using System.Text;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.Fulfillment;

/// <summary><c>POST …/invoice</c>: what was sent out (Output), in part or in full, or what came back (Input).</summary>
internal static class InvoiceOrder
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/api/oms/pvt/orders/{orderId}/invoice", HandleAsync).Needs(Resource.NotifyInvoice, Resource.NotifyRefund);
        api.MapPost("/api/orders/pvt/document/{orderId}/invoices", HandleAsync).Needs(Resource.NotifyInvoice, Resource.NotifyRefund);
    }

    private static async Task<IResult> HandleAsync(
        string orderId, JsonBody<InvoiceBody> body, SentBody sent, OrderCall call, OrderWorkflow workflow, CancellationToken cancellationToken)
    {
        var invoice = Required.Body(body);
        var direction = invoice.Direction();
        var needed = direction is InvoiceType.Output ? Resource.NotifyInvoice : Resource.NotifyRefund;
        if (!call.Caller.Actor.May(needed))
        {
            return ApiErrors.MissingResource([needed]);
        }

        if (await workflow.Facts(orderId, cancellationToken) is not { } facts)
        {
            return ApiErrors.NotFound();
        }

        var data = invoice.Read(facts, direction, Encoding.UTF8.GetString(sent.Bytes.Span));
        return await call.SendAsync(orderId, direction is InvoiceType.Output ? new Invoice(data) : new ReturnInvoice(data))
            .Naming(("number", "invoiceNumber"), ("value", "invoiceValue"), ("url", "invoiceUrl"), ("key", "invoiceKey"))
            .WithReceipt();
    }
}
