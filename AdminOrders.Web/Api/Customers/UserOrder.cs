using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Orders;

namespace AdminOrders.Web.Api.Customers;

/// <summary>An order as its customer may read it, in the names of Get order. Money in minor units.</summary>
/// <param name="AllowCancellation">Whether the customer may ask now.</param>
/// <param name="CancellationRequests">The customer's own; what others asked is between them and the store.</param>
internal sealed record UserOrder(
    string OrderId, string Sequence, string CreationDate, string Status, string StatusDescription, long Value, bool AllowCancellation,
    UserPreferences StorePreferencesData, IReadOnlyList<UserItem> Items, UserCancellation? CancellationData, IReadOnlyList<UserRequest> CancellationRequests,
    UserPackages PackageAttachment)
{
    public static UserOrder Of(OrderRecord order, bool allowCancellation) => new(
        order.Facts.OrderId,
        order.Description.Sequence,
        OrderTerms.Instant(order.Facts.CreatedAt),
        order.Facts.Status,
        OrderTerms.StatusDescription(order.Facts.Status),
        order.Facts.Value,
        allowCancellation,
        new(order.Facts.Currency),
        [.. order.Facts.Items.Select(item => new UserItem(item.SkuId, item.Name, item.Quantity - item.RemovedQuantity, item.UnitPrice))],
        order.Facts.Cancellation is { } canceled && order.Facts.Stage is Stage.Canceled ? UserCancellation.Of(canceled, order.ReasonLabels) : null,
        [.. order.Requests.Where(request => request.RequestedBy is Side.Customer).Select(request => UserRequest.Of(request, order.ReasonLabels))],
        new([.. order.Invoices.Where(invoice => invoice.Type is InvoiceType.Output).Select(UserPackage.Of)]));
}

internal sealed record UserPreferences(string CurrencyCode);

internal sealed record UserItem(string Id, string Name, int Quantity, long SellingPrice);

/// <summary>In Get order's casing.</summary>
internal sealed record UserCancellation(
    [property: JsonPropertyName("RequestedByUser")] bool? RequestedByUser,
    [property: JsonPropertyName("Reason")] string? Reason,
    [property: JsonPropertyName("CancellationDate")] string CancellationDate)
{
    public static UserCancellation Of(Core.Orders.Cancellation canceled, ImmutableDictionary<int, ReasonLabel> labels) => new(
        CancellationMarks.Of(canceled.RequestedBy).RequestedByUser, OrderTerms.Words(canceled.Reason, labels), OrderTerms.Instant(canceled.At));
}

/// <param name="DeniedBySellerReason">What the store wrote to the customer; null: nothing, or it was not declined.</param>
internal sealed record UserRequest(
    string Id, string Reason, string CancellationRequestDate, bool DeniedBySeller, string? DeniedBySellerReason, string? CancellationRequestDenyDate, string State)
{
    public static UserRequest Of(RecordedRequest request, ImmutableDictionary<int, ReasonLabel> labels)
    {
        var isDeclined = request.State is RequestState.Declined or RequestState.DeclinedByInvoice;
        return new(
            request.Id, OrderTerms.Words(request.Reason, labels) ?? "", OrderTerms.Instant(request.RequestedAt), isDeclined, isDeclined ? request.Answer : null,
            isDeclined && request.ClosedAt is { } at ? OrderTerms.Instant(at) : null, JsonNamingPolicy.CamelCase.ConvertName(request.State.ToString()));
    }
}

internal sealed record UserPackages(IReadOnlyList<UserPackage> Packages);

internal sealed record UserPackage(string InvoiceNumber, long InvoiceValue, string? Courier, string? TrackingNumber, string? TrackingUrl)
{
    public static UserPackage Of(InvoiceView invoice) =>
        new(invoice.Data.Number, invoice.Data.Value, invoice.Data.Courier, invoice.Data.TrackingNumber, invoice.Data.TrackingUrl);
}

/// <summary>The list of one order, in the frame of List orders.</summary>
internal sealed record UserOrderList(IReadOnlyList<UserOrderRow> List, IReadOnlyList<string> Facets, UserPaging Paging)
{
    private const int PerPage = 15;

    public static UserOrderList Of(OrderRecord order) => new([UserOrderRow.Of(order)], [], new(1, 1, 1, PerPage));
}

internal sealed record UserOrderRow(
    string OrderId, string Sequence, string CreationDate, string Status, string StatusDescription, long TotalValue, int TotalItems, string CurrencyCode)
{
    public static UserOrderRow Of(OrderRecord order) => new(
        order.Facts.OrderId, order.Description.Sequence, OrderTerms.Instant(order.Facts.CreatedAt), order.Facts.Status,
        OrderTerms.StatusDescription(order.Facts.Status), order.Facts.Value, order.Facts.Items.Sum(item => item.Quantity - item.RemovedQuantity), order.Facts.Currency);
}

internal sealed record UserPaging(int Total, int Pages, int CurrentPage, int PerPage);
