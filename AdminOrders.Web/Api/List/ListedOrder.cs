using System.Buffers;
using System.Text;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Orders;

namespace AdminOrders.Web.Api.List;

/// <summary>An order of the list: 26 fields, in the contract's casing.</summary>
internal static class ListedOrder
{
    /// <summary>How long one is, about, in bytes.</summary>
    public const int ExpectedLength = 768;

    /// <summary>Orders as an array.</summary>
    public static void WriteAll(PooledBytes json, IReadOnlyList<OrderEntry> orders, DateTimeOffset now)
    {
        json.Write("["u8);
        for (var number = 0; number < orders.Count; number++)
        {
            Write(json, number == 0 ? "{\"orderId\":"u8 : ",{\"orderId\":"u8, orders[number], now);
        }

        json.Write("]"u8);
    }

    private static void Write(PooledBytes json, ReadOnlySpan<byte> before, OrderEntry order, DateTimeOffset now)
    {
        var status = Encoding.UTF8.GetString(order.Status);
        json.WriteText(before, order.OrderId);
        json.WriteInstant(",\"creationDate\":"u8, order.CreatedAt);
        json.WriteText(",\"clientName\":"u8, order.CustomerName);
        json.WriteNumber(",\"items\":null,\"totalValue\":"u8, order.Value);
        json.WriteText(",\"paymentNames\":"u8, order.PaymentNames);
        json.WriteText(",\"status\":"u8, order.Status);
        json.WriteText(",\"statusDescription\":"u8, OrderTerms.StatusDescription(status));
        json.WriteTextOrNull(",\"marketPlaceOrderId\":"u8, order.MarketplaceOrderId);
        json.WriteText(",\"sequence\":"u8, order.Sequence);
        json.WriteText(",\"salesChannel\":"u8, order.SalesChannel);
        json.WriteText(",\"affiliateId\":"u8, order.AffiliateId);
        json.WriteText(",\"origin\":"u8, order.Origin);
        json.WriteFlag(",\"workflowInErrorState\":"u8, OrderTerms.IsInError(status, order.StatusDueAt, now));
        json.WriteInstant(",\"workflowInRetry\":false,\"lastMessageUnread\":null,\"ShippingEstimatedDate\":"u8, order.EstimatedTo);
        json.WriteInstant(",\"ShippingEstimatedDateMax\":"u8, order.EstimatedTo);
        json.WriteInstant(",\"ShippingEstimatedDateMin\":"u8, order.EstimatedFrom);
        json.WriteFlag(",\"orderIsComplete\":"u8, OrderTerms.IsComplete(status));
        json.WriteTextOrNull(",\"listId\":"u8, order.GiftListId);
        json.WriteTextOrNull(",\"listType\":"u8, order.GiftListType);
        json.WriteInstant(",\"authorizedDate\":"u8, order.AuthorizedAt);
        json.WriteTextOrNull(",\"callCenterOperatorName\":"u8, order.OperatorName);
        json.WriteNumber(",\"totalItems\":"u8, order.Units);
        json.WriteText(",\"currencyCode\":"u8, order.Currency);
        json.Write("}"u8);
    }
}
