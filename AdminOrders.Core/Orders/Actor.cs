using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>The parties who may act on an order.</summary>
public enum Side
{
    /// <summary>Users and app keys of this installation.</summary>
    Store,

    /// <summary>Another account that fulfils.</summary>
    Seller,

    /// <summary>A channel, by connector or by a key marked with its affiliate.</summary>
    Marketplace,

    /// <summary>Who bought.</summary>
    Customer,

    /// <summary>The payment provider.</summary>
    Payment,

    /// <summary>Deadlines and moves of the platform itself.</summary>
    System,
}

/// <summary>Who acts. Written into the history once and for ever.</summary>
/// <param name="Side">The row of the rules' table is chosen by it.</param>
/// <param name="Id">Stable id, for example <c>user:…</c>, <c>key:…</c>, <c>system</c>; never an e-mail address.</param>
/// <param name="Name">What colleagues read in the history; empty for customers.</param>
public sealed record Actor(Side Side, string Id, string Name)
{
    /// <summary>The deadlines' and the platform's own actor; it may do everything.</summary>
    public static Actor System { get; } = new(Side.System, "system", "System");

    /// <summary>Keys of the resources that the actor has (see <see cref="Resource"/>).</summary>
    public ImmutableHashSet<string> Resources { get; init; } = [];

    /// <summary>The id of the user who issued the app key that acts; null for people.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>The role "OMS - Full access" or more: may cancel an order whose status is unknown.</summary>
    public bool HasFullAccess { get; init; }

    /// <summary>The names of the actor's roles that may cancel; the policy in force says up to which value. Empty: no role bounds the actor.</summary>
    public ImmutableArray<string> CancelingRoles { get; init; } = [];

    /// <summary>Whether the actor may use the resource.</summary>
    public bool May(string resource) => Side is Side.System || Resources.Contains(resource);

    /// <summary>A person of the store at the screen, not an app key.</summary>
    public bool IsStoreUser => Side is Side.Store && Id.StartsWith("user:", StringComparison.Ordinal);

    /// <summary>The user behind a store's app key, who is the same person; a key marked with a channel's affiliate is not its issuer.</summary>
    public string? PersonBehind => Side is Side.Store ? IssuedBy : null;

    /// <summary>Whether a request entered by these ids was entered by this very person (a store's key stands for its issuer too).</summary>
    public bool IsSamePersonAs(string enteredById, string? enteredByIssuer) =>
        Id == enteredById || Id == enteredByIssuer || (PersonBehind is { } person && (person == enteredById || person == enteredByIssuer));
}

/// <summary>Resource keys: VTEX's where VTEX has one, our own where it has none.</summary>
public static class Resource
{
    public const string ChangeOrderWorkflowStatus = "WorkflowAction";
    public const string NotifyPayment = "PaymentAction";
    public const string NotifyInvoice = "ShippingAction";
    public const string ViewOrder = "OMSViewer";
    public const string NotifyRefund = "RefundAction";
    public const string CancelOrder = "CancelAction";
    public const string ChangeOrder = "Changes";
    public const string ListOrders = "ListOrders";
    public const string OrderFeedSubscription = "FeedSubscription";
    public const string ViewSalesStats = "ShowTotalizers";
    public const string OwnOrdersOnly = "callCenterOperatorFilter";
    public const string FeedAdmin = "FeedHookV3Admin";
    public const string FeedViewer = "FeedHookV3Viewer";

    /// <summary>VTEX's of its checkout; it implies seeing, listing and changing orders.</summary>
    public const string OrdersFullAccess = "AcessaTodosPedidos";
    public const string ShoppingCartFullAccess = "AcessaTodosCarrinhos";

    /// <summary>Our own: import orders from documents.</summary>
    public const string ImportOrders = "ImportOrders";

    /// <summary>Our own: change what stands under Settings.</summary>
    public const string ManageSettings = "ManageSettings";

    /// <summary>Our own: make accounts and give roles.</summary>
    public const string ManageUsers = "ManageUsers";

    /// <summary>Our own: cancel an order that was never completed.</summary>
    public const string CancelIncomplete = "CancelIncomplete";
}
