using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Simulation;

/// <summary>What customers, staff, the ERP and the payment provider do to an order, drawn by a seed. Often nobody does anything: then time has to.</summary>
internal sealed class SimulatedLife(int seed)
{
    private readonly Random random = new(seed);
    private int number;

    public OrderBuilder NewOrder(string id, DateTimeOffset now) => random.Next(5) switch
    {
        0 or 1 => Shifted(An.Order(id).Unpaid(), now),
        2 => Shifted(An.Order(id).AwaitingAuthorization().FromMarketplace(), now),
        3 => Shifted(An.Order(id).InWindow(), now),
        _ => Shifted(An.Order(id).Handling().PartlyInvoiced().Captured(), now),
    };

    /// <summary>When somebody looks at the order next: minutes to weeks.</summary>
    public TimeSpan Pause() => random.Next(3) switch
    {
        0 => TimeSpan.FromSeconds(random.Next(20, 7_200)),
        1 => TimeSpan.FromSeconds(random.Next(3_600, 200_000)),
        _ => TimeSpan.FromSeconds(random.Next(100_000, 2_500_000)),
    };

    /// <summary>Up to so long, to the second.</summary>
    public TimeSpan Within(TimeSpan longest) => TimeSpan.FromSeconds(random.NextInt64((long)longest.TotalSeconds));

    public bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>What somebody does; null: nobody does anything.</summary>
    public (OrderCommand Command, Actor Actor)? Next(OrderFacts facts, DateTimeOffset now) => facts.Stage switch
    {
        Stage.Open => Open(facts),
        Stage.Window => Draw(25, () => Asks(Side.Customer, Actors.Customer)) ?? Draw(15, () => (new EndGracePeriod(), Actors.Operator)),
        Stage.Ready => Draw(30, () => Asks(Side.Customer, Actors.Customer)) ?? Draw(60, () => (new StartHandling(), Actors.KeyOfAna)),
        Stage.Handling => Handled(facts, now),
        Stage.Requested => Answered(facts, now),
        _ => null,
    };

    private (OrderCommand, Actor)? Open(OrderFacts facts) => facts.IsMarketplaceOrder
        ? Draw(50, () => (new AuthorizeFulfillment(), Actors.KeyOfAna)) ?? Draw(20, () => Asks(Side.Marketplace, Actors.Marketplace))
        : Draw(55, () => (new ApprovePayment(), Actors.KeyOfAna)) ?? Draw(20, () => Asks(Side.Customer, Actors.Customer));

    private (OrderCommand, Actor)? Handled(OrderFacts facts, DateTimeOffset now) =>
        Draw(35, () => Asks(Side.Customer, Chance(60) ? Actors.Customer : Actors.Operator))
        ?? Draw(20, () => Asks(Side.Store, Actors.OtherOperator))
        ?? Draw(50, () => Invoiced(facts, now));

    private (OrderCommand, Actor)? Answered(OrderFacts facts, DateTimeOffset now)
    {
        var request = facts.Requests[random.Next(facts.Requests.Length)];
        return Draw(25, () => (new Decline(request.Id, "it is packed", "It has left already."), Actors.OtherOperator))
            ?? Draw(25, () => (new ConfirmCancellation(request.Id), Actors.Operator))
            ?? Draw(15, () => (new Withdraw(request.Id), Actors.Of(request.RequestedBy)))
            ?? Draw(20, () => Asks(Side.Store, Actors.Operator))
            ?? Draw(15, () => Invoiced(facts, now));
    }

    private (OrderCommand, Actor) Invoiced(OrderFacts facts, DateTimeOffset now) =>
        (new Invoice(new($"N-{++number}", Chance(30) ? 2_000 : Math.Max(1, facts.Value - facts.InvoicedValue), now)), Actors.KeyOfAna);

    private (OrderCommand, Actor) Asks(Side side, Actor actor) => (new Cancel($"{++number:x32}", side, new Reason(null, "changed my mind")), actor);

    private (OrderCommand, Actor)? Draw(int percent, Func<(OrderCommand, Actor)> act) => Chance(percent) ? act() : null;

    // The builders stand at one instant; this order is placed now.
    private static OrderBuilder Shifted(OrderBuilder order, DateTimeOffset now) => order.With(facts => facts with
    {
        CreatedAt = now,
        StatusDueAt = facts.StatusDueAt is { } due ? now + (due - An.Instant) : null,
    });
}
