using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

public sealed class ChannelRulesTests
{
    private static readonly Reason Why = new(null, "why");

    [Theory]
    [InlineData("unpaid", "→ cancellation-requested")]
    [InlineData("window", "→ cancellation-requested")]
    [InlineData("ready", "→ cancellation-requested")]
    [InlineData("handling", "→ cancellation-requested")]
    [InlineData("ready P", "✗ partially-invoiced")]
    [InlineData("asked from ready", "+ request")]
    [InlineData("created", "✗ moving")]
    [InlineData("incomplete", "✗ incomplete")]
    [InlineData("invoiced", "✗ ask-for-return")]
    [InlineData("canceled", "= canceled")]
    [InlineData("replaced", "✗ replaced")]
    [InlineData("unknown", "✗ unknown-status")]
    public void What_a_buyer_asks_of_a_channel_is_never_more_than_a_request(string situation, string outcome)
    {
        var order = Situations.All(Side.Store)[situation];

        var decision = Rules.Decide(order, new RecordChannelRequest(Some.NewId, Why), Actors.Marketplace, An.Instant, Policy.Default);

        Assert.Equal(outcome, Situations.Notation(decision, order));
    }

    [Fact]
    public void The_channel_tells_its_buyer_itself()
    {
        var decision = Rules.Decide(An.Order().Ready(), new RecordChannelRequest(Some.NewId, Why), Actors.Marketplace, An.Instant, Policy.Default);

        var requested = Assert.IsType<CancellationRequested>(Assert.Single(Assert.IsType<Accepted>(decision).Events));
        Assert.Equal((Side.Customer, false), (requested.RequestedBy, requested.TellsCustomer));
    }

    [Fact]
    public void What_a_channel_sends_itself_nobody_else_cancels()
    {
        OrderFacts order = An.Order().Ready().With(facts => facts with { IsMarketplaceOrder = true, IsFulfilledByChannel = true });
        (OrderCommand Command, Actor Actor)[] all =
        [
            (Some.Cancel(), Actors.Owner), (Some.Cancel(Side.Customer), Actors.Customer), (new ChangeItems([new(0, 1)], "why"), Actors.Owner),
            (new ConfirmCancellation(Some.NewId), Actors.Owner), (new CancelAsIncomplete(Why), Actors.Owner), (Some.Cancel(), Actor.System),
            (new RecordChannelRequest(Some.NewId, Why), Actors.Marketplace), (new StartHandling(), Actors.Owner), (Some.Invoice("N-1", 1_000), Actors.Owner),
        ];

        Assert.All(all, sent => Assert.Equal(
            Refusal.FulfilledByChannel, Assert.IsType<Refused>(Rules.Decide(order, sent.Command, sent.Actor, An.Instant, Policy.Default)).Code));
        Assert.Equal(WayOut.LeaveToChannel, Assert.Single(WaysOut.Of(Refusal.FulfilledByChannel, order)));
        Assert.IsType<Accepted>(Rules.Decide(order, Some.Cancel(Side.Marketplace), Actors.Marketplace, An.Instant, Policy.Default));
        Assert.IsType<Accepted>(Rules.Decide(order, new RecordChannelCancellation(Side.Marketplace, Why), Actors.Marketplace, An.Instant, Policy.Default));
    }

    [Fact]
    public void What_was_canceled_before_it_came_in_owes_nobody_a_word()
    {
        OrderFacts order = An.Order().Ready().With(facts => facts with { IsMarketplaceOrder = true });
        var decision = Rules.Decide(order, new RecordEarlierCancellation(Side.Customer, Why), Actors.Marketplace, An.Instant, Policy.Default);

        var canceled = Assert.IsType<Accepted>(decision).Events.OfType<OrderCanceled>().Single();
        Assert.Equal(CancellationCause.ChannelEarlier, canceled.Cause);
        Assert.Empty(Consumers.Of(canceled, order));
    }

    [Fact]
    public void Only_a_marketplace_says_what_has_happened_there()
    {
        OrderCommand[] all = [new RecordEarlierCancellation(Side.Customer, Why), new RecordChannelRequest(Some.NewId, Why), new RecordChannelItems("x")];

        Assert.All(all, command => Assert.Equal(Refusal.NotYours, Assert.IsType<Refused>(Rules.Decide(An.Order().Ready(), command, Actors.Owner, An.Instant, Policy.Default)).Code));
    }
}
