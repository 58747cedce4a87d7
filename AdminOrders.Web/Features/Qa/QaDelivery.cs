using System.Text.Json.Nodes;

namespace AdminOrders.Web.Features.Qa;

/// <summary>Where the order goes, and what has gone out and come back.</summary>
internal static class QaDelivery
{
    /// <summary>Where all units lie.</summary>
    public const string Warehouse = "main";

    public static JsonObject ShippingOf(QaOrder order, DateTimeOffset placedAt) => new()
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
        ["logisticsInfo"] = new JsonArray(Logistics(0, 1, placedAt), Logistics(1, 2, placedAt)),
    };

    public static JsonArray PackagesOf(QaSituation situation, DateTimeOffset placedAt) => situation switch
    {
        QaSituation.Invoiced => [Everything("Output", "INV-1", placedAt.AddHours(1))],
        QaSituation.Returned => [Everything("Output", "INV-1", placedAt.AddHours(1)), Everything("Input", "RET-1", placedAt.AddHours(2))],
        QaSituation.PartlyInvoiced => [Invoice("Output", "INV-1", QaDocument.FirstPrice, placedAt.AddHours(1), (0, 1, QaDocument.FirstPrice))],
        _ => [],
    };

    private static JsonObject Logistics(int item, int quantity, DateTimeOffset placedAt) => new()
    {
        ["itemIndex"] = item,
        ["selectedSla"] = "Normal",
        ["price"] = item == 0 ? QaDocument.Shipping : 0,
        ["shippingEstimate"] = "5bd",
        ["shippingEstimateDate"] = placedAt.AddDays(7).ToString("O"),
        ["deliveryCompany"] = "Courier",
        ["selectedDeliveryChannel"] = "delivery",
        ["deliveryIds"] = new JsonArray(new JsonObject
        {
            ["courierId"] = "c1",
            ["courierName"] = "Courier",
            ["dockId"] = "1",
            ["warehouseId"] = Warehouse,
            ["quantity"] = quantity,
        }),
    };

    private static JsonObject Everything(string type, string number, DateTimeOffset issuedAt) => Invoice(
        type, number, QaDocument.Value, issuedAt, (0, 1, QaDocument.FirstPrice), (1, 2, QaDocument.SecondPrice));

    private static JsonObject Invoice(string type, string number, int value, DateTimeOffset issuedAt, params (int Index, int Quantity, int Price)[] items) => new()
    {
        ["type"] = type,
        ["invoiceNumber"] = number,
        ["invoiceValue"] = value,
        ["issuanceDate"] = issuedAt.ToString("O"),
        ["items"] = new JsonArray([.. items.Select(item => new JsonObject { ["itemIndex"] = item.Index, ["quantity"] = item.Quantity, ["price"] = item.Price })]),
    };
}
