namespace AdminOrders.Core.Orders;

/// <summary>What the group of a payment's system says about its money. The names are the platform's (<c>paymentData…group</c>).</summary>
public static class PaymentGroups
{
    /// <summary>A gift card, a voucher, store credit.</summary>
    public const string GiftCard = "giftCard";

    /// <summary>Whether approval means that the money has arrived: Pix, boleto, debit. The others are authorized first and captured with the invoice.</summary>
    public static bool SettleAtOnce(string group) => group is "instantPayment" or "bankInvoice" or "debitCard";
}
