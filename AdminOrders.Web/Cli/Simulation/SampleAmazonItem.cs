using System.Text.Json.Nodes;

namespace AdminOrders.Web.Cli.Simulation;

/// <summary>An item of a sample order and what has become of it.</summary>
internal sealed class SampleAmazonItem(ScenarioItem told, string id)
{
    public string Sku => told.Sku;

    /// <summary>What the seller receives for it, major units.</summary>
    public decimal Total => CanceledBy is null ? told.UnitPrice * told.Quantity : 0;

    /// <summary>Why the buyer asks to cancel it; null: nobody does.</summary>
    public string? Asked { get; set; }

    public string? CanceledBy { get; set; }

    public string? CanceledFor { get; set; }

    public bool IsShipped { get; set; }

    /// <param name="isPriced">Whether its price is told already.</param>
    public JsonObject Told(IReadOnlySet<string> included, Func<decimal, JsonObject> money, bool isPriced)
    {
        var item = new JsonObject
        {
            ["orderItemId"] = id,
            ["quantityOrdered"] = told.Quantity,
            ["product"] = new JsonObject { ["title"] = told.Title, ["sellerSku"] = Sku },
        };
        if (isPriced)
        {
            item["product"]!["price"] = new JsonObject { ["unitPrice"] = money(told.UnitPrice) };
        }

        if (included.Contains("PROCEEDS") && isPriced)
        {
            item["proceeds"] = new JsonObject
            {
                ["proceedsTotal"] = money(Total),
                ["breakdowns"] = new JsonArray(new JsonObject { ["type"] = "ITEM", ["subtotal"] = money(Total) }),
            };
        }

        if (included.Contains("FULFILLMENT"))
        {
            item["fulfillment"] = new JsonObject { ["quantityFulfilled"] = IsShipped ? told.Quantity : 0, ["quantityUnfulfilled"] = IsShipped || CanceledBy is not null ? 0 : told.Quantity };
        }

        if (included.Contains("CANCELLATION") && (Asked ?? CanceledBy) is not null)
        {
            item["cancellation"] = Cancellation();
        }

        return item;
    }

    public JsonObject Notified() => new()
    {
        ["OrderItemId"] = id,
        ["SellerSKU"] = Sku,
        ["SupplySourceId"] = null,
        ["OrderItemStatus"] = IsShipped ? "Shipped" : "Unshipped",
        ["Quantity"] = told.Quantity,
        ["QuantityShipped"] = IsShipped ? told.Quantity : 0,
        ["IsBuyerRequestedCancel"] = Asked is not null,
    };

    private JsonObject Cancellation()
    {
        var cancellation = new JsonObject();
        if (Asked is not null)
        {
            cancellation["cancellationRequest"] = new JsonObject { ["requester"] = "BUYER", ["cancelReason"] = Asked };
        }

        if (CanceledBy is not null)
        {
            cancellation["cancellationExecution"] = new JsonObject { ["cancelledBy"] = CanceledBy, ["cancelReason"] = CanceledFor };
        }

        return cancellation;
    }
}
