using System.Globalization;
using System.Text.Json.Nodes;

namespace AdminOrders.Tests.Channels;

/// <summary>An order as Amazon has it. Prices are in minor units of BRL.</summary>
internal sealed record OrderThere(string Id, DateTimeOffset UpdatedAt)
{
    public const int Price = 2_500;

    public string Status { get; init; } = "UNSHIPPED";

    public string FulfilledBy { get; init; } = "MERCHANT";

    public ItemThere[] Items { get; init; } = [new("1", "SKU-1", 2), new("2", "SKU-2", 1)];

    public int Units => Items.Sum(item => item.Quantity);

    public static OrderThere New(int number, DateTimeOffset at) => new(IdOf(number), at);

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"702-{number:0000000}-0000001");

    /// <summary>Every item was canceled by that party.</summary>
    public OrderThere CanceledBy(string who, string? because = null) => this with
    {
        Status = "CANCELLED",
        Items = [.. Items.Select(item => item with { CanceledBy = who, Because = because })],
    };

    /// <summary>One item was.</summary>
    public OrderThere ItemCanceled(string id, string who) => this with { Items = [.. Items.Select(item => item.Id == id ? item with { CanceledBy = who } : item)] };

    /// <summary>The buyer asks to have the first item canceled.</summary>
    public OrderThere Asked(string because = "Bought by mistake") => this with { Items = [Items[0] with { Asked = because }, .. Items[1..]] };

    public OrderThere Shipped() => this with { Status = "SHIPPED", Items = [.. Items.Select(item => item with { Fulfilled = item.Quantity })] };

    public OrderThere PartlyShipped() => this with { Status = "PARTIALLY_SHIPPED", Items = [Items[0] with { Fulfilled = 1 }, .. Items[1..]] };

    public JsonObject Json() => new()
    {
        ["orderId"] = Id,
        ["createdTime"] = "2026-03-01T10:00:00Z",
        ["lastUpdatedTime"] = UpdatedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["salesChannel"] = new JsonObject { ["channelName"] = "AMAZON", ["marketplaceId"] = "A2Q3Y263D00KWC" },
        ["buyer"] = new JsonObject { ["buyerName"] = "Yara Campos", ["buyerEmail"] = "yara@marketplace.example.com" },
        ["proceeds"] = Status == "PENDING" ? new JsonObject() : new JsonObject { ["grandTotal"] = Money(Units * Price) },
        ["fulfillment"] = new JsonObject { ["fulfillmentStatus"] = Status, ["fulfilledBy"] = FulfilledBy },
        ["orderItems"] = new JsonArray([.. Items.Select(item => item.Json())]),
    };

    internal static JsonObject Money(int minor) =>
        new() { ["amount"] = (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture), ["currencyCode"] = "BRL" };
}

internal sealed record ItemThere(string Id, string Sku, int Quantity)
{
    public int Fulfilled { get; init; }

    public string? Asked { get; init; }

    public string? CanceledBy { get; init; }

    public string? Because { get; init; }

    public JsonObject Json()
    {
        var cancellation = new JsonObject();
        if (Asked is not null)
        {
            cancellation["cancellationRequest"] = new JsonObject { ["requester"] = "BUYER", ["cancelReason"] = Asked };
        }

        if (CanceledBy is not null)
        {
            cancellation["cancellationExecution"] = new JsonObject { ["cancelledBy"] = CanceledBy, ["cancelReason"] = Because };
        }

        return new()
        {
            ["orderItemId"] = Id,
            ["quantityOrdered"] = Quantity,
            ["product"] = new JsonObject { ["sellerSku"] = Sku, ["title"] = $"Thing {Sku}", ["price"] = new JsonObject { ["unitPrice"] = OrderThere.Money(OrderThere.Price) } },
            ["cancellation"] = cancellation,
            ["fulfillment"] = new JsonObject { ["quantityFulfilled"] = Fulfilled, ["quantityUnfulfilled"] = Quantity - Fulfilled },
        };
    }
}
