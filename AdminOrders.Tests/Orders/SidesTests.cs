using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>Who may answer whose request, who is the second person, and how far a role reaches.</summary>
public sealed class SidesTests
{
    private static readonly Policy Always = Policy.Default with
    {
        SecondPerson = SecondPerson.Always,
        CancelingRoles = [new("OMS - Full access"), new("Agent", Limits(5_000))],
    };

    private static readonly bool[] Both = [false, true];

    [Fact]
    public void The_row_is_the_actors_while_the_request_is_whom_it_is_for()
    {
        var order = After(An.Order().Handling(), Some.Cancel(Side.Customer), Actors.Operator);

        var request = Assert.Single(order.Requests);
        Assert.Equal((Side.Customer, "user:ana", Side.Store), (request.RequestedBy, request.EnteredBy, request.EnteredBySide));
        Assert.Equal(Status.Handling, order.StatusBefore);
        Assert.True(order.IsOnHold);
    }

    [Fact]
    public void A_store_actor_who_asks_again_gets_the_first_receipt_of_that_side()
    {
        OrderFacts order = An.Order().Handling().AskedBy(Side.Marketplace).AskedBy(Side.Customer, after: TimeSpan.FromHours(1));

        Assert.Equal("receipt of Customer", Receipt(order, Some.Cancel(Side.Customer), Actors.Operator));
        Assert.Equal("receipt of Marketplace", Receipt(order, Some.Cancel(), Actors.Operator));
    }

    [Fact]
    public void A_customer_who_asks_again_gets_the_first_receipt() =>
        Assert.Equal("receipt of Customer", Receipt(An.Order().Ready().AskedBy(Side.Customer), Some.Cancel(Side.Customer), Actors.Customer));

    [Fact]
    public void Where_customers_may_not_ask_the_request_of_another_side_opens_nothing()
    {
        var policy = Policy.Default with { CustomerDoor = CustomerDoor.Open with { ClosedStatuses = [Status.Handling] } };

        Refused(Refusal.NotOffered, An.Order().Handling().AskedBy(Side.Store), Some.Cancel(Side.Customer), Actors.Customer, policy);
        Assert.IsType<Accepted>(Decide(An.Order().Ready().AskedBy(Side.Store), Some.Cancel(Side.Customer), Actors.Customer, policy));
    }

    public static IEnumerable<object[]> ClosedDoors =>
        from status in Both from channel in Both from seller in Both select new object[] { status, channel, seller };

    [Theory]
    [MemberData(nameof(ClosedDoors))]
    public void Customers_may_ask_where_status_channel_and_seller_all_let_them_and_colleagues_ask_for_them_anywhere(bool status, bool channel, bool seller)
    {
        OrderFacts order = An.Order().Handling();
        var policy = Policy.Default with
        {
            CustomerDoor = new(status ? [order.Status] : [Status.ReadyForHandling], channel ? [order.SalesChannel] : ["another"], seller ? [order.SellerId] : ["another"]),
        };

        Assert.IsType<Accepted>(Decide(order, Some.Cancel(Side.Customer), Actors.Operator, policy));
        if (status || channel || seller)
        {
            Refused(Refusal.NotOffered, order, Some.Cancel(Side.Customer), Actors.Customer, policy);
        }
        else
        {
            Assert.IsType<Accepted>(Decide(order, Some.Cancel(Side.Customer), Actors.Customer, policy));
        }
    }

    [Fact]
    public void A_customer_withdraws_what_a_colleague_entered_for_them()
    {
        var asked = After(An.Order().Handling(), Some.Cancel(Side.Customer), Actors.Operator);

        Assert.Equal(Status.Handling, After(asked, new Withdraw(Assert.Single(asked.Requests).Id), Actors.Customer).Status);
    }

    [Fact]
    public void Cancel_on_a_canceled_order_answers_with_the_first_result() =>
        Assert.Equal("c0", Receipt(An.Order().Paid().Canceled(), Some.Cancel(), Actors.Operator));

    [Fact]
    public void Decline_closes_the_requests_of_other_sides_and_leaves_the_stores_own()
    {
        var order = After(
            An.Order().Handling().AskedBy(Side.Store).AskedBy(Side.Customer).AskedBy(Side.Marketplace),
            new Decline(OrderBuilder.RequestId(Side.Customer), "packed", "Sorry"),
            Actors.Operator);

        Assert.Equal(Stage.Requested, order.Stage);
        Assert.Equal(Side.Store, Assert.Single(order.Requests).RequestedBy);
        Assert.Equal(An.Instant, order.CustomerDeclinedAt);
    }

    [Fact]
    public void The_stores_own_request_is_withdrawn_never_declined()
    {
        OrderFacts order = An.Order().Handling().AskedBy(Side.Store);

        Refused(Refusal.OwnRequest, order, new Decline(OrderBuilder.RequestId(Side.Store), "no", ""), Actors.Operator);
        Assert.Equal(Status.Handling, After(order, new Withdraw(OrderBuilder.RequestId(Side.Store)), Actors.Operator).Status);
    }

    [Fact]
    public void A_request_is_withdrawn_by_its_side_or_by_the_very_actor_who_entered_it()
    {
        OrderFacts order = An.Order().Handling().AskedBy(Side.Customer, enteredBy: Actors.Operator);
        var withdraw = new Withdraw(OrderBuilder.RequestId(Side.Customer));

        Refused(Refusal.NotYourRequest, order, withdraw, Actors.OtherOperator);
        Refused(Refusal.NotYourRequest, order, withdraw, Actors.Marketplace);
        Assert.Equal(Status.Handling, After(order, withdraw, Actors.Operator).Status);
        Assert.Equal(Status.Handling, After(order, withdraw, Actors.Customer).Status);
    }

    [Fact]
    public void Withdrawing_one_of_two_requests_leaves_the_order_requested()
    {
        var order = After(
            An.Order().Handling().AskedBy(Side.Store).AskedBy(Side.Customer), new Withdraw(OrderBuilder.RequestId(Side.Customer)), Actors.Customer);

        Assert.Equal(Stage.Requested, order.Stage);
        Assert.Equal(Status.Handling, order.StatusBefore);
    }

    [Fact]
    public void An_answer_to_a_request_that_is_gone_is_stale_before_anything_else()
    {
        OrderFacts order = An.Order().Handling().PartlyInvoiced().AskedBy(Side.Store);

        Refused(Refusal.Stale, order, new ConfirmCancellation(Some.NewId), Actors.OtherOperator, Always);
        Refused(Refusal.Stale, order, new Decline(Some.NewId, "no", ""), Actors.OtherOperator, Always);
        Refused(Refusal.Stale, order, new Withdraw(Some.NewId), Actors.OtherOperator, Always);
    }

    [Fact]
    public void Only_the_store_and_the_seller_that_fulfils_answer()
    {
        OrderFacts own = An.Order().Handling().AskedBy(Side.Store);
        OrderFacts fulfilled = An.Order().Handling().FulfilledBySeller().AskedBy(Side.Store);
        var confirm = new ConfirmCancellation(OrderBuilder.RequestId(Side.Store));
        var decline = new Decline(OrderBuilder.RequestId(Side.Store), "packed", "");

        foreach (var other in new[] { Actors.Marketplace, Actors.Customer, Actors.Payment, Actors.Seller })
        {
            Refused(Refusal.NotYours, own, confirm, other);
            Refused(Refusal.NotYours, own, decline, other);
        }

        Assert.Equal(Status.WaitingForSellerDecision, fulfilled.Status);
        Assert.Equal(Status.Canceled, After(fulfilled, confirm, Actors.Seller).Status);
        Assert.Equal(Status.Handling, After(fulfilled, decline, Actors.Seller).Status);
    }

    [Fact]
    public void A_confirmation_names_the_request_and_closes_all()
    {
        var order = After(
            An.Order().Handling().AskedBy(Side.Store).AskedBy(Side.Customer), new ConfirmCancellation(OrderBuilder.RequestId(Side.Customer)), Actors.Operator);

        Assert.Empty(order.Requests);
        Assert.Equal((Side.Customer, OrderBuilder.RequestId(Side.Customer)), (order.Cancellation!.RequestedBy, order.Cancellation.RequestId));
    }

    [Fact]
    public void Without_a_second_person_policy_the_same_person_confirms() =>
        Assert.Equal(
            Status.Canceled,
            After(An.Order().Handling().AskedBy(Side.Store), new ConfirmCancellation(OrderBuilder.RequestId(Side.Store)), Actors.OtherOperator).Status);

    [Fact]
    public void A_key_and_the_user_who_issued_it_are_one_person()
    {
        var confirm = new ConfirmCancellation(OrderBuilder.RequestId(Side.Store));

        Refused(Refusal.SecondPersonRequired, An.Order().Handling().AskedBy(Side.Store, Actors.Operator), confirm, Actors.KeyOfAna, Always);
        Refused(Refusal.SecondPersonRequired, An.Order().Handling().AskedBy(Side.Store, Actors.KeyOfAna), confirm, Actors.Operator, Always);
        Assert.IsType<Accepted>(Decide(An.Order().Handling().AskedBy(Side.Store, Actors.KeyOfAna), confirm, Actors.OtherOperator, Always));
    }

    [Fact]
    public void A_key_marked_with_a_channels_affiliate_is_not_its_issuer()
    {
        var channelsKey = Actors.Marketplace with { IssuedBy = "user:ana" };
        var order = After(An.Order().Handling(), Some.Cancel(Side.Marketplace), channelsKey);

        Assert.Null(Assert.Single(order.Requests).EnteredByIssuer);
        Assert.IsType<Accepted>(Decide(order, new ConfirmCancellation(Some.NewId), Actors.Operator, Always));
    }

    [Fact]
    public void Deadlines_channels_and_owners_need_no_second_person()
    {
        Assert.Equal(Status.Canceled, Timers.ApplyDue(An.Order().Handling().AskedBy(Side.Store), An.Instant.AddDays(30), Always).Facts.Status);
        Assert.IsType<OrderCanceled>(First(An.Order().InWindow(), new RecordChannelCancellation(Side.Marketplace, Reason.None), Actors.Marketplace));
        Assert.IsType<OrderCanceled>(First(An.Order().InWindow(), Some.Cancel(Side.Customer), Actors.Customer));
        Assert.IsType<OrderCanceled>(First(An.Order().Returned(), Some.Cancel(), Actors.Operator));
        Assert.IsType<OrderCanceled>(First(An.Order().In(""), new CancelAsIncomplete(new Reason(1, null)), Actors.Owner));
    }

    [Fact]
    public void The_refusal_names_the_roles_that_may() => Assert.Equal(
        "OMS - Full access",
        Assert.Single(Refused(
            Refusal.SecondPersonRequired,
            An.Order().Handling().AskedBy(Side.Store),
            new ConfirmCancellation(OrderBuilder.RequestId(Side.Store)),
            Actors.OtherOperator,
            Always).WhoMay));

    [Theory]
    [InlineData(SecondPerson.Never, 99_999, "BRL", false)]
    [InlineData(SecondPerson.Always, 1, "BRL", true)]
    [InlineData(SecondPerson.AboveValue, 10_000, "BRL", false)]
    [InlineData(SecondPerson.AboveValue, 10_001, "BRL", true)]
    [InlineData(SecondPerson.AboveValue, 1, "USD", true)]
    public void The_second_person_policy_looks_at_the_value_in_its_currency(SecondPerson when, long value, string currency, bool asked)
    {
        var policy = Policy.Default with { SecondPerson = when, SecondPersonAbove = Limits(10_000) };

        var accepted = Assert.IsType<Accepted>(Decide(An.Order().InWindow().Worth(value, currency), Some.Cancel(), Actors.Operator, policy));

        Assert.Equal(asked, accepted.Events[0] is CancellationRequested);
    }

    [Fact]
    public void A_value_limit_bounds_cancel_and_confirm_but_not_decline()
    {
        var (agent, policy) = (Actors.Operator with { CancelingRoles = ["Support agent"] }, Limited(("Support agent", 5_000)));
        OrderFacts requested = An.Order().Handling().AskedBy(Side.Customer);

        Assert.Equal(
            "OMS - Full access",
            Assert.Single(Refused(Refusal.AboveYourLimit, An.Order().Paid(), Some.Cancel(), agent, policy with { SecondPerson = SecondPerson.Always }).WhoMay));
        Refused(Refusal.AboveYourLimit, An.Order().Ready(), Some.Cancel(), agent, policy);
        Refused(Refusal.AboveYourLimit, requested, new ConfirmCancellation(OrderBuilder.RequestId(Side.Customer)), agent, policy);
        Assert.IsType<Accepted>(Decide(requested, new Decline(OrderBuilder.RequestId(Side.Customer), "no", ""), agent, policy));
        Assert.IsType<Accepted>(Decide(An.Order().Paid().Worth(5_000), Some.Cancel(), agent, policy));
        Assert.IsType<Accepted>(Decide(An.Order().Paid().Worth(9_999, "EUR"), Some.Cancel(), agent, policy));
    }

    [Fact]
    public void Of_several_roles_the_highest_limit_counts_and_no_limit_beats_any()
    {
        var policy = Limited(("Support agent", 5_000), ("Team lead", 8_000));
        var lead = Actors.Operator with { CancelingRoles = ["Support agent", "Team lead"] };

        Assert.IsType<Accepted>(Decide(An.Order().Paid().Worth(8_000), Some.Cancel(), lead, policy));
        Refused(Refusal.AboveYourLimit, An.Order().Paid().Worth(8_001), Some.Cancel(), lead, policy);
        Assert.IsType<Accepted>(Decide(An.Order().Paid(), Some.Cancel(), lead with { CancelingRoles = ["Support agent", "Checkout Admin"] }, policy));
    }

    [Fact]
    public void Partly_invoiced_comes_before_limit_and_second_person()
    {
        var agent = Actors.Operator with { CancelingRoles = ["Support agent"] };
        var policy = Limited(("Support agent", 1)) with { SecondPerson = SecondPerson.Always };

        Refused(Refusal.PartiallyInvoiced, An.Order().Handling().PartlyInvoiced(), Some.Cancel(), agent, policy);
        Refused(
            Refusal.PartiallyInvoiced,
            An.Order().Handling().PartlyInvoiced().AskedBy(Side.Store, Actors.Operator),
            new ConfirmCancellation(OrderBuilder.RequestId(Side.Store)),
            agent,
            policy);
    }

    public static TheoryData<OrderCommand, string?> Resources() => new()
    {
        { Some.Cancel(), Resource.CancelOrder },
        { new ConfirmCancellation("x"), Resource.CancelOrder },
        { new Decline("x", "y", ""), Resource.CancelOrder },
        { new Withdraw("x"), Resource.CancelOrder },
        { new StartHandling(), Resource.ChangeOrderWorkflowStatus },
        { new AuthorizeFulfillment(), Resource.ChangeOrderWorkflowStatus },
        { new EndGracePeriod(), Resource.ChangeOrderWorkflowStatus },
        { new TryAgain(), Resource.ChangeOrderWorkflowStatus },
        { Some.Invoice("1", 1), Resource.NotifyInvoice },
        { Some.Return("1", 1), Resource.NotifyRefund },
        { new ChangeItems([new(0, 1)], "x"), Resource.ChangeOrder },
        { new ApprovePayment(), Resource.NotifyPayment },
        { new CancelAsIncomplete(new Reason(1, null)), Resource.CancelIncomplete },
        { new AddComment("x"), Resource.ViewOrder },
        { new TakeRequest(), Resource.CancelOrder },
        { new HandOverRequest(new Assignee("user:bruno", "Bruno"), null), Resource.CancelOrder },
        { new ReleaseRequest(), Resource.CancelOrder },
        { new RetryEffect("1.mail-customer"), Resource.CancelOrder },
        { new RetryEffect("1.payment"), Resource.CancelOrder },
        { new FinishByHand("1.mail-customer", "x"), Resource.CancelOrder },
        { new FinishByHand("1.payment", "x"), Resource.NotifyRefund },
        { new RecordPaymentAnswer("1.payment", PaymentAnswer.Voided), null },
        { new ApplyDueTimers(), null },
        { new RecordChannelCancellation(Side.Marketplace, Reason.None), null },
    };

    [Theory]
    [MemberData(nameof(Resources))]
    public void A_store_actor_needs_the_commands_resource(OrderCommand command, string? resource)
    {
        var without = Actors.Owner with { Resources = resource is null ? Actors.Owner.Resources : Actors.Owner.Resources.Remove(resource) };

        Assert.Equal(resource, Rules.ResourceFor(command));
        Refused(resource is null ? Refusal.NotYours : Refusal.MissingResource, An.Order().Ready(), command, without);
    }

    [Fact]
    public void Only_the_system_applies_timers_and_only_an_import_begins_an_order()
    {
        Assert.Equal(Already.NothingNew, Assert.IsType<Unchanged>(Decide(An.Order(), new ApplyDueTimers(), Actor.System, Policy.Default)).Why);
        Refused(Refusal.NotFound, OrderFacts.NotOnRecord("x"), Some.Cancel(), Actors.Operator);
    }

    private static ImmutableDictionary<string, long> Limits(long brl) => ImmutableDictionary<string, long>.Empty.Add("BRL", brl);

    private static Policy Limited(params (string Role, long Brl)[] limits) => Policy.Default with
    {
        CancelingRoles = [new("OMS - Full access"), .. limits.Select(limit => new CancelingRole(limit.Role, Limits(limit.Brl)))],
    };

    private static Decision Decide(OrderFacts order, OrderCommand command, Actor actor, Policy policy) =>
        Rules.Decide(order, command, actor, An.Instant, policy);

    private static OrderEvent First(OrderFacts order, OrderCommand command, Actor actor) =>
        Assert.IsType<Accepted>(Decide(order, command, actor, Always)).Events[0];

    private static string? Receipt(OrderFacts order, OrderCommand command, Actor actor) =>
        Assert.IsType<Unchanged>(Decide(order, command, actor, Policy.Default)).Earlier?.Receipt;

    private static Refused Refused(Refusal code, OrderFacts order, OrderCommand command, Actor actor, Policy? policy = null)
    {
        var refused = Assert.IsType<Refused>(Decide(order, command, actor, policy ?? Policy.Default));
        Assert.Equal(code, refused.Code);
        return refused;
    }

    private static OrderFacts After(OrderFacts order, OrderCommand command, Actor actor) =>
        order.ApplyAll(Assert.IsType<Accepted>(Decide(order, command, actor, Policy.Default)).Events, actor, An.Instant, "id");
}
