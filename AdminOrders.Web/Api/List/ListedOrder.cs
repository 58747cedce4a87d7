using System.Text.Json;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Orders;

namespace AdminOrders.Web.Api.List;

/// <summary>An order of the list: 26 fields, in the contract's casing.</summary>
internal static class ListedOrder
{
    private static readonly JsonEncodedText OrderId = JsonEncodedText.Encode("orderId");
    private static readonly JsonEncodedText CreationDate = JsonEncodedText.Encode("creationDate");

    public static void Write(Utf8JsonWriter json, OrderEntry order, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString(OrderId, order.OrderId);
        json.WriteInstant(CreationDate, order.CreatedAt);
        json.WriteString("clientName"u8, order.CustomerName);
        json.WriteNull("items"u8);
        json.WriteNumber("totalValue"u8, order.Value);
        json.WriteString("paymentNames"u8, order.PaymentNames);
        json.WriteString("status"u8, order.Status);
        json.WriteString("statusDescription"u8, OrderTerms.StatusDescription(order.Status));
        json.WriteText("marketPlaceOrderId"u8, order.MarketplaceOrderId);
        json.WriteString("sequence"u8, order.Sequence);
        json.WriteString("salesChannel"u8, order.SalesChannel);
        json.WriteString("affiliateId"u8, order.AffiliateId);
        json.WriteString("origin"u8, order.Origin);
        json.WriteBoolean("workflowInErrorState"u8, OrderTerms.IsInError(order.Status, order.StatusDueAt, now));
        json.WriteBoolean("workflowInRetry"u8, false);
        json.WriteNull("lastMessageUnread"u8);
        json.WriteInstant("ShippingEstimatedDate", order.EstimatedTo);
        json.WriteInstant("ShippingEstimatedDateMax", order.EstimatedTo);
        json.WriteInstant("ShippingEstimatedDateMin", order.EstimatedFrom);
        json.WriteBoolean("orderIsComplete"u8, OrderTerms.IsComplete(order.Status));
        json.WriteText("listId"u8, order.GiftListId);
        json.WriteText("listType"u8, order.GiftListType);
        json.WriteInstant("authorizedDate", order.AuthorizedAt);
        json.WriteText("callCenterOperatorName"u8, order.OperatorName);
        json.WriteNumber("totalItems"u8, order.Units);
        json.WriteString("currencyCode"u8, order.Currency);
        json.WriteEndObject();
    }
}
