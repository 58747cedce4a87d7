using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

public sealed class AssignmentTests
{
    private static readonly Assignee Ana = new(Actors.Operator.Id, Actors.Operator.Name);
    private static readonly Assignee Bruno = new(Actors.OtherOperator.Id, Actors.OtherOperator.Name);

    private static OrderFacts Asked => An.Order().Handling().AskedBy(Side.Customer);

    [Fact]
    public void Who_takes_a_request_has_it_and_neither_version_nor_preview_moves()
    {
        var after = After(Asked, new TakeRequest(), Actors.Operator);

        Assert.Equal((Ana, Asked.Version), (after.Assignee, after.Version));
        Assert.Equal(Fingerprint(Asked), Fingerprint(after));
    }

    [Fact]
    public void Who_comes_second_is_told_who_has_it_and_who_asks_again_that_nothing_changes()
    {
        var taken = After(Asked, new TakeRequest(), Actors.Operator);

        var second = Assert.IsType<Refused>(Decide(taken, new TakeRequest(), Actors.OtherOperator));
        Assert.Equal(Refusal.Taken, second.Code);
        Assert.Equal(["Ana"], second.WhoMay.AsEnumerable());
        Assert.Equal(Already.Taken, Assert.IsType<Unchanged>(Decide(taken, new TakeRequest(), Actors.Operator)).Why);
    }

    [Fact]
    public void A_request_is_handed_over_by_anybody_who_saw_who_has_it()
    {
        var taken = After(Asked, new TakeRequest(), Actors.Operator);

        Assert.Equal(Bruno, After(taken, new HandOverRequest(Bruno, Ana.Id), Actors.Owner).Assignee);
        Assert.Equal(Bruno, After(Asked, new HandOverRequest(Bruno, null), Actors.Owner).Assignee);
        Assert.Equal(Refusal.ChangedMeanwhile, Code(taken, new HandOverRequest(Bruno, null), Actors.Owner));
        Assert.Equal(Already.Taken, Assert.IsType<Unchanged>(Decide(taken, new HandOverRequest(Ana, null), Actors.Owner)).Why);
    }

    [Fact]
    public void Only_who_has_a_request_releases_it()
    {
        var taken = After(Asked, new TakeRequest(), Actors.Operator);

        Assert.Equal(Refusal.Taken, Code(taken, new ReleaseRequest(), Actors.OtherOperator));
        Assert.Null(After(taken, new ReleaseRequest(), Actors.Operator).Assignee);
        Assert.Equal(Already.NothingNew, Assert.IsType<Unchanged>(Decide(Asked, new ReleaseRequest(), Actors.Operator)).Why);
    }

    [Fact]
    public void Nobody_is_kept_from_answering_what_a_colleague_has_taken()
    {
        var taken = After(Asked, new TakeRequest(), Actors.Operator);

        Assert.IsType<Accepted>(Decide(taken, new Decline(OrderBuilder.RequestId(Side.Customer), "no", ""), Actors.OtherOperator));
    }

    [Fact]
    public void An_assignment_lasts_until_the_last_of_the_requests_is_closed()
    {
        OrderFacts both = An.Order().Handling().AskedBy(Side.Store, Actors.Operator).AskedBy(Side.Customer);
        var taken = After(both, new TakeRequest(), Actors.OtherOperator);
        var one = After(taken, new Decline(OrderBuilder.RequestId(Side.Customer), "no", ""), Actors.OtherOperator);

        Assert.Equal(Bruno, one.Assignee);
        Assert.Null(After(one, new Withdraw(OrderBuilder.RequestId(Side.Store)), Actors.Operator).Assignee);
        Assert.Null(After(taken, new ConfirmCancellation(OrderBuilder.RequestId(Side.Customer)), Actors.Operator).Assignee);
    }

    [Fact]
    public void There_is_something_to_take_only_while_a_request_is_open_and_only_for_people_of_the_store()
    {
        Assert.Equal(Refusal.NoRequest, Code(An.Order().Handling(), new TakeRequest(), Actors.Operator));
        Assert.Equal(Refusal.Canceled, Code(An.Order().Paid().Canceled(), new TakeRequest(), Actors.Operator));
        Assert.Equal(Refusal.MissingResource, Code(Asked, new TakeRequest(), Actors.Viewer));
        Assert.All([Actors.KeyOfAna, Actors.Seller, Actors.Marketplace, Actors.Customer, Actor.System], actor =>
            Assert.Equal(Refusal.NotYours, Code(Asked, new TakeRequest(), actor)));
    }

    private static string Fingerprint(OrderFacts order)
    {
        var command = new ConfirmCancellation(OrderBuilder.RequestId(Side.Customer));
        return Rules.Preview(Decide(order, command, Actors.Operator), order, Policy.Default).Fingerprint;
    }

    private static Refusal Code(OrderFacts order, OrderCommand command, Actor actor) => Assert.IsType<Refused>(Decide(order, command, actor)).Code;

    private static Decision Decide(OrderFacts order, OrderCommand command, Actor actor) => Rules.Decide(order, command, actor, An.Instant, Policy.Default);

    private static OrderFacts After(OrderFacts order, OrderCommand command, Actor actor) =>
        order.ApplyAll(Assert.IsType<Accepted>(Decide(order, command, actor)).Events, actor, An.Instant, "id");
}
