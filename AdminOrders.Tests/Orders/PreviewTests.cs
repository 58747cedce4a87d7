using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>What pages show before and instead of a click.</summary>
public sealed class PreviewTests
{
    [Fact]
    public void A_request_shows_who_may_finish_it()
    {
        var preview = Preview(An.Order().Handling().FulfilledBySeller(), Some.Cancel(), Policy.Default with { SecondPerson = SecondPerson.Always });

        Assert.Equal((Status.Handling, Status.WaitingForSellerDecision), (preview.From, preview.To));
        Assert.Equal(Resource.CancelOrder, preview.SecondStep!.Resource);
        Assert.Equal([Side.Store, Side.Seller], preview.SecondStep.Sides.AsEnumerable());
        Assert.True(preview.SecondStep.NeedsSecondPerson);
        Assert.Empty(preview.Freed);
        Assert.Empty(preview.Owed);
    }

    [Fact]
    public void A_cancellation_shows_stock_money_and_requests()
    {
        var preview = Preview(
            An.Order().Handling().AskedBy(Side.Customer),
            new ConfirmCancellation(OrderBuilder.RequestId(Side.Customer), StockDestination.WrittenOff),
            Policy.Default);

        Assert.Null(preview.SecondStep);
        Assert.Equal(
            [new("north", 3, true, StockDestination.WrittenOff), new FreedUnits("south", 2, true, StockDestination.WrittenOff)],
            preview.Freed.AsEnumerable());
        Assert.Equal(new MoneyOwed("card", DebtKind.Void, 10_000), Assert.Single(preview.Owed));
        Assert.Equal(Side.Customer, Assert.Single(preview.ClosedRequests));
    }

    [Fact]
    public void The_fingerprint_knows_outcomes_and_neither_ids_nor_instants()
    {
        OrderFacts order = An.Order().Handling();
        var one = Preview(order, Some.Cancel(), Policy.Default);
        var other = Rules.Preview(
            Rules.Decide(order, Some.Cancel() with { RequestId = new string('8', 32) }, Actors.Operator, An.Instant.AddDays(1), Policy.Default),
            order with { Version = 99 },
            Policy.Default);

        Assert.Equal(one.Fingerprint, other.Fingerprint);
        Assert.NotEqual(one.Fingerprint, Preview(An.Order().Paid(), Some.Cancel(), Policy.Default).Fingerprint);
        Assert.NotEqual(
            Preview(An.Order().Paid(), Some.Cancel(), Policy.Default).Fingerprint,
            Preview(An.Order().Paid().Captured(), Some.Cancel(), Policy.Default).Fingerprint);
    }

    [Fact]
    public void Buttons_ask_the_rules_themselves()
    {
        OrderFacts order = An.Order().Handling().PartlyInvoiced();

        var offered = Eligibility.All(order, Actors.Operator, An.Instant, Policy.Default);

        Assert.Equal(Enum.GetValues<CommandKind>(), offered.Select(row => row.Kind));
        Assert.Equal(
            [CommandKind.Invoice, CommandKind.ChangeItems, CommandKind.AddComment],
            offered.Where(row => row.IsOffered).Select(row => row.Kind));
        Assert.Equal(Refusal.PartiallyInvoiced, Assert.IsType<Refused>(offered[0].Decision).Code);
    }

    [Fact]
    public void An_answer_is_offered_where_one_of_the_requests_lets_the_actor()
    {
        OrderFacts order = An.Order().Handling().AskedBy(Side.Store, Actors.Operator).AskedBy(Side.Customer);
        var always = Policy.Default with { SecondPerson = SecondPerson.Always };

        Assert.True(Eligibility.Of(CommandKind.ConfirmCancellation, order, Actors.Operator, An.Instant, always).IsOffered);
        Assert.True(Eligibility.Of(CommandKind.Withdraw, order, Actors.Customer, An.Instant, always).IsOffered);
        Assert.False(Eligibility.Of(CommandKind.Decline, order, Actors.Viewer, An.Instant, always).IsOffered);
    }

    [Fact]
    public void Every_refusal_has_a_way_out_on_every_order()
    {
        foreach (var order in Situations.All(Side.Customer).Values)
        {
            Assert.All(Enum.GetValues<Refusal>(), refusal => Assert.NotEmpty(WaysOut.Of(refusal, order)));
        }
    }

    [Fact]
    public void A_partly_invoiced_order_leads_to_items_and_invoice_and_with_a_request_to_its_answer()
    {
        Assert.Equal([WayOut.ChangeItems, WayOut.Invoice], WaysOut.Of(Refusal.PartiallyInvoiced, An.Order().Handling().PartlyInvoiced()).AsEnumerable());
        Assert.Equal(
            [WayOut.Decline, WayOut.Withdraw, WayOut.Invoice],
            WaysOut.Of(Refusal.PartiallyInvoiced, An.Order().Handling().PartlyInvoiced().AskedBy(Side.Customer)).AsEnumerable());
    }

    [Theory]
    [InlineData(Refusal.PartiallyInvoiced, "partially-invoiced")]
    [InlineData(Refusal.AskForReturn, "ask-for-return")]
    [InlineData(Refusal.NotYourRequest, "not-your-request")]
    public void Codes_are_stable(Refusal refusal, string code) => Assert.Equal(code, RefusalCodes.Of(refusal));

    private static Preview Preview(OrderFacts order, OrderCommand command, Policy policy) =>
        Rules.Preview(Rules.Decide(order, command, Actors.Operator, An.Instant, policy), order, policy);
}
