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

    /// <summary>Some units of it were canceled, or all.</summary>
    public static bool HasCanceledUnits(this AmazonItem item) =>
        item.IsCanceled() || (item.Cancellation?.CancellationExecution is not null && item.Fulfillment?.QuantityFulfilled < item.QuantityOrdered);

    /// <summary>The canceled units of it, as a line.</summary>
    public static AmazonItem Canceled(this AmazonItem item) => item with { QuantityOrdered = Math.Max(0, item.QuantityOrdered - (item.Fulfillment?.QuantityFulfilled ?? 0)) };

    /// <summary>A buyer waits for an answer about it.</summary>
    public static bool IsAskedFor(this AmazonItem item) => item.Cancellation is { CancellationRequest: not null, CancellationExecution: null };

    /// <summary>Called shipped once its quantities say so: its status may stay behind when the last units that were not sent are canceled.</summary>
    public static AmazonOrder AsCounted(this AmazonOrder order) => order.Fulfillment is { FulfillmentStatus: AmazonWords.PartiallyShipped } told && order.IsAllSent()
        ? order with { Fulfillment = told with { FulfillmentStatus = AmazonWords.Shipped } }
        : order;

    /// <summary>Who canceled the order; Amazon itself where it does not say.</summary>
    public static Side CanceledBy(this AmazonOrder order) => FirstExecution(order)?.CancelledBy switch
    {
        AmazonWords.Buyer => Side.Customer,
        AmazonWords.Merchant => Side.Store,
        _ => Side.Marketplace,
    };

    /// <summary>Why, in Amazon's words; null where it does not say.</summary>
    public static string? CanceledBecause(this AmazonOrder order) => FirstExecution(order)?.CancelReason;

    /// <summary>The raw status that an order has here which goes on there. A word that is new is an unknown status, and so is one that nobody here can act on.</summary>
    public static string StatusHere(this AmazonOrder order) => order.Fulfillment?.FulfillmentStatus switch
    {
        null or AmazonWords.Pending or AmazonWords.PendingAvailability => Status.PaymentPending,
        AmazonWords.Unshipped => Status.ReadyForHandling,
        AmazonWords.PartiallyShipped => Status.Handling,
        AmazonWords.Shipped => Status.Invoiced,
        { } other => $"amazon-{other.ToLowerInvariant().Replace('_', '-')}",
    };

    /// <summary>As people know the line.</summary>
    public static string Name(this AmazonItem item) => $"{item.QuantityOrdered} × {item.Product.Title ?? item.Product.SellerSku ?? item.OrderItemId}";

    private static bool IsAllSent(this AmazonOrder order) =>
        order.OrderItems.Any(item => item.Fulfillment?.QuantityFulfilled > 0) && order.OrderItems.All(item => item.StillToSend() <= 0);

    // Of a line with canceled units only Amazon knows how many are left, and where it does not say they wait. Of a line of which none was sent it may count the canceled ones.
    private static int StillToSend(this AmazonItem item)
    {
        var unsent = item.QuantityOrdered - (item.Fulfillment?.QuantityFulfilled ?? 0);
        if (item.Cancellation?.CancellationExecution is null)
        {
            return unsent;
        }

        var left = item.Fulfillment?.QuantityUnfulfilled ?? unsent;
        return item.IsCanceled() && left >= unsent ? 0 : left;
    }

    private static AmazonCancellationExecution? FirstExecution(AmazonOrder order) =>
        order.OrderItems.Select(item => item.Cancellation?.CancellationExecution).FirstOrDefault(execution => execution is not null);
}
