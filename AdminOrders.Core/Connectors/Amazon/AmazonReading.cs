using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>What an order of Amazon's means here.</summary>
internal static class AmazonReading
{
    /// <summary>Amazon sends the goods from its own warehouse.</summary>
    public static bool IsFulfilledByAmazon(this AmazonOrder order) => order.Fulfillment?.FulfilledBy == AmazonWords.Amazon;

    /// <summary>The order is over there: it says so, or every item was canceled and none of it sent.</summary>
    public static bool IsCanceled(this AmazonOrder order) => order.Fulfillment?.FulfillmentStatus switch
    {
        AmazonWords.Canceled => true,
        AmazonWords.Shipped or AmazonWords.PartiallyShipped => false,
        _ => order.OrderItems.Length > 0 && order.OrderItems.All(IsCanceled),
    };

    public static bool IsCanceled(this AmazonItem item) => item.Cancellation?.CancellationExecution is not null && item.Fulfillment?.QuantityFulfilled is null or 0;

    /// <summary>A buyer waits for an answer about it.</summary>
    public static bool IsAskedFor(this AmazonItem item) => item.Cancellation is { CancellationRequest: not null, CancellationExecution: null };

    /// <summary>Who canceled the order; Amazon itself where it does not say.</summary>
    public static Side CanceledBy(this AmazonOrder order) => FirstExecution(order)?.CancelledBy switch
    {
        AmazonWords.Buyer => Side.Customer,
        AmazonWords.Merchant => Side.Store,
        _ => Side.Marketplace,
    };

    /// <summary>Why, in Amazon's words; null where it does not say.</summary>
    public static string? CanceledBecause(this AmazonOrder order) => FirstExecution(order)?.CancelReason;

    /// <summary>The raw status that an order has here which goes on there. A word that is new is an unknown status.</summary>
    public static string StatusHere(this AmazonOrder order) => order.Fulfillment?.FulfillmentStatus switch
    {
        null or AmazonWords.Pending or AmazonWords.PendingAvailability => Status.PaymentPending,
        AmazonWords.Unshipped or AmazonWords.Unfulfillable => Status.ReadyForHandling,
        AmazonWords.PartiallyShipped => Status.Handling,
        AmazonWords.Shipped => Status.Invoiced,
        { } other => $"amazon-{other.ToLowerInvariant().Replace('_', '-')}",
    };

    /// <summary>As people know the line.</summary>
    public static string Name(this AmazonItem item) => $"{item.QuantityOrdered} × {item.Product.Title ?? item.Product.SellerSku ?? item.OrderItemId}";

    private static AmazonCancellationExecution? FirstExecution(AmazonOrder order) =>
        order.OrderItems.Select(item => item.Cancellation?.CancellationExecution).FirstOrDefault(execution => execution is not null);
}
