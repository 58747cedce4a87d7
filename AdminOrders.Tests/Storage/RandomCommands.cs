using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>Commands of everybody, drawn by a seed; many of them are refused, and that is wanted.</summary>
internal sealed class RandomCommands(int seed)
{
    private static readonly Actor[] Everybody =
    [
        Actors.Operator, Actors.OtherOperator, Actors.Owner, Actors.KeyOfAna, Actors.Customer, Actors.Marketplace, Actors.Seller, Actors.Payment, Actor.System,
    ];

    private readonly Random random = new(seed);
    private int number;

    public Random Random => random;

    public OrderBuilder NewOrder(string id) => random.Next(9) switch
    {
        0 => An.Order(id).Unpaid(),
        1 => An.Order(id).Paid(),
        2 => An.Order(id).AwaitingAuthorization().FromMarketplace(),
        3 => An.Order(id).InWindow(),
        4 => An.Order(id).Ready(),
        5 => An.Order(id).Handling().FulfilledBySeller(),
        6 => An.Order(id).Handling().PartlyInvoiced().Captured(),
        7 => An.Order(id).Handling().AskedBy(Side.Customer),
        _ => An.Order(id).Invoiced(),
    };

    public (OrderCommand Command, Actor Actor) Next(OrderFacts facts)
    {
        var actor = Pick(Everybody);
        return random.Next(25) switch
        {
            0 or 1 or 2 => (new Cancel(NewId(), Pick(Enum.GetValues<Side>()), new Reason(null, "why " + number), Pick(Enum.GetValues<StockDestination>())), actor),
            3 => (new ConfirmCancellation(RequestOf(facts), Pick(Enum.GetValues<StockDestination>()), "a note"), actor),
            4 or 5 => (new Decline(RequestOf(facts), "not now", "we are sorry"), actor),
            6 => (new Withdraw(RequestOf(facts), "a note"), actor),
            7 => (new StartHandling(), actor),
            8 or 9 => (new Invoice(NewInvoice(facts)), actor),
            10 => (new ReturnInvoice(NewInvoice(facts), "came back"), actor),
            11 => (new ChangeItems([new(random.Next(2), 1)], "not there"), actor),
            12 => (new ApprovePayment(), actor),
            13 => (new AuthorizeFulfillment(), actor),
            14 => (new EndGracePeriod(), actor),
            15 => (new RecordChannelCancellation(Side.Marketplace, new Reason(null, "there")), Pick(Rarely(Actors.Marketplace, actor))),
            16 => (new RecordImportedState(Newer(facts)), Actor.System),
            17 => (new CancelAsIncomplete(new Reason(null, "never completed")), Actors.Owner),
            18 => (new ApplyDueTimers(), Actor.System),
            19 => (new AddTracking(InvoiceOf(facts), "TR" + number, null, "Sea mail", "2026-03-02"), actor),
            20 => (new RecordDelivery(InvoiceOf(facts), random.Next(2) == 0, null, [new("Rio", "RJ", "left", "2026-03-02")]), actor),
            21 or 22 => (new TakeRequest(), actor),
            23 => random.Next(2) == 0
                ? (new HandOverRequest(new(Actors.Owner.Id, Actors.Owner.Name), facts.Assignee?.Id), actor)
                : (new ReleaseRequest(), actor),
            _ => (new AddComment("comment " + number, random.Next(2) == 0 ? "ERP" : null), actor),
        };
    }

    /// <summary>Seconds mostly, days sometimes, so that timers come due.</summary>
    public TimeSpan Pause() => random.Next(8) == 0 ? TimeSpan.FromDays(random.Next(1, 12)) : TimeSpan.FromSeconds(random.Next(1, 1_200));

    private ImportedOrder Newer(OrderFacts facts)
    {
        var order = NewOrder(facts.OrderId).Build();
        return Imported.From(order with { Requests = [.. order.Requests.Select(request => request with { Id = NewId() })] }, $$"""{"number":{{++number}}}""");
    }

    private InvoiceData NewInvoice(OrderFacts facts) => random.Next(3) == 0
        ? new($"I-{++number}", Math.Max(1, facts.Value - facts.InvoicedValue), An.Instant)
        : new($"I-{++number}", 2_000, An.Instant) { Items = [new(random.Next(2), 1)] };

    private string InvoiceOf(OrderFacts facts) => facts.Invoices.IsEmpty ? "none" : Pick([.. facts.Invoices]).Number;

    private string RequestOf(OrderFacts facts) => facts.Requests.IsEmpty || random.Next(10) == 0 ? NewId() : Pick([.. facts.Requests]).Id;

    private string NewId() => $"{++number:x32}";

    private T[] Rarely<T>(T rare, T often) => random.Next(5) == 0 ? [rare] : [often];

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
