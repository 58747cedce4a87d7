using System.Globalization;
using System.Text.Json.Nodes;

namespace AdminOrders.Web.Cli.Simulation;

/// <summary>An order of a sample Amazon: what has happened to it, and how Amazon's API and notifications tell it.</summary>
internal sealed class SampleAmazonOrder(AmazonScenario scenario, ScenarioOrder told, DateTimeOffset createdAt)
{
    private const string Pending = "PENDING";
    private const string Canceled = "CANCELLED";

    private readonly SampleAmazonItem[] items = [.. told.Items.Select((item, index) => new SampleAmazonItem(item, $"{told.OrderId.Replace("-", "", StringComparison.Ordinal)}{index + 1}"))];
    private DateTimeOffset createdTime = createdAt;
    private string changeType = "OrderStatusChange";
    private string changeReason = "";

    public string OrderId => told.OrderId;

    public bool IsThere { get; set; } = true;

    public string Status { get; private set; } = told.Status;

    public DateTimeOffset UpdatedAt { get; private set; } = createdAt;

    /// <summary>Why a seller's cancellation is refused; null: it is taken.</summary>
    public string? Refusal { get; set; }

    /// <summary>Why the seller cannot cancel it now; null: it can.</summary>
    public string? NotCancelable => Refusal
        ?? (told.FulfilledBy != "MERCHANT" ? "Orders that Amazon fulfills cannot be canceled by the seller" : null)
        ?? (Status is Pending or "UNSHIPPED" ? null : $"Order is {Status}");

    public void Appear(DateTimeOffset now)
    {
        (IsThere, createdTime) = (true, now);
        Touch(now, "OrderStatusChange", "");
    }

    public void Pay(DateTimeOffset now)
    {
        Status = Status == Pending ? "UNSHIPPED" : Status;
        Touch(now, "OrderStatusChange", "");
    }

    public void AskToCancel(string[]? skus, string reason, DateTimeOffset now)
    {
        Array.ForEach(Named(skus), item => item.Asked = reason);
        Touch(now, "BuyerRequestedChange", "Buyer Requested Cancel");
    }

    public void Cancel(string[]? skus, string by, string reason, DateTimeOffset now)
    {
        foreach (var item in Named(skus).Where(item => item is { CanceledBy: null, IsShipped: false }))
        {
            (item.CanceledBy, item.CanceledFor) = (by, reason);
        }

        Status = StatusByItems();
        Touch(now, "OrderStatusChange", reason);
    }

    public void Ship(string[]? skus, DateTimeOffset now)
    {
        Array.ForEach(Named(skus), item => item.IsShipped = item.CanceledBy is null);
        Status = StatusByItems();
        Touch(now, "OrderStatusChange", "");
    }

    /// <summary>As getOrder and searchOrders tell it, with what was asked for. What a pending order costs and where it goes Amazon does not tell yet.</summary>
    public JsonObject Told(IReadOnlySet<string> included)
    {
        var order = new JsonObject
        {
            ["orderId"] = OrderId,
            ["createdTime"] = Written(createdTime),
            ["lastUpdatedTime"] = Written(UpdatedAt),
            ["programs"] = new JsonArray(),
            ["salesChannel"] = new JsonObject { ["channelName"] = "AMAZON", ["marketplaceId"] = scenario.MarketplaceId, ["marketplaceName"] = "Amazon.com.br" },
            ["orderItems"] = new JsonArray([.. items.Select(item => item.Told(included, Money, Status != Pending))]),
        };
        if (included.Contains("FULFILLMENT"))
        {
            order["fulfillment"] = new JsonObject { ["fulfillmentStatus"] = Status, ["fulfilledBy"] = told.FulfilledBy, ["fulfillmentServiceLevel"] = "STANDARD" };
        }

        if (Status != Pending)
        {
            TellPaid(order, included);
        }

        return order;
    }

    /// <summary>An ORDER_CHANGE notification of the last change.</summary>
    public JsonObject Notification(DateTimeOffset now, string id) => new()
    {
        ["NotificationVersion"] = "1.0",
        ["NotificationType"] = "ORDER_CHANGE",
        ["PayloadVersion"] = "1.0",
        ["EventTime"] = Written(now),
        ["Payload"] = new JsonObject { ["OrderChangeNotification"] = Change() },
        ["NotificationMetadata"] = new JsonObject
        {
            ["ApplicationId"] = "sample-application",
            ["SubscriptionId"] = "sample-subscription",
            ["PublishTime"] = Written(now),
            ["NotificationId"] = id,
        },
    };

    private void TellPaid(JsonObject order, IReadOnlySet<string> included)
    {
        var total = items.Sum(item => item.Total);
        if (included.Contains("BUYER"))
        {
            order["buyer"] = new JsonObject { ["buyerName"] = told.BuyerName, ["buyerEmail"] = "buyer-email@marketplace.example.com" };
        }

        if (included.Contains("RECIPIENT"))
        {
            order["recipient"] = new JsonObject
            {
                ["deliveryAddress"] = new JsonObject
                {
                    ["name"] = told.BuyerName,
                    ["addressLine1"] = "Rua das Flores, 123",
                    ["city"] = told.City,
                    ["postalCode"] = told.PostalCode,
                    ["countryCode"] = told.Country,
                    ["addressType"] = "RESIDENTIAL",
                },
            };
        }

        if (included.Contains("PROCEEDS"))
        {
            order["proceeds"] = new JsonObject { ["grandTotal"] = Money(total) };
        }

        if (included.Contains("PAYMENT"))
        {
            order["payment"] = new JsonObject
            {
                ["paymentExecutions"] = new JsonArray(new JsonObject { ["paymentMethod"] = told.PaymentMethod, ["paymentAmount"] = Money(total) }),
            };
        }
    }

    private JsonObject Change() => new()
    {
        ["NotificationLevel"] = "OrderLevel",
        ["SellerId"] = "SAMPLESELLER",
        ["AmazonOrderId"] = OrderId,
        ["OrderChangeType"] = changeType,
        ["OrderChangeTrigger"] = new JsonObject { ["TimeOfOrderChange"] = Written(UpdatedAt), ["ChangeReason"] = changeReason },
        ["Summary"] = new JsonObject
        {
            ["MarketplaceId"] = scenario.MarketplaceId,
            ["OrderStatus"] = StatusOfNotification(),
            ["PurchaseDate"] = Written(createdTime),
            ["DestinationPostalCode"] = told.PostalCode,
            ["FulfillmentType"] = told.FulfilledBy == "AMAZON" ? "AFN" : "MFN",
            ["OrderType"] = "StandardOrder",
            ["NumberOfItemsShipped"] = items.Count(item => item.IsShipped),
            ["NumberOfItemsUnshipped"] = items.Count(item => !item.IsShipped),
            ["OrderItems"] = new JsonArray([.. items.Select(item => item.Notified())]),
        },
    };

    // Notifications have words of an older version of the API.
    private string StatusOfNotification() => Status switch
    {
        Pending => "Pending",
        "PENDING_AVAILABILITY" => "PendingAvailability",
        "PARTIALLY_SHIPPED" => "PartiallyShipped",
        "SHIPPED" => "Shipped",
        Canceled => "Canceled",
        "UNFULFILLABLE" => "Unfulfillable",
        _ => "Unshipped",
    };

    // Nothing unsent and not canceled is left: then it is over, by whatever happened last.
    private string StatusByItems() => (items.Any(item => item.IsShipped), items.All(item => item.IsShipped || item.CanceledBy is not null)) switch
    {
        (true, true) => "SHIPPED",
        (true, false) => "PARTIALLY_SHIPPED",
        (false, true) => Canceled,
        (false, false) => Status,
    };

    private SampleAmazonItem[] Named(string[]? skus) => [.. items.Where(item => skus is null || skus.Contains(item.Sku, StringComparer.Ordinal))];

    private void Touch(DateTimeOffset now, string type, string reason) => (UpdatedAt, changeType, changeReason) = (now, type, reason);

    private JsonObject Money(decimal amount) => new() { ["amount"] = amount.ToString(CultureInfo.InvariantCulture), ["currencyCode"] = scenario.Currency };

    private static string Written(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
