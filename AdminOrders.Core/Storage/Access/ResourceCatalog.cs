using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>A resource by the name that its role's page shows.</summary>
/// <param name="Key">What a role holds.</param>
/// <param name="ProductId">VTEX's product: 19 is OMS, 5 is Checkout; null: it is our own.</param>
/// <param name="Id">VTEX's number of it; null: it is our own.</param>
public sealed record CatalogResource(string Key, string Name, int? ProductId, int? Id);

/// <summary>Every resource that a role can have.</summary>
public static class ResourceCatalog
{
    private const int Oms = 19;
    private const int Checkout = 5;

    public static ImmutableArray<CatalogResource> All { get; } =
    [
        new(Resource.ChangeOrderWorkflowStatus, "Change order workflow status", Oms, 1150),
        new(Resource.NotifyPayment, "Notify payment", Oms, 1151),
        new(Resource.NotifyInvoice, "Notify invoice", Oms, 1152),
        new(Resource.ViewOrder, "View order", Oms, 1153),
        new(Resource.NotifyRefund, "Notify refund", Oms, 1407),
        new(Resource.CancelOrder, "Cancel order", Oms, 1408),
        new(Resource.OrderFeedSubscription, "Order feed subscription", Oms, 1409),
        new(Resource.ChangeOrder, "Change order", Oms, 1621),
        new(Resource.ViewSalesStats, "View store sales stats", Oms, 98200),
        new(Resource.OwnOrdersOnly, "Only show orders created by the user", Oms, 428968),
        new(Resource.FeedAdmin, "Feed v3 and Hook Admin", Oms, 592028),
        new(Resource.FeedViewer, "Feed v3 and Hook view only", Oms, 592029),
        new(Resource.ListOrders, "List Orders", Oms, 1860145),
        new(Resource.OrdersFullAccess, "Orders Full Access", Checkout, 1092),
        new(Resource.ShoppingCartFullAccess, "Shopping Cart Full Access", Checkout, 1091),
        new(Resource.ImportOrders, "Import orders", null, null),
        new(Resource.ManageSettings, "Manage settings", null, null),
        new(Resource.ManageUsers, "Manage users", null, null),
        new(Resource.CancelIncomplete, "Cancel as incomplete", null, null),
    ];

    /// <summary>The name of a resource; the key itself where it is not known.</summary>
    public static string NameOf(string key) => All.FirstOrDefault(resource => resource.Key == key)?.Name ?? key;
}
