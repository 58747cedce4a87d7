using System.Globalization;
using System.Text.Json.Nodes;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Storage.Channels;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>
/// An order of Amazon's in the shape of the Get order operation. It has no payments: Amazon takes the money and gives it back. What Amazon sends itself
/// is reserved in no warehouse of the store.
/// </summary>
internal static class AmazonDocument
{
    // What most orders tell; one that waits for its payment tells no amount at all.
    private static readonly Dictionary<string, string> Currencies = new(StringComparer.Ordinal)
    {
        ["A2Q3Y263D00KWC"] = "BRL",
        ["ATVPDKIKX0DER"] = "USD",
        ["A2EUQ1WTGCTBG2"] = "CAD",
        ["A1AM78C64UM0Y8"] = "MXN",
        ["A1F83G8C2ARO7P"] = "GBP",
        ["A1PA6795UKMFR9"] = "EUR",
        ["A13V1IB3VIYZZH"] = "EUR",
        ["A1RKKUPIHCS9HS"] = "EUR",
        ["APJ6JRA9NG5V4"] = "EUR",
        ["A1805IZSGTT6HS"] = "EUR",
    };

    /// <summary>The order's id here.</summary>
    public static string IdOf(string amazonOrderId, AmazonSettings settings) => $"{settings.AffiliateId}-{amazonOrderId}";

    /// <param name="packages">What has been sent (<see cref="AmazonShipments"/>).</param>
    public static JsonObject Of(AmazonOrder order, AmazonSettings settings, JsonArray packages)
    {
        var items = order.OrderItems.Sum(ValueOf);
        var value = ValueOf(order);
        return new JsonObject
        {
            ["orderId"] = IdOf(order.OrderId, settings),
            ["sequence"] = string.Concat(order.OrderId.Where(char.IsAsciiLetterOrDigit)),
            ["orderGroup"] = "",
            ["sellerOrderId"] = $"00-{IdOf(order.OrderId, settings)}",
            ["marketplaceOrderId"] = order.OrderId,
            ["origin"] = "Fulfillment",
            ["affiliateId"] = settings.AffiliateId,
            ["salesChannel"] = "1",
            ["status"] = order.StatusHere(),
            ["value"] = value,
            ["creationDate"] = Instant(order.CreatedTime),
            ["lastChange"] = Instant(order.LastUpdatedTime),
            ["isCompleted"] = true,
            ["totals"] = new JsonArray(Total("Items", items), Total("Shipping", Math.Max(0, value - items))),
            ["sellers"] = new JsonArray(new JsonObject { ["id"] = settings.SellerId }),
            ["storePreferencesData"] = new JsonObject { ["currencyCode"] = CurrencyOf(order) },
            ["clientProfileData"] = Customer(order.Buyer),
            ["items"] = new JsonArray([.. order.OrderItems.Select(item => Item(item, settings))]),
            ["shippingData"] = AmazonDelivery.Of(order, settings),
            ["paymentData"] = new JsonObject { ["transactions"] = new JsonArray(), ["giftCards"] = new JsonArray() },
            ["packageAttachment"] = new JsonObject { ["packages"] = packages },
            ["customData"] = ChannelMark.Of(ChannelNames.Amazon, order.IsFulfilledByAmazon()),
        };
    }

    /// <summary>Of a single unit, minor units; 0 while Amazon does not tell it.</summary>
    public static long UnitPrice(AmazonItem item) => item.Product.Price?.UnitPrice?.MinorUnits()
        ?? (item.QuantityOrdered > 0 ? (item.Proceeds?.ProceedsTotal?.MinorUnits() ?? 0) / item.QuantityOrdered : 0);

    /// <summary>Of the whole order, minor units.</summary>
    public static long ValueOf(AmazonOrder order) => order.Proceeds?.GrandTotal?.MinorUnits() ?? order.OrderItems.Sum(ValueOf);

    /// <summary>Why no order can be made of it; null: one can.</summary>
    public static string? UnreadBecause(AmazonOrder order) =>
        order.OrderItems.Length == 0 ? "Amazon tells of no item of the order."
        : UnreadAmount(order) is { } unread ? $"{unread.Amount} {unread.CurrencyCode} is no amount of whole minor units."
        : null;

    // An amount that Amazon tells, and by which the order's value would be another, and that is none. What is not told yet is none either.
    private static AmazonMoney? UnreadAmount(AmazonOrder order)
    {
        IEnumerable<AmazonMoney?[]> amounts = order.Proceeds?.GrandTotal is { } total
            ? [[total]]
            : order.OrderItems.Select(item => new[] { item.Product.Price?.UnitPrice, item.Proceeds?.ProceedsTotal });
        return amounts.Where(told => told.All(amount => amount?.MinorUnits() is null)).SelectMany(told => told.OfType<AmazonMoney>()).FirstOrDefault();
    }

    /// <summary>Of all units that were ordered of it, minor units.</summary>
    public static long ValueOf(AmazonItem item) => UnitPrice(item) * item.QuantityOrdered;

    private static string? CurrencyOf(AmazonOrder order) =>
        order.Proceeds?.GrandTotal?.CurrencyCode
        ?? order.OrderItems.Select(item => item.Product.Price?.UnitPrice?.CurrencyCode ?? item.Proceeds?.ProceedsTotal?.CurrencyCode).FirstOrDefault(code => code is not null)
        ?? (order.SalesChannel.MarketplaceId is { } marketplace ? Currencies.GetValueOrDefault(marketplace) : null);

    private static JsonObject Total(string id, long value) => new() { ["id"] = id, ["name"] = id, ["value"] = value };

    private static JsonObject Customer(AmazonBuyer? buyer)
    {
        var (first, last) = (buyer?.BuyerName ?? "").Split(' ', 2) is [var one, var rest] ? (one, rest) : (buyer?.BuyerName ?? "", "");
        return new()
        {
            ["email"] = buyer?.BuyerEmail ?? "",
            ["firstName"] = first,
            ["lastName"] = last,
            ["isCorporate"] = buyer?.BuyerCompanyName is { Length: > 0 },
            ["corporateName"] = buyer?.BuyerCompanyName,
        };
    }

    private static JsonObject Item(AmazonItem item, AmazonSettings settings) => new()
    {
        ["uniqueId"] = item.OrderItemId,
        ["id"] = item.Product.SellerSku ?? item.Product.Asin ?? item.OrderItemId,
        ["productId"] = item.Product.Asin,
        ["name"] = item.Product.Title ?? "",
        ["seller"] = settings.SellerId,
        ["quantity"] = item.QuantityOrdered,
        ["price"] = UnitPrice(item),
        ["listPrice"] = UnitPrice(item),
        ["sellingPrice"] = UnitPrice(item),
        ["measurementUnit"] = "un",
        ["unitMultiplier"] = 1,
    };

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
