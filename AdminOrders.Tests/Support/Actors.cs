using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Tests.Support;

/// <summary>The people and programs that act in tests.</summary>
public static class Actors
{
    private static readonly ImmutableHashSet<string> OperatorResources =
    [
        Resource.CancelOrder, Resource.ChangeOrderWorkflowStatus, Resource.NotifyInvoice, Resource.NotifyRefund, Resource.NotifyPayment,
        Resource.ChangeOrder, Resource.ViewOrder, Resource.ListOrders, Resource.ImportOrders,
    ];

    public static Actor Operator { get; } = new(Side.Store, "user:ana", "Ana") { Resources = OperatorResources };

    public static Actor OtherOperator { get; } = new(Side.Store, "user:bruno", "Bruno") { Resources = OperatorResources };

    public static Actor Owner { get; } =
        new(Side.Store, "user:olga", "Olga") { Resources = OperatorResources.Add(Resource.CancelIncomplete), HasFullAccess = true };

    public static Actor Viewer { get; } = new(Side.Store, "user:vera", "Vera") { Resources = [Resource.ViewOrder, Resource.ListOrders] };

    /// <summary>An app key that Ana issued.</summary>
    public static Actor KeyOfAna { get; } = new(Side.Store, "key:erp", "ERP") { Resources = OperatorResources, IssuedBy = "user:ana" };

    public static Actor Seller { get; } = new(Side.Seller, "seller:2", "Seller 2");

    public static Actor Marketplace { get; } = new(Side.Marketplace, "key:amazon", "Amazon");

    public static Actor Customer { get; } = new(Side.Customer, "customer", "");

    public static Actor Payment { get; } = new(Side.Payment, "payment", "Payment provider");

    /// <summary>Somebody of the side; for the store the other operator.</summary>
    public static Actor Of(Side side) => side switch
    {
        Side.Store => OtherOperator,
        Side.Seller => Seller,
        Side.Marketplace => Marketplace,
        Side.Customer => Customer,
        Side.Payment => Payment,
        Side.System => Actor.System,
    };
}
