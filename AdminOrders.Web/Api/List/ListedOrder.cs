using System.Text.Json;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Orders;

namespace AdminOrders.Web.Api.List;

/// <summary>An order of the list: 26 fields, in the contract's casing.</summary>
internal static class ListedOrder
{
    private static readonly JsonEncodedText OrderId = JsonEncodedText.Encode("orderId");
    private static readonly JsonEncodedText CreationDate = JsonEncodedText.Encode("creationDate");
    private static readonly JsonEncodedText ClientName = JsonEncodedText.Encode("clientName");
    private static readonly JsonEncodedText Items = JsonEncodedText.Encode("items");
    private static readonly JsonEncodedText TotalValue = JsonEncodedText.Encode("totalValue");
    private static readonly JsonEncodedText PaymentNames = JsonEncodedText.Encode("paymentNames");
    private static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText StatusDescription = JsonEncodedText.Encode("statusDescription");
    private static readonly JsonEncodedText MarketplaceOrderId = JsonEncodedText.Encode("marketPlaceOrderId");
    private static readonly JsonEncodedText Sequence = JsonEncodedText.Encode("sequence");
    private static readonly JsonEncodedText SalesChannel = JsonEncodedText.Encode("salesChannel");
    private static readonly JsonEncodedText AffiliateId = JsonEncodedText.Encode("affiliateId");
    private static readonly JsonEncodedText Origin = JsonEncodedText.Encode("origin");
    private static readonly JsonEncodedText InErrorState = JsonEncodedText.Encode("workflowInErrorState");
    private static readonly JsonEncodedText InRetry = JsonEncodedText.Encode("workflowInRetry");
    private static readonly JsonEncodedText LastMessageUnread = JsonEncodedText.Encode("lastMessageUnread");
    private static readonly JsonEncodedText Estimated = JsonEncodedText.Encode("ShippingEstimatedDate");
    private static readonly JsonEncodedText EstimatedTo = JsonEncodedText.Encode("ShippingEstimatedDateMax");
    private static readonly JsonEncodedText EstimatedFrom = JsonEncodedText.Encode("ShippingEstimatedDateMin");
    private static readonly JsonEncodedText IsComplete = JsonEncodedText.Encode("orderIsComplete");
    private static readonly JsonEncodedText ListId = JsonEncodedText.Encode("listId");
    private static readonly JsonEncodedText ListType = JsonEncodedText.Encode("listType");
    private static readonly JsonEncodedText AuthorizedDate = JsonEncodedText.Encode("authorizedDate");
    private static readonly JsonEncodedText OperatorName = JsonEncodedText.Encode("callCenterOperatorName");
    private static readonly JsonEncodedText TotalItems = JsonEncodedText.Encode("totalItems");
    private static readonly JsonEncodedText CurrencyCode = JsonEncodedText.Encode("currencyCode");

    /// <summary>Orders as an array.</summary>
    public static void WriteAll(Utf8JsonWriter json, IReadOnlyList<OrderEntry> orders, DateTimeOffset now)
    {
        json.WriteStartArray();
        foreach (var order in orders)
        {
            Write(json, order, now);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, OrderEntry order, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString(OrderId, order.OrderId);
        json.WriteInstant(CreationDate, order.CreatedAt);
        json.WriteString(ClientName, order.CustomerName);
        json.WriteNull(Items);
        json.WriteNumber(TotalValue, order.Value);
        json.WriteString(PaymentNames, order.PaymentNames);
        json.WriteString(Status, order.Status);
        json.WriteString(StatusDescription, OrderTerms.StatusDescription(order.Status));
        json.WriteText(MarketplaceOrderId, order.MarketplaceOrderId);
        json.WriteString(Sequence, order.Sequence);
        json.WriteString(SalesChannel, order.SalesChannel);
        json.WriteString(AffiliateId, order.AffiliateId);
        json.WriteString(Origin, order.Origin);
        json.WriteBoolean(InErrorState, OrderTerms.IsInError(order.Status, order.StatusDueAt, now));
        json.WriteBoolean(InRetry, false);
        json.WriteNull(LastMessageUnread);
        json.WriteInstant(Estimated, order.EstimatedTo);
        json.WriteInstant(EstimatedTo, order.EstimatedTo);
        json.WriteInstant(EstimatedFrom, order.EstimatedFrom);
        json.WriteBoolean(IsComplete, OrderTerms.IsComplete(order.Status));
        json.WriteText(ListId, order.GiftListId);
        json.WriteText(ListType, order.GiftListType);
        json.WriteInstant(AuthorizedDate, order.AuthorizedAt);
        json.WriteText(OperatorName, order.OperatorName);
        json.WriteNumber(TotalItems, order.Units);
        json.WriteString(CurrencyCode, order.Currency);
        json.WriteEndObject();
    }
}
