using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Core.Storage;

/// <summary>Somebody who signs in.</summary>
public sealed class User : IdentityUser
{
    /// <summary>The name that colleagues see in the history, at most 100 characters.</summary>
    public required string DisplayName { get; set; }
}

/// <summary>A named set of resources; the resources are its claims of type <see cref="Resources.ClaimType"/>.</summary>
public sealed class Role : IdentityRole;

/// <summary>The keys of what a role may do. The first twelve are VTEX's, the others our own.</summary>
public static class Resources
{
    /// <summary>The type of the role claims that hold a key.</summary>
    public const string ClaimType = "resource";

    /// <summary>Change order workflow status: start handling, authorize fulfillment, end the window.</summary>
    public const string WorkflowAction = "WorkflowAction";

    /// <summary>Notify payment: approve a payment.</summary>
    public const string PaymentAction = "PaymentAction";

    /// <summary>Notify invoice.</summary>
    public const string ShippingAction = "ShippingAction";

    /// <summary>View one order.</summary>
    public const string OMSViewer = "OMSViewer";

    /// <summary>Notify refund: return items.</summary>
    public const string RefundAction = "RefundAction";

    /// <summary>Cancel order: ask, confirm, decline and withdraw.</summary>
    public const string CancelAction = "CancelAction";

    /// <summary>Order feed subscription.</summary>
    public const string FeedSubscription = "FeedSubscription";

    /// <summary>Change order: remove items.</summary>
    public const string Changes = "Changes";

    /// <summary>View store sales stats.</summary>
    public const string ShowTotalizers = "ShowTotalizers";

    /// <summary>Feed v3 and Hook Admin.</summary>
    public const string FeedHookV3Admin = "FeedHookV3Admin";

    /// <summary>Feed v3 and Hook view only.</summary>
    public const string FeedHookV3Viewer = "FeedHookV3Viewer";

    /// <summary>List orders.</summary>
    public const string ListOrders = "ListOrders";

    /// <summary>Change the store's settings.</summary>
    public const string ManageSettings = "ManageSettings";

    /// <summary>Make accounts and give roles.</summary>
    public const string ManageUsers = "ManageUsers";

    /// <summary>Import order documents.</summary>
    public const string ImportOrders = "ImportOrders";

    /// <summary>Cancel as incomplete: close unfinished work that no rule ends.</summary>
    public const string CancelIncomplete = "CancelIncomplete";

    /// <summary>What works on orders, without the store itself.</summary>
    public static IReadOnlyList<string> OfOrders { get; } =
    [
        WorkflowAction, PaymentAction, ShippingAction, OMSViewer, RefundAction, CancelAction, FeedSubscription,
        Changes, ShowTotalizers, FeedHookV3Admin, FeedHookV3Viewer, ListOrders,
    ];

    /// <summary>Everything there is.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OfOrders, ManageSettings, ManageUsers, ImportOrders, CancelIncomplete];
}

/// <summary>The roles that every store begins with.</summary>
public static class PredefinedRoles
{
    /// <summary>Everything, settings and accounts too.</summary>
    public const string Owner = "Owner";

    /// <summary>Everything that works on orders.</summary>
    public const string FullAccess = "OMS - Full access";

    /// <summary>Sees orders and cancels them.</summary>
    public const string SupportAgent = "Support agent";

    /// <summary>Sees orders.</summary>
    public const string ReadOnly = "OMS - Read only";

    /// <summary>Each role by name with its resources.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Owner] = Resources.All,
            [FullAccess] = Resources.OfOrders,
            [SupportAgent] = [Resources.ListOrders, Resources.OMSViewer, Resources.CancelAction],
            [ReadOnly] = [Resources.ListOrders, Resources.OMSViewer],
        };
}
