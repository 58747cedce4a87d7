using System.Text.Json.Nodes;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>Where an order goes, and which warehouse keeps its units.</summary>
internal static class AmazonDelivery
{
    public static JsonObject Of(AmazonOrder order, AmazonSettings settings) => new()
    {
        ["address"] = Address(order.Recipient?.DeliveryAddress, settings),
        ["logisticsInfo"] = new JsonArray([.. order.OrderItems.Select((item, index) => Line(order, item, index, settings))]),
    };

    private static JsonObject Line(AmazonOrder order, AmazonItem item, int index, AmazonSettings settings) => new()
    {
        ["itemIndex"] = index,
        ["selectedSla"] = order.Fulfillment?.FulfillmentServiceLevel,
        ["deliveryIds"] = order.IsFulfilledByAmazon() || item.QuantityOrdered == 0
            ? new JsonArray()
            : new JsonArray(new JsonObject { ["warehouseId"] = settings.WarehouseId, ["quantity"] = item.QuantityOrdered }),
    };

    private static JsonObject Address(AmazonAddress? told, AmazonSettings settings) => new()
    {
        ["addressType"] = told?.AddressType == "PICKUP_POINT" ? "pickup" : "residential",
        ["receiverName"] = told?.Name,
        ["street"] = told?.ExtendedFields?.StreetName ?? told?.AddressLine1,
        ["number"] = told?.ExtendedFields?.StreetNumber,
        ["complement"] = told?.ExtendedFields?.Complement ?? told?.AddressLine2,
        ["neighborhood"] = told?.ExtendedFields?.Neighborhood ?? told?.AddressLine3,
        ["city"] = told?.City,
        ["state"] = told?.StateOrRegion,
        ["country"] = told?.CountryCode,
        ["postalCode"] = told?.PostalCode ?? settings.DefaultPostalCode,
    };
}
