using System.Text;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;

namespace AdminOrders.Tests.Channels;

/// <summary>An order of Amazon's as another installation has exported it: this connector has not made it.</summary>
internal static class ForeignDocument
{
    public static ImportedOrder Of(string orderId, string amazonOrderId) =>
        new OrderDocumentReader(TimeProvider.System, Policy.Default).Read(Encoding.UTF8.GetBytes(Json(orderId, amazonOrderId))).Order!;

    private static string Json(string orderId, string amazonOrderId) =>
        $$$"""
        {"orderId":"{{{orderId}}}","sequence":"77","marketplaceOrderId":"{{{amazonOrderId}}}","origin":"Fulfillment","affiliateId":"AMZ","salesChannel":"1",
         "status":"ready-for-handling","value":5000,"creationDate":"2026-03-01T10:00:00Z","lastChange":"2026-03-01T10:05:00Z",
         "storePreferencesData":{"currencyCode":"BRL"},"sellers":[{"id":"1","name":"Store"}],"clientProfileData":{"email":"y@example.com","firstName":"Yara"},
         "items":[{"uniqueId":"a","id":"SKU-1","name":"Thing","quantity":2,"price":2500,"sellingPrice":2500,"seller":"1"}],
         "shippingData":{"logisticsInfo":[{"itemIndex":0,"deliveryIds":[{"warehouseId":"main","quantity":2}]}]},
         "paymentData":{"transactions":[]}}
        """;
}
