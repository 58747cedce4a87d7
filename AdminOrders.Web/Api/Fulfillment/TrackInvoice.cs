using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Calls;

namespace AdminOrders.Web.Api.Fulfillment;

/// <summary><c>PATCH …/invoice/{invoiceNumber}</c> says by whom a parcel travels, <c>PUT …/tracking</c> how far it has come.</summary>
internal static class TrackInvoice
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPatch("/api/oms/pvt/orders/{orderId}/invoice/{invoiceNumber}", AddAsync).Needs(Resource.NotifyInvoice);
        api.MapPut("/api/oms/pvt/orders/{orderId}/invoice/{invoiceNumber}/tracking", RecordAsync).Needs(Resource.NotifyInvoice);
    }

    private static Task<IResult> AddAsync(string orderId, string invoiceNumber, JsonBody<Parcel> body, OrderCall call)
    {
        var parcel = Required.Body(body);
        var number = Required.Text("trackingNumber", parcel.TrackingNumber);
        return call.SendAsync(orderId, new AddTracking(invoiceNumber, number, parcel.TrackingUrl, parcel.Courier, parcel.DispatchedDate)).WithReceipt();
    }

    private static Task<IResult> RecordAsync(string orderId, string invoiceNumber, JsonBody<Delivery> body, OrderCall call)
    {
        var delivery = Required.Body(body);
        ImmutableArray<TrackingStep> steps = [.. (delivery.Events ?? []).OfType<Step>().Select(step => new TrackingStep(step.City, step.State, step.Description, step.Date))];
        return call.SendAsync(orderId, new RecordDelivery(invoiceNumber, Required.Value("isDelivered", delivery.IsDelivered), delivery.DeliveredDate, steps)).WithReceipt();
    }

    internal sealed record Parcel(string? TrackingNumber = null, string? TrackingUrl = null, string? DispatchedDate = null, string? Courier = null);

    /// <param name="DeliveredDate">Kept as it is sent, for example <c>2022-10-01 21:15</c>.</param>
    internal sealed record Delivery(bool? IsDelivered = null, string? DeliveredDate = null, ImmutableArray<Step?>? Events = null);

    internal sealed record Step(string? City = null, string? State = null, string? Description = null, string? Date = null);
}
