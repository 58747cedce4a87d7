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

    /// <summary>Amazon tells none of its items for the moment.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>For no single unit, minor units; below 0: a discount.</summary>
    public int Shipping { get; init; }

    /// <summary>Amazon counts what was canceled in all of its amounts.</summary>
    public bool CountsCanceled { get; init; }

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

    /// <summary>All that was not canceled was sent.</summary>
    public OrderThere Shipped() => this with { Status = "SHIPPED", Items = [.. Items.Select(item => item with { Fulfilled = item.CanceledBy is null ? item.Quantity : 0 })] };

    /// <summary>All of one item was.</summary>
    public OrderThere ItemShipped(string id) =>
        this with { Status = "PARTIALLY_SHIPPED", Items = [.. Items.Select(item => item.Id == id ? item with { Fulfilled = item.Quantity } : item)] };

    public OrderThere PartlyShipped() => this with { Status = "PARTIALLY_SHIPPED", Items = [Items[0] with { Fulfilled = 1 }, .. Items[1..]] };

    public JsonObject Json() => new()
    {
        ["orderId"] = Id,
        ["createdTime"] = "2026-03-01T10:00:00Z",
        ["lastUpdatedTime"] = UpdatedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["salesChannel"] = new JsonObject { ["channelName"] = "AMAZON", ["marketplaceId"] = "A2Q3Y263D00KWC" },
        ["buyer"] = new JsonObject { ["buyerName"] = "Yara Campos", ["buyerEmail"] = "yara@marketplace.example.com" },
        ["proceeds"] = Status == "PENDING" ? new JsonObject() : new JsonObject { ["grandTotal"] = Money((Items.Sum(Paid) * Price) + Shipping) },
        ["fulfillment"] = new JsonObject { ["fulfillmentStatus"] = Status, ["fulfilledBy"] = FulfilledBy },
        ["orderItems"] = new JsonArray([.. (IsUnreadable ? [] : Items).Select(item => item.Json(CountsCanceled ? Paid(item) : null))]),
    };

    private int Paid(ItemThere item) => item.CanceledBy is null || CountsCanceled ? item.Quantity : item.Fulfilled;

    internal static JsonObject Money(int minor) =>
        new() { ["amount"] = (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture), ["currencyCode"] = "BRL" };
}

internal sealed record ItemThere(string Id, string Sku, int Quantity)
{
    public int Fulfilled { get; init; }

    public string? Asked { get; init; }

    public string? CanceledBy { get; init; }

    public string? Because { get; init; }

    /// <param name="paid">The units of which Amazon tells what the seller receives; null: it does not tell.</param>
    public JsonObject Json(int? paid)
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

        var item = new JsonObject
        {
            ["orderItemId"] = Id,
            ["quantityOrdered"] = Quantity,
            ["product"] = new JsonObject { ["sellerSku"] = Sku, ["title"] = $"Thing {Sku}", ["price"] = new JsonObject { ["unitPrice"] = OrderThere.Money(OrderThere.Price) } },
            ["cancellation"] = cancellation,
            ["fulfillment"] = new JsonObject { ["quantityFulfilled"] = Fulfilled, ["quantityUnfulfilled"] = Quantity - Fulfilled },
        };
        if (paid is { } units)
        {
            item["proceeds"] = new JsonObject { ["proceedsTotal"] = OrderThere.Money(units * OrderThere.Price) };
        }

        return item;
    }
}
