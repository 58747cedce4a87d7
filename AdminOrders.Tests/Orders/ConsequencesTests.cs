using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>What a move does to stock, money and lines.</summary>
public sealed class ConsequencesTests
{
    [Fact]
    public void A_cancellation_closes_every_reservation_and_sends_what_was_taken_where_the_store_says()
    {
        OrderFacts order = An.Order().Handling().With(facts => facts with
        {
            Reservations = facts.Reservations.SetItem(1, facts.Reservations[1] with { State = ReservationState.Confirmed }),
        }).AskedBy(Side.Customer);

        var events = Events(order, new ConfirmCancellation(OrderBuilder.RequestId(Side.Customer), StockDestination.Quarantine), Actors.Operator);

        var units = Assert.Single(events.OfType<StockReleased>()).Units;
        Assert.Equal(new ReleasedUnits("r-north", "north", "sku-1", 3, true, StockDestination.Quarantine), units[0]);
        Assert.Equal(new ReleasedUnits("r-south", "south", "sku-2", 2, false, StockDestination.OnSale), units[1]);
        Assert.All(order.ApplyAll(events, Actors.Operator, An.Instant, "").Reservations, AssertClosed);
    }

    [Theory]
    [InlineData(PaymentState.Pending, 0, 0, null, 0)]
    [InlineData(PaymentState.Authorized, 0, 0, DebtKind.Void, 10_000)]
    [InlineData(PaymentState.Capturing, 0, 0, DebtKind.RefundWhenCaptured, 10_000)]
    [InlineData(PaymentState.Captured, 0, 0, DebtKind.Refund, 10_000)]
    [InlineData(PaymentState.Captured, 4_000, 1_000, DebtKind.Refund, 5_000)]
    [InlineData(PaymentState.Captured, 9_000, 1_000, null, 0)]
    [InlineData(PaymentState.Voided, 0, 0, null, 0)]
    [InlineData(PaymentState.Denied, 0, 0, null, 0)]
    public void A_cancellation_owes_a_void_or_a_refund(PaymentState state, long refunded, long owed, DebtKind? kind, long amount)
    {
        OrderFacts order = An.Order().Paid().With(facts => facts with
        {
            Payments = [new("card", state, 10_000, state is PaymentState.Captured ? 10_000 : 0, refunded, owed)],
        });

        var debts = Events(order, Some.Cancel(), Actors.Operator).OfType<MoneyOwed>().ToList();

        Assert.Equal(kind is { } due ? [new MoneyOwed("card", due, amount)] : [], debts);
    }

    [Fact]
    public void A_return_is_refunded_over_what_was_captured_and_never_more()
    {
        OrderFacts order = An.Order().Invoiced().With(facts => facts with
        {
            Payments = [new("card", PaymentState.Captured, 6_000, 6_000, 1_000, 1_000), new("voucher", PaymentState.Captured, 4_000, 4_000, 0, 0)],
        });

        var first = Events(order, Some.Return("R-1", 7_000), Actors.Operator);
        var after = order.ApplyAll(first, Actors.Operator, An.Instant, "");
        var second = Events(after, Some.Return("R-2", 3_000), Actors.Operator);

        Assert.Equal([new("card", DebtKind.Refund, 4_000), new MoneyOwed("voucher", DebtKind.Refund, 3_000)], first.OfType<MoneyOwed>());
        Assert.Equal([new MoneyOwed("voucher", DebtKind.Refund, 1_000)], second.OfType<MoneyOwed>());
    }

    [Fact]
    public void Where_somebody_else_captures_what_is_invoiced_counts_as_captured_and_goes_back_with_a_return()
    {
        OrderFacts order = An.Order().Handling().With(facts => facts with
        {
            Payments = [new("card", PaymentState.Authorized, 6_000, 0, 0, 0), new("voucher", PaymentState.Authorized, 4_000, 0, 0, 0)],
        });

        var part = After(order, Some.Invoice("N-1", 7_000, new ItemQuantity(0, 3)), Actors.Operator);
        var whole = After(part, Some.Invoice("N-2", 3_000, new ItemQuantity(1, 2)), Actors.Operator);
        var returned = Events(whole, Some.Return("R-1", 10_000), Actors.Operator);
        var canceled = Events(whole.ApplyAll(returned, Actors.Operator, An.Instant, ""), Some.Cancel(), Actors.Operator);

        Assert.Equal([6_000, 1_000], part.Payments.Select(payment => payment.Captured));
        Assert.Equal([6_000, 4_000], whole.Payments.Select(payment => payment.Captured));
        Assert.All(whole.Payments, payment => Assert.Equal(PaymentState.Captured, payment.State));
        Assert.Equal([new("card", DebtKind.Refund, 6_000), new MoneyOwed("voucher", DebtKind.Refund, 4_000)], returned.OfType<MoneyOwed>());
        Assert.Empty(canceled.OfType<MoneyOwed>());
    }

    [Fact]
    public void A_return_of_what_a_document_invoiced_counts_its_capture_first()
    {
        OrderFacts order = An.Order().Invoiced().With(facts => facts with { Payments = [new("card", PaymentState.Authorized, 10_000, 0, 0, 0)] });

        var events = Events(order, Some.Return("R-1", 4_000), Actors.Operator);
        var captureRefused = Assert.IsType<Accepted>(Rules.Decide(order, Some.Return("R-1", 4_000), Actors.Operator, An.Instant, Policy.Default with { CapturesWhenInvoiced = true }));

        Assert.Equal([new CountedCapture("card", 10_000)], Assert.Single(events.OfType<CapturesCounted>()).Captures.AsEnumerable());
        Assert.Equal([new MoneyOwed("card", DebtKind.Refund, 4_000)], events.OfType<MoneyOwed>());
        Assert.IsType<ReturnInvoiceRecorded>(Assert.Single(captureRefused.Events));
    }

    [Fact]
    public void What_settles_at_once_is_captured_when_it_is_approved_and_refunded_if_that_is_too_late()
    {
        OrderFacts order = An.Order().Unpaid().With(facts => facts with { Payments = [new("pix", PaymentState.Pending, 10_000, 0, 0, 0) { SettlesAtOnce = true }] });
        OrderFacts canceled = An.Order().Unpaid().With(facts => facts with { Payments = order.Payments }).Canceled();

        var paid = After(order, new ApprovePayment(), Actors.Payment);
        var tooLate = After(canceled, new ApprovePayment(), Actors.Payment);

        Assert.Equal((Status.WindowToCancel, PaymentState.Captured, 10_000L), (paid.Status, paid.Payments[0].State, paid.Payments[0].Captured));
        Assert.Equal([new MoneyOwed("pix", DebtKind.Refund, 10_000)], Events(paid, Some.Cancel(), Actors.Operator).OfType<MoneyOwed>());
        Assert.Equal([new MoneyOwed("pix", DebtKind.Refund, 10_000)], Events(canceled, new ApprovePayment(), Actors.Payment).OfType<MoneyOwed>());
        Assert.Equal((PaymentState.Captured, 10_000L, 10_000L), (tooLate.Payments[0].State, tooLate.Payments[0].Captured, tooLate.Payments[0].Owed));
        Assert.IsType<Unchanged>(Decide(tooLate, new ApprovePayment(), Actors.Payment));
    }

    [Fact]
    public void What_was_removed_before_it_was_paid_goes_back_when_the_payment_arrives()
    {
        OrderFacts order = An.Order().Unpaid().With(facts => facts with { Payments = [new("pix", PaymentState.Pending, 10_000, 0, 0, 0) { SettlesAtOnce = true }] });
        var removed = After(order, new ChangeItems([new(0, 1)], "sold out"), Actors.Operator);

        var paid = Events(removed, new ApprovePayment(), Actors.Payment);

        Assert.Equal([new MoneyOwed("pix", DebtKind.Refund, 2_000)], paid.OfType<MoneyOwed>());
        Assert.Equal(Status.WindowToCancel, removed.ApplyAll([.. paid], Actors.Payment, An.Instant, "").Status);
    }

    [Fact]
    public void The_last_invoice_counts_as_captured_all_that_was_paid_and_a_cancellation_gives_all_of_it_back()
    {
        OrderFacts order = An.Order().Handling().With(facts => facts with { Payments = [new("card", PaymentState.Authorized, 11_000, 0, 0, 0)] });

        var invoiced = After(order, Some.Invoice("N-1", 10_000), Actors.Operator);
        var returned = After(invoiced, Some.Return("R-1", 10_000), Actors.Operator);

        Assert.Equal(11_000, invoiced.Payments[0].Captured);
        Assert.Equal(10_000, returned.Payments[0].Owed);
        Assert.Equal([new MoneyOwed("card", DebtKind.Refund, 1_000)], Events(returned, Some.Cancel(), Actors.Operator).OfType<MoneyOwed>());
    }

    [Fact]
    public void A_notification_that_tells_nothing_of_a_canceled_order_writes_nothing()
    {
        OrderFacts order = An.Order().Unpaid().Canceled().With(facts => facts with
        {
            Payments = [new("card", PaymentState.Pending, 6_000, 0, 0, 0), new("pix", PaymentState.Pending, 4_000, 0, 0, 0) { SettlesAtOnce = true }],
        });

        var told = After(order, new ApprovePayment("card"), Actors.Payment);

        Assert.Equal([6_000L, 0L], told.Payments.Select(payment => payment.Owed));
        Assert.IsType<Unchanged>(Decide(told, new ApprovePayment("card"), Actors.Payment));
    }

    [Fact]
    public void Two_equal_returns_with_two_numbers_are_two_refunds()
    {
        OrderFacts order = An.Order().Invoiced();

        var after = After(order, Some.Return("R-1", 2_000), Actors.Operator);
        after = After(after, Some.Return("R-2", 2_000), Actors.Operator);

        Assert.Equal(4_000, Assert.Single(after.Payments).Owed);
        Assert.Equal((2, 4_000L), (after.InputInvoices, after.ReturnedValue));
        Assert.Equal(Status.Invoiced, after.Status);
    }

    [Fact]
    public void The_same_return_again_changes_nothing_and_another_value_under_its_number_is_refused()
    {
        var after = After(An.Order().Invoiced(), Some.Return("R-1", 2_000), Actors.Operator);

        Assert.Equal(Already.Recorded, Assert.IsType<Unchanged>(Decide(after, Some.Return("R-1", 2_000))).Why);
        Assert.Equal(Refusal.InvoiceNumberUsed, Code(after, Some.Return("R-1", 1_000)));
        Assert.Equal(Refusal.InvoiceNumberUsed, Code(after, Some.Return("F-1", 1_000)));
        Assert.Equal(Refusal.ExceedsInvoiced, Code(after, Some.Return("R-2", 8_001)));
        Assert.IsType<Accepted>(Decide(after, Some.Return("R-2", 8_000)));
    }

    [Fact]
    public void A_returned_order_cancels_and_owes_what_the_return_did_not()
    {
        OrderFacts order = An.Order().Returned().With(facts => facts with
        {
            Payments = [new("card", PaymentState.Captured, 10_000, 10_000, 0, 9_000)],
        });

        var after = After(order, Some.Cancel(), Actors.Operator);

        Assert.Equal(Status.Canceled, after.Status);
        Assert.Equal(10_000, Assert.Single(after.Payments).Owed);
    }

    [Fact]
    public void A_payment_that_arrives_after_the_cancellation_is_voided()
    {
        OrderFacts order = An.Order().Unpaid().Canceled();

        var after = After(order, new ApprovePayment(), Actors.Payment);

        Assert.Equal(Status.Canceled, after.Status);
        Assert.Equal((PaymentState.Authorized, 10_000L), (after.Payments[0].State, after.Payments[0].Owed));
        Assert.IsType<Unchanged>(Decide(after, new ApprovePayment(), Actors.Payment));
    }

    [Fact]
    public void Of_several_payments_the_last_one_approved_moves_the_order()
    {
        OrderFacts order = An.Order().Unpaid().With(facts => facts with
        {
            Payments = [new("card", PaymentState.Pending, 6_000, 0, 0, 0), new("voucher", PaymentState.Pending, 4_000, 0, 0, 0)],
        });

        var first = After(order, new ApprovePayment("card"), Actors.Payment);
        var second = After(first, new ApprovePayment("voucher"), Actors.Payment);

        Assert.Equal((Status.PaymentPending, false), (first.Status, first.IsPaymentRecorded));
        Assert.Equal((Status.WindowToCancel, true), (second.Status, second.IsPaymentRecorded));
        Assert.All(second.Reservations, reservation => Assert.Equal(ReservationState.Confirmed, reservation.State));
        Assert.Equal("paymentId", Assert.IsType<Refused>(Decide(order, new ApprovePayment("other"), Actors.Payment)).Field);
    }

    [Fact]
    public void Payment_moves_a_store_order_into_the_window_and_a_channels_to_its_authorization()
    {
        var own = Events(An.Order().Unpaid(), new ApprovePayment(), Actors.Payment);
        var channels = Events(An.Order().Unpaid().FromMarketplace(), new ApprovePayment(), Actors.Payment);

        Assert.Equal([Status.PaymentApproved, Status.WindowToCancel], own.Select(happened => happened.To));
        Assert.Equal(An.Instant.AddMinutes(30), Assert.IsType<StatusAdvanced>(own[1]).DueAt);
        Assert.Equal([Status.PaymentApproved, Status.AuthorizeFulfillment], channels.Select(happened => happened.To));
        Assert.Equal(An.Instant.AddDays(30), Assert.IsType<StatusAdvanced>(channels[1]).DueAt);
    }

    [Fact]
    public void Without_a_grace_period_a_paid_or_authorized_order_is_ready_at_once()
    {
        var policy = Policy.Default with { GracePeriod = TimeSpan.Zero };

        var paid = Assert.IsType<Accepted>(Rules.Decide(An.Order().Unpaid(), new ApprovePayment(), Actors.Payment, An.Instant, policy));
        var authorized = Assert.IsType<Accepted>(
            Rules.Decide(An.Order().AwaitingAuthorization(), new AuthorizeFulfillment(), Actors.Operator, An.Instant, policy));

        Assert.Equal(Status.ReadyForHandling, paid.Events[^1].To);
        Assert.Equal(Status.ReadyForHandling, Assert.Single(authorized.Events).To);
    }

    [Fact]
    public void Handling_acknowledges_what_is_reserved() => Assert.All(
        After(An.Order().Ready(), new StartHandling(), Actors.Operator).Reservations,
        reservation => Assert.Equal((ReservationState.Acknowledged, reservation.Reserved), (reservation.State, reservation.Held)));

    [Fact]
    public void An_invoice_from_ready_counts_as_start_handling_and_uses_up_its_units()
    {
        var events = Events(An.Order().Ready(), Some.Invoice("N-1", 2_000, new ItemQuantity(0, 1)), Actors.Operator);
        var after = An.Order().Ready().Build().ApplyAll(events, Actors.Operator, An.Instant, "");

        Assert.IsType<HandlingStarted>(events[0]);
        Assert.Equal((1, 2), (after.Items[0].InvoicedQuantity, after.Items[0].Open));
        Assert.Equal((ReservationState.Acknowledged, 1, 2), (after.Reservations[0].State, after.Reservations[0].Consumed, after.Reservations[0].Held));
        Assert.True(after.IsPartlyInvoiced);
    }

    [Fact]
    public void The_full_invoice_uses_up_everything()
    {
        var after = After(An.Order().Handling(), Some.Invoice("N-1", 10_000), Actors.Operator);

        Assert.All(after.Items, item => Assert.Equal(0, item.Open));
        Assert.All(after.Reservations, AssertClosed);
    }

    [Fact]
    public void An_accepted_invoice_closes_all_requests_as_declined_by_invoice()
    {
        var events = Events(
            An.Order().Handling().AskedBy(Side.Store).AskedBy(Side.Customer), Some.Invoice("N-1", 2_000, new ItemQuantity(0, 1)), Actors.Operator);

        var closed = Assert.IsType<RequestsDeclinedByInvoice>(events[0]);
        Assert.Equal([OrderBuilder.RequestId(Side.Store), OrderBuilder.RequestId(Side.Customer)], closed.RequestIds.AsEnumerable());
        Assert.True(closed.CustomerAsked);
    }

    [Fact]
    public void An_invoice_stays_within_the_order()
    {
        OrderFacts order = An.Order().Handling().PartlyInvoiced();

        Assert.Equal(Refusal.InvoiceNumberUsed, Code(order, Some.Invoice("P-1", 1_000)));
        Assert.Equal(Refusal.ExceedsOrder, Code(order, Some.Invoice("P-2", 8_001)));
        Assert.Equal(Status.Invoiced, After(order, Some.Invoice("P-2", 8_000), Actors.Operator).Status);
        Assert.Equal("items", Assert.IsType<Refused>(Decide(order, Some.Invoice("P-2", 1_000, new ItemQuantity(0, 3)))).Field);
        Assert.Equal("items", Assert.IsType<Refused>(Decide(order, Some.Invoice("P-2", 1_000, new ItemQuantity(7, 1)))).Field);
    }

    [Fact]
    public void Removed_units_leave_the_value_and_the_reservations()
    {
        var after = After(An.Order().Handling(), new ChangeItems([new(0, 2), new(1, 2)], "sold out"), Actors.Operator);

        Assert.Equal(2_000, after.Value);
        Assert.Equal([1, 0], after.Items.Select(item => item.Open));
        Assert.Equal([1, 0], after.Reservations.Select(reservation => reservation.Held));
        Assert.Equal(ReservationState.Closed, after.Reservations[1].State);
        Assert.Empty(Events(An.Order().Handling(), new ChangeItems([new(0, 1)], "sold out"), Actors.Operator).OfType<MoneyOwed>());
    }

    [Fact]
    public void Removing_what_was_captured_owes_its_value() => Assert.Equal(
        [new MoneyOwed("card", DebtKind.Refund, 4_000)],
        Events(An.Order().Handling().Captured(), new ChangeItems([new(1, 2)], "sold out"), Actors.Operator).OfType<MoneyOwed>());

    [Fact]
    public void When_only_invoiced_units_remain_the_order_is_invoiced() => Assert.Equal(
        Status.Invoiced,
        After(An.Order().Handling().PartlyInvoiced(), new ChangeItems([new(0, 2), new(1, 2)], "sold out"), Actors.Operator).Status);

    [Fact]
    public void Removing_everything_is_a_cancellation_and_refused_as_such()
    {
        Assert.Equal(Refusal.NothingLeft, Code(An.Order().Handling(), new ChangeItems([new(0, 3), new(1, 2)], "sold out")));
        Assert.Equal("items", Assert.IsType<Refused>(Decide(An.Order().Handling(), new ChangeItems([new(0, 2), new(0, 2)], "sold out"))).Field);
    }

    [Fact]
    public void Try_again_takes_a_paid_order_on()
    {
        OrderFacts order = An.Order().In("approving-transaction", An.Instant).With(facts => facts with { IsPaymentRecorded = true });

        Assert.Equal(Status.WindowToCancel, After(order, new TryAgain(), Actors.Operator).Status);
    }

    [Fact]
    public void A_comment_moves_no_version_and_every_other_event_does()
    {
        OrderFacts order = An.Order().Handling();

        Assert.Equal(order.Version, After(order, new AddComment("call first"), Actors.Operator).Version);
        Assert.Equal(order.Version + 1, After(order, Some.Cancel(), Actors.Operator).Version);
        Assert.True(After(order, Some.Cancel(), Actors.Operator).IsMovedHere);
    }

    private static void AssertClosed(ReservationFact reservation) =>
        Assert.Equal((0, ReservationState.Closed), (reservation.Held, reservation.State));

    private static Decision Decide(OrderFacts order, OrderCommand command, Actor? actor = null) =>
        Rules.Decide(order, command, actor ?? Actors.Operator, An.Instant, Policy.Default);

    private static Refusal Code(OrderFacts order, OrderCommand command) => Assert.IsType<Refused>(Decide(order, command)).Code;

    private static System.Collections.Immutable.ImmutableArray<OrderEvent> Events(OrderFacts order, OrderCommand command, Actor actor) =>
        Assert.IsType<Accepted>(Decide(order, command, actor)).Events;

    private static OrderFacts After(OrderFacts order, OrderCommand command, Actor actor) =>
        order.ApplyAll(Events(order, command, actor), actor, An.Instant, "id");
}
