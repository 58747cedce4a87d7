using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>Random but plausible: who, when and what.</summary>
internal static class SomeCommand
{
    private static readonly Actor[] Everybody =
    [
        Actors.Operator, Actors.OtherOperator, Actors.Owner, Actors.KeyOfAna, Actors.Viewer, Actors.Seller, Actors.Marketplace, Actors.Customer,
        Actors.Payment, Core.Orders.Actor.System,
    ];

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(24), TimeSpan.FromDays(2),
        TimeSpan.FromDays(11), TimeSpan.FromDays(30),
    ];

    private static readonly string[] Statuses = [.. Stages.Known, "some-new-status"];

    public static Policy Policy(int seed) => Core.Orders.Policy.Default with
    {
        SecondPerson = (SecondPerson)(seed / 7 % 3),
        SecondPersonAbove = ImmutableDictionary<string, long>.Empty.Add("BRL", 5_000),
        GracePeriod = seed % 5 == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(30),
    };

    public static Actor Actor(Random random) => Everybody[random.Next(Everybody.Length)];

    // Most commands follow each other closely, so that something is left to decide.
    public static TimeSpan Pause(Random random) => random.Next(3) > 0 ? TimeSpan.FromSeconds(random.Next(60)) : Pauses[random.Next(Pauses.Length)];

    public static OrderCommand For(OrderFacts facts, Actor actor, Random random) => random.Next(19) switch
    {
        0 or 1 => new Cancel(Id(random), RequestedBy(actor, random), new Reason(null, "why"), (StockDestination)random.Next(3)),
        2 or 3 => new ConfirmCancellation(Request(facts, random), (StockDestination)random.Next(3)),
        4 => new Decline(Request(facts, random), "no", "Sorry"),
        5 => new Withdraw(Request(facts, random)),
        6 => FromChannel(random),
        7 => new StartHandling(),
        8 => new Invoice(Data(facts.Value - facts.InvoicedValue, facts, random)),
        9 => new ReturnInvoice(Data(facts.InvoicedValue - facts.ReturnedValue, facts, random)),
        10 => new ChangeItems(Lines(facts, random), "sold out"),
        11 => new ApprovePayment(random.Next(2) == 0 ? null : "card"),
        12 => new AuthorizeFulfillment(),
        13 => new EndGracePeriod(),
        14 => new CancelAsIncomplete(new Reason(null, "why")),
        15 => random.Next(2) == 0 ? new TryAgain() : new AddComment("note"),
        16 => Tracking(random),
        17 => Assignment(facts, random),
        _ => Document(random),
    };

    private static OrderCommand FromChannel(Random random) => random.Next(4) switch
    {
        0 => new RecordChannelRequest(Id(random), new Reason(null, "why")),
        1 => new RecordChannelItems("1 × teapot"),
        2 => new RecordEarlierCancellation(Side.Customer, Reason.None),
        _ => new RecordChannelCancellation(Side.Marketplace, Reason.None),
    };

    private static OrderCommand Assignment(OrderFacts facts, Random random) => random.Next(4) switch
    {
        0 or 1 => new TakeRequest(),
        2 => new HandOverRequest(new Assignee(Actors.Owner.Id, Actors.Owner.Name), random.Next(3) == 0 ? null : facts.Assignee?.Id),
        _ => new ReleaseRequest(),
    };

    private static OrderCommand Tracking(Random random) => random.Next(2) == 0
        ? new AddTracking($"I-{random.Next(6)}", "TR1", null, "Sea mail", null)
        : new RecordDelivery($"I-{random.Next(6)}", random.Next(2) == 0, null, [new("Rio", "RJ", "left", "2026-03-02")]);

    private static Side RequestedBy(Actor actor, Random random) => actor.Side is Side.Store ? (Side)random.Next(4) : actor.Side;

    private static string Id(Random random) => $"{random.NextInt64():x32}";

    private static string Request(OrderFacts facts, Random random) =>
        facts.Requests.IsEmpty || random.Next(8) == 0 ? Some.NewId : facts.Requests[random.Next(facts.Requests.Length)].Id;

    private static InvoiceData Data(long most, OrderFacts facts, Random random)
    {
        var value = random.Next(3) switch { 0 => most, 1 => 2_000, _ => random.NextInt64(1, 11_000) };
        return new InvoiceData($"I-{random.Next(6)}", Math.Max(1, value), An.Instant) { Items = random.Next(2) == 0 ? [] : Lines(facts, random) };
    }

    private static ImmutableArray<ItemQuantity> Lines(OrderFacts facts, Random random) =>
        facts.Items.IsEmpty ? [] : [new ItemQuantity(facts.Items[random.Next(facts.Items.Length)].Index, random.Next(1, 3))];

    private static RecordImportedState Document(Random random)
    {
        OrderFacts told = An.Order().Paid().In(Statuses[random.Next(Statuses.Length)]).With(facts => facts with
        {
            Invoices = random.Next(3) == 0 ? [new($"T-{random.Next(3)}", InvoiceType.Output, random.Next(2) == 0 ? facts.Value : 3_000)] : [],
            Payments = [.. facts.Payments.Select(payment => payment with { State = (PaymentState)random.Next(4) })],
        });
        var state = new ImportedState
        {
            Told = told,
            LastChangeAt = An.Instant,
            CancellationData = random.Next(2) == 0 ? null : new ImportedRequest(Id(random), (Side)random.Next(6), An.Instant, "there"),
        };
        return new(new ImportedOrder
        {
            Facts = ImportRules.Complete(state, An.Instant, Core.Orders.Policy.Default),
            Description = new OrderDescription { Sequence = "1" },
            Document = [],
            DocumentHash = [(byte)random.Next(4)],
        });
    }
}
