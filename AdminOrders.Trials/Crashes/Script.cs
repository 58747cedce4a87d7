using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Trials.Stores;

namespace AdminOrders.Trials.Crashes;

/// <summary>One command of a script.</summary>
/// <param name="Kind">Of the one history row that stands for it.</param>
internal sealed record Step(Actor Actor, OrderCommand Command, string Kind)
{
    /// <summary>Kinds that stand for no command of a script: what was before, and what follows from another.</summary>
    public static ImmutableHashSet<string> KindsBeside { get; } = ["order-imported", "stock-released", "money-owed", "money-returned", "money-captured", "captures-counted"];
}

/// <summary>What is done to an order, from its import to its end.</summary>
internal sealed record Script(OrderFacts Order, ImmutableArray<Step> Steps)
{
    private const int Invoices = 5;
    private const int OnAmazonEvery = 5;
    private const int OfSellersEvery = 10;
    private const int FirstOfSellers = 7;
    private static readonly Reason Why = new(null, "ordered twice");

    /// <summary>Whether an external seller has to answer what the script asks for.</summary>
    public bool AsksSeller => Order.IsExternalSeller && Steps[^1].Kind == "cancellation-requested";

    /// <summary>What the order costs at its end, minor units: the provider keeps as much.</summary>
    public long Kept => Steps[^1].Kind == "invoice-recorded" ? TrialOrder.Value : 0;

    /// <summary>
    /// The scripts take turns: canceled at once; asked and confirmed; asked, declined and invoiced; handled and invoiced unit by unit; paid by card and Pix and canceled at
    /// once; so paid, invoiced, taken back and canceled. Of orders that an external seller fulfils it is told by turns that they are canceled, and asked whether it cancels them.
    /// </summary>
    public static Script Of(int number, string orderId, DateTimeOffset now)
    {
        if (number % OfSellersEvery == FirstOfSellers)
        {
            return OfSeller(number / OfSellersEvery, orderId, now);
        }

        var script = Usual(number, orderId, now);
        return IsOnAmazon(number) ? script with { Order = script.Order with { IsMarketplaceOrder = true } } : script;
    }

    /// <summary>Whether the order of that number was sold on Amazon, which is then told of its cancellation.</summary>
    public static bool IsOnAmazon(int number) => number % OnAmazonEvery == 0;

    private static Script Usual(int number, string orderId, DateTimeOffset now) => (number % 6) switch
    {
        0 => new(TrialOrder.Paid(orderId, now), [Canceling(orderId)]),
        1 => new(TrialOrder.Handling(orderId, now), [Asking(orderId), new(People.Bruno, new ConfirmCancellation(TrialOrder.RequestOf(orderId)), "order-canceled")]),
        2 => new(
            TrialOrder.Handling(orderId, now),
            [
                Asking(orderId),
                new(People.Bruno, new Decline(TrialOrder.RequestOf(orderId), "on the truck", "It is on its way"), "cancellation-declined"),
                Invoicing(1, TrialOrder.Value, now),
            ]),
        3 => new(
            TrialOrder.Paid(orderId, now) with { Status = Status.ReadyForHandling },
            [
                new(People.Bruno, new StartHandling(), "handling-started"),
                .. Enumerable.Range(1, Invoices).Select(invoice => Invoicing(invoice, TrialOrder.Value / Invoices, now)),
            ]),
        4 => new(TrialOrder.PaidTwice(orderId, now), [Canceling(orderId)]),
        _ => new(
            TrialOrder.PaidTwice(orderId, now) with { Status = Status.ReadyForHandling },
            [
                new(People.Bruno, new StartHandling(), "handling-started"),
                Invoicing(1, TrialOrder.Value, now),
                new(People.Bruno, new ReturnInvoice(new("R-1", TrialOrder.Value, now)), "return-invoice-recorded"),
                Canceling(orderId),
            ]),
    };

    private static Script OfSeller(int number, string orderId, DateTimeOffset now)
    {
        Script script = int.IsEvenInteger(number)
            ? new(TrialOrder.Unpaid(orderId, now), [Canceling(orderId)])
            : new(TrialOrder.Handling(orderId, now), [Asking(orderId)]);
        return script with { Order = script.Order with { IsExternalSeller = true, SellerId = CrashSeller.Id } };
    }

    private static Step Canceling(string orderId) =>
        new(People.Ana, new Cancel(TrialOrder.RequestOf(orderId), Side.Customer, Why), "order-canceled");

    private static Step Invoicing(int number, long value, DateTimeOffset now) =>
        new(People.Bruno, new Invoice(new InvoiceData($"I-{number}", value, now)), "invoice-recorded");

    private static Step Asking(string orderId) =>
        new(People.Ana, new Cancel(TrialOrder.RequestOf(orderId), Side.Customer, Why), "cancellation-requested");
}

/// <summary>An order on which a script is played, and what is known of it outside the server.</summary>
internal sealed class PlayedOrder(Script script)
{
    private readonly List<string> receipts = [];

    public string OrderId => script.Order.OrderId;

    public Script Script => script;

    /// <summary>The receipts of the commands that were answered, in their order.</summary>
    public IReadOnlyList<string> Receipts => receipts;

    /// <summary>The step that was sent and not answered; null: none is open.</summary>
    public Step? Unanswered { get; private set; }

    /// <summary>The next step; null: the script is over.</summary>
    public Step? Next => receipts.Count < script.Steps.Length ? script.Steps[receipts.Count] : null;

    /// <summary>It goes out, for the first time or once more.</summary>
    public void Sent(Step step) => Unanswered = step;

    /// <summary>It was answered.</summary>
    /// <param name="receipt">The history row that stands for it.</param>
    public void Answered(string receipt)
    {
        receipts.Add(receipt);
        Unanswered = null;
    }
}
