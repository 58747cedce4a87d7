using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>Who may send a command at all: people and keys of the store by resource, the others by their side.</summary>
internal static class Permissions
{
    /// <summary>The resource a store actor needs; null: no store actor may.</summary>
    public static string? ResourceFor(OrderCommand command) => command switch
    {
        Cancel or ConfirmCancellation or Decline or Withdraw or TakeRequest or HandOverRequest or ReleaseRequest => Resource.CancelOrder,
        FinishByHand finish when EffectId.Parts(finish.EffectId).Consumer == Consumers.Payment => Resource.NotifyRefund,
        RecordPaymentAnswer => null,
        EffectCommand => Resource.CancelOrder,
        StartHandling or AuthorizeFulfillment or EndGracePeriod or TryAgain => Resource.ChangeOrderWorkflowStatus,
        Invoice or AddTracking or RecordDelivery => Resource.NotifyInvoice,
        ReturnInvoice => Resource.NotifyRefund,
        ChangeItems => Resource.ChangeOrder,
        ApprovePayment => Resource.NotifyPayment,
        CancelAsIncomplete => Resource.CancelIncomplete,
        RecordImportedState => Resource.ImportOrders,
        AddComment => Resource.ViewOrder,
        _ => null,
    };

    /// <summary>Null where the actor may; else why not.</summary>
    public static Refused? Check(OrderFacts facts, OrderCommand command, Actor actor) => actor.Side switch
    {
        Side.System => null,
        Side.Store => CheckResource(ResourceFor(command), actor),
        Side.Seller => facts.IsExternalSeller && IsSellers(command) ? null : Refuse(Refusal.NotYours),
        Side.Marketplace => IsMarketplaces(command) ? null : Refuse(Refusal.NotYours),
        Side.Customer => command is Cancel or Withdraw ? null : Refuse(Refusal.NotYours),
        Side.Payment => command is Cancel or Withdraw or ApprovePayment ? null : Refuse(Refusal.NotYours),
    };

    private static Refused? CheckResource(string? resource, Actor actor) => resource switch
    {
        null => Refuse(Refusal.NotYours),
        _ when actor.May(resource) => null,
        _ => Refuse(Refusal.MissingResource),
    };

    // The seller that fulfils handles, invoices and answers requests as the store does for its own stock.
    private static bool IsSellers(OrderCommand command) =>
        command is Cancel or ConfirmCancellation or Decline or Withdraw or StartHandling or Invoice or ReturnInvoice
            or AddTracking or RecordDelivery;

    // A channel authorizes the fulfillment of what it sold, reports payments and returns, and says what it canceled.
    private static bool IsMarketplaces(OrderCommand command) =>
        command is Cancel or Withdraw or RecordChannelCancellation or RecordEarlierCancellation or RecordChannelRequest or RecordChannelItems or AuthorizeFulfillment or ApprovePayment or ReturnInvoice;
}
