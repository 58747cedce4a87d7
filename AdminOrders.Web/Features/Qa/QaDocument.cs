using System.Text.Json.Nodes;
using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Features.Qa;

/// <summary>An order to try something on: what it is found by.</summary>
internal sealed record QaOrder(string Id, string Sequence, string CustomerName, QaSituation Situation)
{
    /// <summary>Sold on a marketplace; some situations are such an order's only.</summary>
    public bool IsMarketplace { get; init; } = Situation is QaSituation.AwaitingAuthorization or QaSituation.RequestedByMarketplace;

    /// <summary>Fulfilled by another seller.</summary>
    public bool IsExternalSeller { get; init; } = Situation is QaSituation.RequestedBySeller;
}

/// <summary>Such an order as the Get order operation returns it. Amounts are in cents of BRL.</summary>
internal static class QaDocument
{
    public const int FirstPrice = 12_990;
    public const int SecondPrice = 4_500;
    public const string SecondSku = "102";
    public const int Shipping = 1_510;
    public const string Reason = "Bought by mistake";

    /// <summary>Two lines (one unit of <c>Clay teapot</c>, two of <c>Linen towel</c>) and shipping: 235.00.</summary>
    public const int Value = FirstPrice + (2 * SecondPrice) + Shipping;

    /// <summary>The id of the order's one payment.</summary>
    public static string PaymentOf(string sequence) => $"P{sequence}";

    /// <summary>The document on one line.</summary>
    public static string Of(QaOrder order, DateTimeOffset placedAt)
    {
        var document = new JsonObject
        {
            ["orderId"] = order.Id,
            ["sequence"] = order.Sequence,
            ["orderGroup"] = order.Id[..^3],
            ["sellerOrderId"] = $"SLR-{order.Id}",
            ["marketplaceOrderId"] = order.IsMarketplace ? $"MKT-{order.Sequence}" : "",
            ["origin"] = order.IsMarketplace ? "Fulfillment" : "Marketplace",
            ["affiliateId"] = order.IsMarketplace ? "MKT" : "",
            ["salesChannel"] = "1",
            ["status"] = StatusOf(order.Situation),
            ["value"] = Value,
            ["creationDate"] = placedAt.ToString("O"),
            ["lastChange"] = placedAt.AddMinutes(5).ToString("O"),
            ["hostname"] = "samplestore",
            ["isCompleted"] = order.Situation is not QaSituation.Incomplete,
            ["totals"] = new JsonArray(Total("Items", Value - Shipping), Total("Shipping", Shipping)),
            ["sellers"] = new JsonArray(Seller(order)),
            ["storePreferencesData"] = new JsonObject { ["countryCode"] = "BRA", ["currencyCode"] = "BRL", ["currencySymbol"] = "R$", ["timeZone"] = "E. South America Standard Time" },
            ["clientProfileData"] = Customer(order),
            ["items"] = new JsonArray(Item(order, "101", "Clay teapot", 1, FirstPrice), Item(order, SecondSku, "Linen towel", 2, SecondPrice)),
            ["shippingData"] = QaDelivery.ShippingOf(order, placedAt),
            ["paymentData"] = Payment(order),
            ["packageAttachment"] = new JsonObject { ["packages"] = QaDelivery.PackagesOf(order.Situation, placedAt) },
        };
        Cancellation(document, order.Situation, placedAt);
        return document.ToJsonString();
    }

    private static string StatusOf(QaSituation situation) => situation switch
    {
        QaSituation.Incomplete => "",
        QaSituation.PaymentPending or QaSituation.InGracePeriod => Status.PaymentPending,
        QaSituation.PaymentApproved => Status.PaymentApproved,
        QaSituation.AwaitingAuthorization => Status.AuthorizeFulfillment,
        QaSituation.ReadyForHandling => Status.ReadyForHandling,
        QaSituation.Handling or QaSituation.PartlyInvoiced => Status.Handling,
        QaSituation.Invoiced or QaSituation.Returned => Status.Invoiced,
        QaSituation.RequestedByCustomer or QaSituation.RequestedByStore or QaSituation.RequestedByMarketplace or QaSituation.RequestedBySeller => Status.CancellationRequested,
        QaSituation.Canceled => Status.Canceled,
        QaSituation.Replaced => "replaced",
        QaSituation.Hanging => "approving-transaction",
        QaSituation.UnknownStatus => "waiting-for-the-moon",
    };

    private static JsonObject Total(string id, int value) => new() { ["id"] = id, ["name"] = id, ["value"] = value };

    private static JsonObject Seller(QaOrder order) => order.IsExternalSeller
        ? new() { ["id"] = "partner", ["name"] = "Partner Seller", ["fulfillmentEndpoint"] = "https://partner.example.com/fulfillment" }
        : new() { ["id"] = "1", ["name"] = "Sample Store" };

    private static JsonObject Customer(QaOrder order) => new()
    {
        ["firstName"] = order.CustomerName.Split(' ')[0],
        ["lastName"] = string.Join(' ', order.CustomerName.Split(' ').Skip(1)),
        ["email"] = $"yara.{order.Sequence}@example.com",
        ["documentType"] = "cpf",
        ["document"] = "11144477735",
        ["phone"] = "+5511999990000",
        ["isCorporate"] = false,
    };

    private static JsonObject Item(QaOrder order, string id, string name, int quantity, int price) => new()
    {
        ["uniqueId"] = $"{id}0A",
        ["id"] = id,
        ["productId"] = id,
        ["name"] = name,
        ["seller"] = order.IsExternalSeller ? "partner" : "1",
        ["quantity"] = quantity,
        ["price"] = price,
        ["listPrice"] = price,
        ["sellingPrice"] = price,
        ["measurementUnit"] = "un",
        ["unitMultiplier"] = 1,
    };

    private static JsonObject Payment(QaOrder order) => new()
    {
        ["transactions"] = new JsonArray(new JsonObject
        {
            ["isActive"] = true,
            ["transactionId"] = $"T{order.Sequence}",
            ["payments"] = new JsonArray(new JsonObject
            {
                ["id"] = PaymentOf(order.Sequence),
                ["paymentSystem"] = "2",
                ["paymentSystemName"] = "Visa",
                ["group"] = "creditCard",
                ["value"] = Value,
                ["installments"] = 1,
                ["firstDigits"] = "411111",
                ["lastDigits"] = "1111",
            }),
        }),
    };

    private static void Cancellation(JsonObject document, QaSituation situation, DateTimeOffset placedAt)
    {
        if (situation is QaSituation.RequestedByCustomer)
        {
            document["cancellationRequests"] = new JsonArray(new JsonObject
            {
                ["id"] = Guid.NewGuid().ToString("N"),
                ["reason"] = Reason,
                ["requestedByUser"] = true,
                ["deniedBySeller"] = false,
                ["cancellationRequestDate"] = placedAt.AddHours(1).ToString("O"),
            });
        }
        else if (situation is QaSituation.Canceled)
        {
            document["cancellationData"] = new JsonObject { ["RequestedByUser"] = true, ["Reason"] = Reason, ["CancellationDate"] = placedAt.AddHours(1).ToString("O") };
        }
    }
}
