namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>Words of Amazon's lists that mean something here, spelled as Amazon does.</summary>
internal static class AmazonWords
{
    /// <summary>Placed, payment not authorized, released in the future.</summary>
    public const string PendingAvailability = "PENDING_AVAILABILITY";

    /// <summary>Placed, not ready for shipment: most of it is not told yet.</summary>
    public const string Pending = "PENDING";

    /// <summary>Paid, ready for shipment.</summary>
    public const string Unshipped = "UNSHIPPED";

    public const string PartiallyShipped = "PARTIALLY_SHIPPED";
    public const string Shipped = "SHIPPED";
    public const string Canceled = "CANCELLED";

    /// <summary>Who fulfills an order, asks to cancel an item, or canceled it.</summary>
    public const string Amazon = "AMAZON";

    public const string Merchant = "MERCHANT";
    public const string Buyer = "BUYER";
}

/// <summary>Why a seller cancels, by Amazon's codes.</summary>
internal static class AmazonCancelReasons
{
    public const string NoInventory = "NO_INVENTORY";
    public const string BuyerCanceled = "BUYER_CANCELLED";
    public const string AddressUndeliverable = "SHIPPING_ADDRESS_UNDELIVERABLE";
    public const string CustomerExchange = "CUSTOMER_EXCHANGE";
    public const string PricingError = "PRICING_ERROR";
}
