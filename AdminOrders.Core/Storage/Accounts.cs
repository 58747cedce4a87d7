using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Core.Storage;

/// <summary>Somebody who signs in.</summary>
public sealed class User : IdentityUser
{
    /// <summary>The name that colleagues see in the history, at most 100 characters.</summary>
    public required string DisplayName { get; set; }
}

/// <summary>A named set of resources; the resources are its claims of type <see cref="PredefinedRoles.ResourceClaim"/>.</summary>
public sealed class Role : IdentityRole;

/// <summary>The roles that every store begins with.</summary>
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

    /// <summary>Every resource that works on orders: who has them all has full access.</summary>
    public static ImmutableHashSet<string> OrderResources { get; } =
    [
        Resource.ChangeOrderWorkflowStatus, Resource.NotifyPayment, Resource.NotifyInvoice, Resource.ViewOrder, Resource.NotifyRefund,
        Resource.CancelOrder, Resource.ChangeOrder, Resource.ListOrders,
        "FeedSubscription", "ShowTotalizers", "FeedHookV3Admin", "FeedHookV3Viewer",
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
            ]);

    private static KeyValuePair<string, ImmutableHashSet<string>> With(string role, ImmutableHashSet<string> resources) => new(role, resources);
}
