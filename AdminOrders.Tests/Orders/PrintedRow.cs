using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>A command of an actor, asked on every situation and flag.</summary>
/// <param name="Title">The heading.</param>
/// <param name="AskedBy">Whose request is open where the order is requested.</param>
internal sealed record PrintedRow(string Title, Actor Actor, Side AskedBy, Func<OrderFacts, OrderCommand> Command)
{
    public static readonly string[] Columns = ["", "P", "X", "S"];

    private static readonly Policy SecondPersonAlways = Policy.Default with { SecondPerson = SecondPerson.Always };

    /// <summary>What is different about the orders of this row.</summary>
    public Func<OrderFacts, OrderFacts> On { get; init; } = static order => order;

    /// <summary>What the rules answer, by column; null where the flag cannot be.</summary>
    public string?[] Cells(OrderFacts situation)
    {
        var order = On(situation);
        return
        [
            Cell(order, Policy.Default),
            order.Stage is Stage.Invoiced or Stage.Canceled or Stage.Replaced ? null : Cell(Partly(order), Policy.Default),
            Cell(order with { IsExternalSeller = true }, Policy.Default),
            Cell(order, SecondPersonAlways),
        ];
    }

    private static OrderFacts Partly(OrderFacts order) => order with
    {
        OutputInvoices = 1,
        InvoicedValue = 2_000,
        Invoices = [new InvoiceFact("P-1", InvoiceType.Output, 2_000)],
    };

    private string Cell(OrderFacts order, Policy policy)
    {
        var answer = Situations.Notation(Rules.Decide(order, Command(order), Actor, An.Instant, policy), order);
        var (outcome, alert) = answer.IndexOf(" ! ", StringComparison.Ordinal) is var at and >= 0 ? (answer[..at], $" ! {answer[(at + 3)..]}") : (answer, "");
        return outcome.LastIndexOf(' ') is var space and > 0 && outcome[0] is '→' or '✗' or 'b'
            ? $"{outcome[..(space + 1)]}`{outcome[(space + 1)..]}`{alert}"
            : outcome + alert;
    }
}

/// <summary>What is printed: the commands and the orders they are asked on.</summary>
internal static class PrintedRows
{
    private static readonly Reason Why = new(null, "why");

    public static IEnumerable<PrintedRow> All { get; } =
    [
        new("Cancel by the store", Actors.Operator, Side.Customer, _ => Some.Cancel()),
        new("Cancel by the store with OMS - Full access", Actors.Owner, Side.Customer, _ => Some.Cancel()),
        new("Cancel by the customer", Actors.Customer, Side.Store, _ => Some.Cancel(Side.Customer)),
        new("Cancel by a marketplace", Actors.Marketplace, Side.Store, _ => Some.Cancel(Side.Marketplace)),
        new("Cancel by the seller", Actors.Seller, Side.Store, _ => Some.Cancel(Side.Seller)),
        new("Cancel by payment", Actors.Payment, Side.Store, _ => Some.Cancel(Side.Payment)),
        new("A channel has canceled", Actors.Marketplace, Side.Store, _ => new RecordChannelCancellation(Side.Marketplace, Why)),
        new("The buyer asked the channel to cancel", Actors.Marketplace, Side.Store, _ => new RecordChannelRequest(Some.NewId, Why)),
        new("A channel has canceled some items", Actors.Marketplace, Side.Store, _ => new RecordChannelItems("1 × teapot")),
        new("Cancel by the store, of an order that the channel fulfills", Actors.Owner, Side.Customer, _ => Some.Cancel()) { On = Fulfilled },
        new("Cancel by a marketplace, of an order that it fulfills", Actors.Marketplace, Side.Store, _ => Some.Cancel(Side.Marketplace)) { On = Fulfilled },
        new("Confirm cancellation, by the person who entered the request", Actors.OtherOperator, Side.Store, order => new ConfirmCancellation(Request(order))),
        new("Confirm cancellation, by another person", Actors.Operator, Side.Store, order => new ConfirmCancellation(Request(order))),
        new("Decline what another side asked", Actors.Operator, Side.Customer, order => new Decline(Request(order), "why", "")),
        new("Decline what the own side asked", Actors.Operator, Side.Store, order => new Decline(Request(order), "why", "")),
        new("Withdraw what the own side asked", Actors.Operator, Side.Store, order => new Withdraw(Request(order))),
        new("Withdraw what another side asked", Actors.Operator, Side.Customer, order => new Withdraw(Request(order))),
        new("Start handling", Actors.Operator, Side.Customer, _ => new StartHandling()),
        new("Invoice a part", Actors.Operator, Side.Customer, _ => Some.Invoice("N-1", 1_000)),
        new("Invoice the rest", Actors.Operator, Side.Customer, order => Some.Invoice("N-1", Math.Max(1, order.Value - order.InvoicedValue))),
        new("Invoice once more under the same number and value", Actors.Operator, Side.Customer, _ => Some.Invoice("P-1", 2_000))
        {
            On = order => order with { Invoices = [new InvoiceFact("P-1", InvoiceType.Output, 2_000)] },
        },
        new("Return items", Actors.Operator, Side.Customer, _ => Some.Return("N-1", 1_000)),
        new("Change items", Actors.Operator, Side.Customer, _ => new ChangeItems([new ItemQuantity(1, 1)], "why")),
        new("Approve payment", Actors.Payment, Side.Customer, _ => new ApprovePayment()),
        new("Approve a payment that still waits", Actors.Payment, Side.Customer, _ => new ApprovePayment("card")) { On = WithWaitingPayment },
        new("Approve a payment that still waits, on a marketplace order", Actors.Payment, Side.Customer, _ => new ApprovePayment("card"))
        {
            On = order => WithWaitingPayment(order) with { IsMarketplaceOrder = true },
        },
        new("Authorize fulfillment", Actors.Operator, Side.Customer, _ => new AuthorizeFulfillment()),
        new("End the grace period", Actors.Operator, Side.Customer, _ => new EndGracePeriod()),
        new("Cancel as incomplete", Actors.Owner, Side.Customer, _ => new CancelAsIncomplete(Why)),
        new("Try again", Actors.Operator, Side.Customer, _ => new TryAgain()),
        new("Take the request", Actors.Operator, Side.Customer, _ => new TakeRequest()),
        new("Hand the request over", Actors.Operator, Side.Customer, _ => new HandOverRequest(new Assignee("user:bruno", "Bruno"), null)),
        new("Release the request, which a colleague has", Actors.Operator, Side.Customer, _ => new ReleaseRequest())
        {
            On = order => order with { Assignee = order.Requests.IsEmpty ? null : new Assignee("user:bruno", "Bruno") },
        },
    ];

    public static OrderCommand[] OneOfEach { get; } =
    [
        Some.Cancel(), new ConfirmCancellation(""), new Decline("", "", ""), new Withdraw(""), new RecordChannelCancellation(Side.Marketplace, Why),
        new RecordEarlierCancellation(Side.Marketplace, Why), new RecordChannelRequest("", Why), new RecordChannelItems(""),
        new StartHandling(), Some.Invoice("1", 1), Some.Return("1", 1), new ChangeItems([], ""), new ApprovePayment(), new AuthorizeFulfillment(),
        new EndGracePeriod(), new CancelAsIncomplete(Why), new TryAgain(), new RecordImportedState(null!), new ApplyDueTimers(), new AddComment(""),
        new TakeRequest(), new HandOverRequest(new Assignee("user:bruno", "Bruno"), null), new ReleaseRequest(), new RetryEffect(""), new FinishByHand("", ""),
        new RecordPaymentAnswer("", PaymentAnswer.Refunded),
        new AddTracking("1", null, null, null, null), new RecordDelivery("1", true, null, []),
    ];

    public static IEnumerable<(string Name, OrderFacts Order)> Situations(Side askedBy) =>
    [
        ("Incomplete", An.Order().In("")),
        ("Moving `start-handling`", An.Order().Paid().In("start-handling")),
        ("Moving `invoice`", An.Order().Paid().In("invoice")),
        ("Moving `cancel`", An.Order().Paid().In("cancel")),
        ("Moving, other", An.Order().In("order-created")),
        ("Open, not paid", An.Order().Unpaid()),
        ("Open, paid", An.Order().Paid()),
        ("Open, awaiting authorization", An.Order().AwaitingAuthorization()),
        ("Window", An.Order().InWindow()),
        ("Ready", An.Order().Ready()),
        ("Handling", An.Order().Handling()),
        ("Requested from Open, not paid", An.Order().Unpaid().AskedBy(askedBy)),
        ("Requested from Open, paid", An.Order().Paid().AskedBy(askedBy)),
        ("Requested from Open, awaiting authorization", An.Order().AwaitingAuthorization().AskedBy(askedBy)),
        ("Requested from Window", An.Order().InWindow().AskedBy(askedBy)),
        ("Requested from Window that is over", An.Order().InWindow().In(Status.WindowToCancel, An.Instant).AskedBy(askedBy)),
        ("Requested from Ready", An.Order().Ready().AskedBy(askedBy)),
        ("Requested from Handling", An.Order().Handling().AskedBy(askedBy)),
        ("Requested from Unknown", An.Order().Handling().In("some-new-status").AskedBy(askedBy)),
        ("Invoiced", An.Order().Invoiced()),
        ("Invoiced and returned", An.Order().Returned()),
        ("Canceled", An.Order().Paid().Canceled()),
        ("Replaced", An.Order().Paid().In(Status.Replaced)),
        ("Unknown", An.Order().Handling().In("some-new-status")),
    ];

    private static OrderFacts Fulfilled(OrderFacts order) => order with { IsMarketplaceOrder = true, IsFulfilledByChannel = true };

    private static OrderFacts WithWaitingPayment(OrderFacts order) => order with
    {
        IsPaymentRecorded = false,
        Payments = [.. order.Payments.Select(payment => payment with { State = PaymentState.Pending })],
    };

    private static string Request(OrderFacts order) => order.Requests.IsEmpty ? Some.NewId : order.Requests[0].Id;
}
