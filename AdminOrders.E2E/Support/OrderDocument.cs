using System.Text.Json.Nodes;

namespace AdminOrders.E2E.Support;

/// <summary>An order as the Get order operation returns it, with the fields that these tests look at. Amounts are in cents.</summary>
internal static class OrderDocument
{
    public const int FirstPrice = 12_990;
    public const int SecondPrice = 4_500;
    public const int Shipping = 1_510;

    /// <summary>Two lines (one unit, two units) and shipping: 235.00.</summary>
    public const int Value = FirstPrice + (2 * SecondPrice) + Shipping;

    /// <summary>The document on one line. The order is a hundred days old at <paramref name="now"/>: older than the sample store's, so that it never heads a list.</summary>
    public static string Of(TestOrder order, DateTimeOffset now)
    {
        var created = now.AddDays(-100);
        var document = new JsonObject
        {
            ["orderId"] = order.Id,
            ["sequence"] = order.Sequence,
            ["orderGroup"] = order.Id[..^3],
            ["sellerOrderId"] = $"SLR-{order.Id}",
            ["marketplaceOrderId"] = "",
            ["origin"] = "Marketplace",
            ["affiliateId"] = "",
            ["salesChannel"] = "1",
            ["status"] = StatusOf(order.State),
            ["value"] = Value,
            ["creationDate"] = created.ToString("O"),
            ["lastChange"] = created.AddMinutes(5).ToString("O"),
            ["hostname"] = "samplestore",
            ["isCompleted"] = true,
            ["totals"] = new JsonArray(Total("Items", Value - Shipping), Total("Shipping", Shipping)),
            ["sellers"] = new JsonArray(new JsonObject { ["id"] = "1", ["name"] = "Sample Store" }),
            ["storePreferencesData"] = new JsonObject { ["countryCode"] = "BRA", ["currencyCode"] = "BRL", ["currencySymbol"] = "R$", ["timeZone"] = "E. South America Standard Time" },
            ["clientProfileData"] = Customer(order),
            ["items"] = new JsonArray(Item("101", "Clay teapot", 1, FirstPrice), Item("102", "Linen towel", 2, SecondPrice)),
            ["shippingData"] = ShippingData(order, created),
            ["paymentData"] = Payment(order),
            ["packageAttachment"] = new JsonObject { ["packages"] = Packages(order.State, created) },
        };
        Cancellation(document, order.State, created);
        return document.ToJsonString();
    }

    private static string StatusOf(OrderState state) => state switch
    {
        OrderState.PaymentPending => "payment-pending",
        OrderState.PaymentApproved => "payment-approved",
        OrderState.ReadyForHandling => "ready-for-handling",
        OrderState.Handling or OrderState.PartlyInvoiced => "handling",
        OrderState.Invoiced => "invoiced",
        OrderState.RequestedByCustomer => "cancellation-requested",
        OrderState.Canceled => "canceled",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    private static JsonObject Total(string id, int value) => new() { ["id"] = id, ["name"] = id, ["value"] = value };

    private static JsonObject Customer(TestOrder order) => new()
    {
        ["firstName"] = order.CustomerName.Split(' ')[0],
        ["lastName"] = order.CustomerName.Split(' ')[1],
        ["email"] = $"yara.{order.Sequence}@example.com",
        ["documentType"] = "cpf",
        ["document"] = "11144477735",
        ["phone"] = "+5511999990000",
        ["isCorporate"] = false,
    };

    private static JsonObject Item(string id, string name, int quantity, int price) => new()
    {
        ["uniqueId"] = $"{id}0A",
        ["id"] = id,
        ["productId"] = id,
        ["name"] = name,
        ["seller"] = "1",
        ["quantity"] = quantity,
        ["price"] = price,
        ["listPrice"] = price,
        ["sellingPrice"] = price,
        ["measurementUnit"] = "un",
        ["unitMultiplier"] = 1,
    };

    private static JsonObject ShippingData(TestOrder order, DateTimeOffset created) => new()
    {
        ["address"] = new JsonObject
        {
            ["addressType"] = "residential",
            ["receiverName"] = order.CustomerName,
            ["postalCode"] = "01310-100",
            ["city"] = "São Paulo",
            ["state"] = "SP",
            ["country"] = "BRA",
            ["street"] = "Avenida Paulista",
            ["number"] = "1000",
            ["neighborhood"] = "Bela Vista",
        },
        ["logisticsInfo"] = new JsonArray(Logistics(0, 1, created), Logistics(1, 2, created)),
    };

    private static JsonObject Logistics(int item, int quantity, DateTimeOffset created) => new()
    {
        ["itemIndex"] = item,
        ["selectedSla"] = "Normal",
        ["price"] = item == 0 ? Shipping : 0,
        ["shippingEstimate"] = "5bd",
        ["shippingEstimateDate"] = created.AddDays(7).ToString("O"),
        ["deliveryCompany"] = "Courier",
        ["selectedDeliveryChannel"] = "delivery",
        ["deliveryIds"] = new JsonArray(new JsonObject
        {
            ["courierId"] = "c1",
            ["courierName"] = "Courier",
            ["dockId"] = "1",
            ["warehouseId"] = "main",
            ["quantity"] = quantity,
        }),
    };

    private static JsonObject Payment(TestOrder order) => new()
    {
        ["transactions"] = new JsonArray(new JsonObject
        {
            ["isActive"] = true,
            ["transactionId"] = $"T{order.Sequence}",
            ["payments"] = new JsonArray(new JsonObject
            {
                ["id"] = $"P{order.Sequence}",
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

    private static JsonArray Packages(OrderState state, DateTimeOffset created) => state switch
    {
        OrderState.Invoiced => [Invoice(Value, created, (0, 1, FirstPrice), (1, 2, SecondPrice))],
        OrderState.PartlyInvoiced => [Invoice(FirstPrice, created, (0, 1, FirstPrice))],
        _ => [],
    };

    private static JsonObject Invoice(int value, DateTimeOffset created, params (int Index, int Quantity, int Price)[] items) => new()
    {
        ["type"] = "Output",
        ["invoiceNumber"] = "INV-1",
        ["invoiceValue"] = value,
        ["issuanceDate"] = created.AddHours(1).ToString("O"),
        ["items"] = new JsonArray([.. items.Select(item => new JsonObject { ["itemIndex"] = item.Index, ["quantity"] = item.Quantity, ["price"] = item.Price })]),
    };

    private static void Cancellation(JsonObject document, OrderState state, DateTimeOffset created)
    {
        const string Reason = "Bought by mistake";
        if (state is OrderState.RequestedByCustomer)
        {
            document["cancellationRequests"] = new JsonArray(new JsonObject
            {
                ["id"] = Guid.NewGuid().ToString("N"),
                ["reason"] = Reason,
                ["requestedByUser"] = true,
                ["deniedBySeller"] = false,
                ["cancellationRequestDate"] = created.AddHours(1).ToString("O"),
            });
        }
        else if (state is OrderState.Canceled)
        {
            document["cancellationData"] = new JsonObject { ["RequestedByUser"] = true, ["Reason"] = Reason, ["CancellationDate"] = created.AddHours(1).ToString("O") };
        }
    }
}
