using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Text;

/// <summary>Where an order stands, in the words of who bought it. Nothing of what happens between the store's own people is in them.</summary>
public static class ShopperText
{
    /// <summary>The label in the current UI culture.</summary>
    /// <param name="isOnItsWay">A carrier has told of its parcel.</param>
    /// <param name="isDelivered">A carrier has told that it arrived.</param>
    public static string Label(string status, bool isOnItsWay = false, bool isDelivered = false) => Stages.Of(status) switch
    {
        Stage.Incomplete => Texts.Shopper_Incomplete,
        Stage.Moving => Moving(status),
        Stage.Open => Open(status),
        Stage.Window or Stage.Ready or Stage.Handling => Texts.Shopper_Handling,
        Stage.Requested => Texts.Shopper_Requested,
        Stage.Invoiced => isDelivered ? Texts.Shopper_Delivered : isOnItsWay ? Texts.Shopper_OnItsWay : Texts.Shopper_Invoiced,
        Stage.Canceled => Texts.Shopper_Canceled,
        Stage.Replaced => Texts.Shopper_Replaced,
        Stage.Unknown => Texts.Shopper_Unknown,
    };

    private static string Moving(string status) => status switch
    {
        "cancel" or "canceling" => Texts.Shopper_Canceling,
        "start-handling" or "invoice" or "invoicing" or "invoice-after-cancellation-deny" => Texts.Shopper_Handling,
        "approving-transaction" or "notify-payment" or "processing" => Texts.Shopper_ApprovingPayment,
        _ => Texts.Shopper_Placed,
    };

    private static string Open(string status) => status switch
    {
        _ when Stages.IsPaid(status) => Texts.Shopper_Paid,
        "payment-denied" => Texts.Shopper_PaymentDenied,
        "payment-pending" or "approve-payment" or "authorizing" or "window-to-change-payment" => Texts.Shopper_ApprovingPayment,
        _ => Texts.Shopper_Placed,
    };
}
