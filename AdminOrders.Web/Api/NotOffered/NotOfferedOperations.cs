using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Access;
using AdminOrders.Web.Api.Errors;

namespace AdminOrders.Web.Api.NotOffered;

/// <summary>What VTEX's contract has and this product does not: a caller is told so, instead of looking for a mistake of its own.</summary>
internal static class NotOfferedOperations
{
    /// <summary>Method and path of each.</summary>
    public static IReadOnlyList<(string Method, string Path)> All { get; } =
    [
        ("GET", "/api/oms/pvt/feed/orders/status"),
        ("GET", "/api/orders/feed/config"),
        ("POST", "/api/orders/feed/config"),
        ("DELETE", "/api/orders/feed/config"),
        ("GET", "/api/orders/feed"),
        ("POST", "/api/orders/feed"),
        ("GET", "/api/orders/hook/config"),
        ("POST", "/api/orders/hook/config"),
        ("DELETE", "/api/orders/hook/config"),
        ("GET", "/api/orders/pvt/document/{orderId}/change-summary"),
        ("POST", "/api/orders/expressions/jsonata"),
        ("GET", "/api/checkout/pvt/configuration/window-to-change-seller"),
        ("POST", "/api/checkout/pvt/configuration/window-to-change-seller"),
        ("PATCH", "/api/order-system/orders/{changeOrderId}/changes"),
        ("GET", "/api/order-system/orders/{changeOrderId}/changes"),
        ("GET", "/api/order-system/orders/{changeOrderId}/changes/{changeRequestId}"),
        ("POST", "/api/order-system/orders/{changeOrderId}/changes/preview"),
        ("POST", "/api/order-system/orders/{changeOrderId}/changes/{changeRequestId}/retry"),
        ("POST", "/api/order-system/orders/{changeOrderId}/changes/{changeRequestId}/cancel"),
        ("PUT", "/api/order-system/orders/changes/settings"),
        ("GET", "/api/order-system/orders/changes/settings"),
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        foreach (var (method, path) in All)
        {
            api.MapMethods(path, [method], ApiErrors.NotOffered).Needs([.. PredefinedRoles.OrderResources]);
        }
    }
}
