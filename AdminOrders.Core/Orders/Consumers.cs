namespace AdminOrders.Core.Orders;

/// <summary>Who is owed an effect of an event, by the stable name that is kept with it.</summary>
public static class Consumers
{
    public const string Payment = "payment";
    public const string MailStore = "mail-store";
    public const string MailCustomer = "mail-customer";
    public const string Channel = "channel";
    public const string Seller = "seller";

    /// <summary>What of the order the event's deliveries are about: a debt's payment; "": the order. One payment that cannot be settled keeps no other waiting.</summary>
    internal static string SubjectOf(OrderEvent happened) => happened is MoneyOwed debt ? debt.PaymentId : "";

    /// <summary>What the event owes, given the facts after it. What a document told owes nobody anything but the money.</summary>
    internal static string[] Of(OrderEvent happened, OrderFacts facts) => happened switch
    {
        CancellationRequested { TellsSeller: true } or OrderCanceled { TellsSeller: true } => [.. BesideTheSeller(happened, facts), Seller],
        _ => BesideTheSeller(happened, facts),
    };

    private static string[] BesideTheSeller(OrderEvent happened, OrderFacts facts) => happened switch
    {
        MoneyOwed => [Payment],
        CancellationRequested { TellsCustomer: true } => [MailStore, MailCustomer],
        CancellationRequested => [MailStore],
        CancellationDeclined { CustomerAsked: true } => [MailCustomer],
        RequestsDeclinedByInvoice { CustomerAsked: true } => [MailCustomer],
        OrderCanceled { Cause: CancellationCause.Imported or CancellationCause.ChannelEarlier } => [],
        OrderCanceled { Cause: CancellationCause.Channel } => [MailStore, MailCustomer],
        OrderCanceled when facts.IsMarketplaceOrder => [MailStore, MailCustomer, Channel],
        OrderCanceled => [MailStore, MailCustomer],
        InvoiceRecorded when facts.IsMarketplaceOrder => [Channel],
        _ => [],
    };
}
