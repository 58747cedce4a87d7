using AdminOrders.Core.Orders;

namespace AdminOrders.Trials.Stores;

/// <summary>Who acts in trials.</summary>
internal static class People
{
    public static Actor Ana { get; } = Operator("user:ana", "Ana");

    public static Actor Bruno { get; } = Operator("user:bruno", "Bruno");

    public static Actor Customer { get; } = new(Side.Customer, "customer", "");

    private static Actor Operator(string id, string name) => new(Side.Store, id, name)
    {
        Resources = [Resource.CancelOrder, Resource.ChangeOrderWorkflowStatus, Resource.NotifyInvoice, Resource.NotifyRefund, Resource.ImportOrders, Resource.ViewOrder],
    };
}
