using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>The roles that every store begins with: VTEX's by VTEX's names, and our own.</summary>
public static class PredefinedRoles
{
    /// <summary>The type of the role claims that hold a resource key.</summary>
    public const string ResourceClaim = "resource";

    /// <summary>Everything, settings and accounts too.</summary>
    public const string Owner = "Owner";

    /// <summary>Everything that works on orders.</summary>
    public const string FullAccess = "OMS - Full access";

    /// <summary>Sees orders and cancels them.</summary>
    public const string SupportAgent = "Support agent";

    /// <summary>Sees orders.</summary>
    public const string ReadOnly = "OMS - Read only";

    /// <summary>An ERP: sees, cancels, changes, handles and invoices orders.</summary>
    public const string FulfillmentOms = "IntegrationProfile - Fulfillment Oms";

    /// <summary>Every resource that works on orders: who has them all has full access.</summary>
    public static ImmutableHashSet<string> OrderResources { get; } =
    [
        Resource.ChangeOrderWorkflowStatus, Resource.NotifyPayment, Resource.NotifyInvoice, Resource.ViewOrder, Resource.NotifyRefund,
        Resource.CancelOrder, Resource.ChangeOrder, Resource.ListOrders,
        Resource.OrderFeedSubscription, Resource.ViewSalesStats, Resource.FeedAdmin, Resource.FeedViewer,
    ];

    /// <summary>Each role by name with its resources.</summary>
    public static ImmutableDictionary<string, ImmutableHashSet<string>> All { get; } =
        ImmutableDictionary.CreateRange(
            StringComparer.Ordinal,
            [
                With(Owner, [.. OrderResources, Resource.ManageSettings, Resource.ManageUsers, Resource.ImportOrders, Resource.CancelIncomplete]),
                With(FullAccess, OrderResources),
                With(SupportAgent, [Resource.ListOrders, Resource.ViewOrder, Resource.CancelOrder]),
                With(ReadOnly, [Resource.ListOrders, Resource.ViewOrder]),
                With("Checkout Admin", [Resource.OrdersFullAccess, Resource.ShoppingCartFullAccess, Resource.CancelOrder]),
                With("Call center operator", [Resource.ViewOrder]),
                With("Sales App - Sales Associate", [Resource.ViewOrder]),
                With("inStore Sales Person", [Resource.CancelOrder, Resource.ChangeOrder]),
                With("Finance", [Resource.ListOrders, Resource.ViewOrder, Resource.ViewSalesStats]),
                With(
                    FulfillmentOms,
                    [
                        Resource.ListOrders, Resource.ViewOrder, Resource.CancelOrder, Resource.ChangeOrder, Resource.ChangeOrderWorkflowStatus, Resource.NotifyInvoice,
                        Resource.NotifyRefund, Resource.NotifyPayment, Resource.OrderFeedSubscription, Resource.FeedAdmin, Resource.ViewSalesStats,
                    ]),
                With("IntegrationProfile - Fulfillment Gateway", [Resource.CancelOrder, Resource.ViewOrder, Resource.NotifyPayment]),
                With(
                    "IntegrationProfile - Fulfillment Gateway Oms",
                    [
                        Resource.CancelOrder, Resource.ViewOrder, Resource.ChangeOrder, Resource.ChangeOrderWorkflowStatus, Resource.NotifyInvoice, Resource.NotifyPayment,
                    ]),
            ]);

    /// <summary>Those that people at the screen have, the mightiest first; the others are made for programs and for VTEX's own applications.</summary>
    public static ImmutableArray<string> OfPeople { get; } = [Owner, FullAccess, SupportAgent, ReadOnly];

    private static KeyValuePair<string, ImmutableHashSet<string>> With(string role, ImmutableHashSet<string> resources) => new(role, resources);
}

/// <summary>What a resource brings with it.</summary>
public static class Implied
{
    /// <summary>The resources with what they imply: VTEX's <em>Orders Full Access</em> opens what sees, lists and changes orders.</summary>
    public static ImmutableHashSet<string> By(ImmutableHashSet<string> resources) => resources.Contains(Resource.OrdersFullAccess)
        ? resources.Union([Resource.ViewOrder, Resource.ListOrders, Resource.ChangeOrder])
        : resources;
}
