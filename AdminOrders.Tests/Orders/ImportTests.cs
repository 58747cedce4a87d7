using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>How documents become orders, and what a newer document may change.</summary>
public sealed class ImportTests
{
    private static readonly DateTimeOffset LongAgo = An.Instant.AddDays(-60);

    [Fact]
    public void A_new_order_is_one_event()
    {
        var imported = Document(An.Order().Handling());

        var accepted = Assert.IsType<Accepted>(Decide(OrderFacts.NotOnRecord("x"), imported));
        var order = OrderFacts.NotOnRecord("x").ApplyAll(accepted.Events, Actor.System, An.Instant, "h1");

        Assert.IsType<OrderImported>(Assert.Single(accepted.Events));
        Assert.Equal((1L, Status.Handling, false), (order.Version, order.Status, order.IsMovedHere));
    }

    [Fact]
    public void An_equal_document_changes_nothing()
    {
        var imported = Document(An.Order().Handling());

        Assert.Equal(Already.NothingNew, Assert.IsType<Unchanged>(Decide(Known(imported), imported)).Why);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5_000, 0)]
    [InlineData(8_000, 3_000)]
    [InlineData(10_000, 5_000)]
    public void What_a_document_counts_as_given_back_has_what_is_still_owed_among_it(long told, long refunded)
    {
        var known = An.Order().Handling().Captured().With(order => order with { Payments = [.. order.Payments.Select(payment => payment with { Owed = 5_000 })] }).Build();
        var document = known with { Payments = [.. known.Payments.Select(payment => payment with { Owed = 0, Refunded = told })] };

        var payment = Assert.Single(ImportEvolution.Update(known, document).Payments);

        Assert.Equal((PaymentState.Captured, 10_000, refunded, 5_000), (payment.State, payment.Captured, payment.Refunded, payment.Owed));
    }

    [Fact]
    public void The_status_is_taken_until_this_installation_has_moved_the_order()
    {
        var known = Known(Document(An.Order().Ready()));
        var handling = Document(An.Order().Handling(), hash: 2);
        var moved = known.ApplyAll(
            Assert.IsType<Accepted>(Rules.Decide(known, Some.Cancel(), Actors.Operator, An.Instant, Policy.Default)).Events, Actors.Operator, An.Instant, "h2");

        Assert.Equal(Status.Handling, After(known, handling).Status);
        Assert.False(After(known, handling).IsMovedHere);
        Assert.Equal(Status.CancellationRequested, After(moved, handling).Status);
        Assert.Single(After(moved, handling).Requests);
    }

    [Fact]
    public void Money_that_a_document_tells_of_after_the_cancellation_goes_back()
    {
        OrderFacts known = An.Order().Unpaid().Canceled().With(facts => facts with { Payments = [new("card", PaymentState.Pending, 6_000, 0, 0, 0), new("pix", PaymentState.Pending, 4_000, 0, 0, 0)] });
        var paid = Document(An.Order().Ready().With(facts => facts with { Payments = [new("card", PaymentState.Authorized, 6_000, 0, 0, 0), new("pix", PaymentState.Captured, 4_000, 4_000, 0, 0)] }));
        var elsewhere = Known(Document(known));

        var accepted = Assert.IsType<Accepted>(Decide(known, paid));

        Assert.Equal([new("card", DebtKind.Void, 6_000), new MoneyOwed("pix", DebtKind.Refund, 4_000)], accepted.Events.OfType<MoneyOwed>());
        Assert.IsType<Unchanged>(Decide(After(known, paid), paid));
        Assert.Empty(Assert.IsType<Accepted>(Decide(elsewhere, Document(paid.Facts, hash: 2))).Events.OfType<MoneyOwed>());
    }

    [Fact]
    public void A_payment_is_never_worth_less_than_what_is_owed_back_of_it()
    {
        var known = new PaymentFact("card", PaymentState.Authorized, 10_000, 0, 0, 10_000);
        OrderFacts canceled = An.Order().Canceled().With(facts => facts with { Payments = [known] });

        var after = After(canceled, Document(An.Order().Ready().With(facts => facts with { Payments = [known with { Value = 4_000, Owed = 0 }] })));

        Assert.Equal((10_000L, 10_000L), (after.Payments[0].Value, after.Payments[0].Owed));
    }

    [Fact]
    public void Units_that_a_newer_document_wants_fewer_of_are_free_and_more_of_are_held()
    {
        OrderFacts known = An.Order().Ready();
        ReservationFact more = new("r-south", 1, "south", "sku-2", ReservationState.Confirmed, 4, 0, 0), added = new("r-new", 2, "south", "sku-3", ReservationState.Confirmed, 1, 0, 0);
        var newer = Document(An.Order().Ready().With(facts => facts with
        {
            Items = [facts.Items[0] with { Quantity = 1 }, facts.Items[1] with { Quantity = 4 }, new(2, "sku-3", "Socks", 1, 0, 0, 500)],
            Reservations = [facts.Reservations[0] with { Reserved = 1 }, more, added],
        }));

        var after = After(known, newer);
        var again = After(after, newer with { DocumentHash = [2] });
        var back = After(again, Document(An.Order().Ready(), hash: 3));

        Assert.Equal([1, 2, 2, 1], after.Reservations.Select(reservation => reservation.Held));
        Assert.Equal(["r-north", "r-south", "r-south+1", "r-new"], after.Reservations.Select(reservation => reservation.Id));
        Assert.Equal(after.Reservations.AsEnumerable(), again.Reservations);
        Assert.Equal([3, 2, 0], Enumerable.Range(0, 3).Select(line => back.Reservations.Where(reservation => reservation.ItemIndex == line).Sum(reservation => reservation.Held)));
    }

    [Theory]
    [InlineData(Status.Canceled)]
    [InlineData(Status.Replaced)]
    [InlineData(Status.Invoiced)]
    public void Canceled_replaced_and_invoiced_take_no_status(string status)
    {
        var known = Known(Document(An.Order().Ready().In(status)));

        Assert.Equal(status, After(known, Document(An.Order().Ready(), hash: 2)).Status);
    }

    [Fact]
    public void A_status_that_leaves_requested_closes_the_requests_as_decided_there()
    {
        var known = Known(Document(An.Order().Handling().In(Status.CancellationRequested)));

        var accepted = Assert.IsType<Accepted>(Decide(known, Document(An.Order().Handling(), hash: 2)));
        var after = known.ApplyAll(accepted.Events, Actor.System, An.Instant, "h2");

        Assert.Equal(known.Requests.Select(request => request.Id), Assert.IsType<ImportedStateRecorded>(accepted.Events[0]).ClosedRequests.AsEnumerable());
        Assert.Equal((Status.Handling, true), (after.Status, after.Requests.IsEmpty));
    }

    [Fact]
    public void Canceled_there_cancels_here_with_its_effects_even_if_moved_here()
    {
        OrderFacts known = An.Order().Handling().AskedBy(Side.Store);
        var there = Document(An.Order().Paid().In(Status.Canceled), data: new ImportedRequest(null, Side.Customer, LongAgo, "too late"));

        var accepted = Assert.IsType<Accepted>(Decide(known, there));
        var after = known.ApplyAll(accepted.Events, Actor.System, An.Instant, "h2");

        Assert.Equal(Status.Canceled, after.Status);
        Assert.Equal((Side.Customer, "too late"), (after.Cancellation!.RequestedBy, after.Cancellation.Reason.Text));
        Assert.Equal(CancellationCause.Imported, Assert.Single(accepted.Events.OfType<OrderCanceled>()).Cause);
        Assert.Empty(after.Requests);
        Assert.All(after.Reservations, reservation => Assert.Equal(0, reservation.Held));
    }

    [Fact]
    public void Canceled_there_and_invoiced_here_is_put_before_a_person()
    {
        var there = Document(An.Order().Paid().In(Status.Canceled));

        Assert.Equal(AlertKind.CanceledThereInvoicedHere, Decide(An.Order().Invoiced(), there).Alert);
        Assert.Equal(AlertKind.CanceledTherePartlyInvoicedHere, Decide(An.Order().Handling().PartlyInvoiced(), there).Alert);
        Assert.Equal(AlertKind.StopPacking, Decide(An.Order().Handling(), there).Alert);
        Assert.Equal(Status.Invoiced, After(An.Order().Invoiced(), there).Status);
    }

    [Fact]
    public void Canceled_there_with_invoices_that_cover_the_value_is_invoiced_here_and_put_before_a_person()
    {
        OrderFacts known = An.Order().Handling().PartlyInvoiced().AskedBy(Side.Customer);
        var there = Document(An.Order().Handling().With(WithFullInvoice).In(Status.Canceled));

        var accepted = Assert.IsType<Accepted>(Decide(known, there));

        Assert.Equal(AlertKind.CanceledTherePartlyInvoicedHere, accepted.Alert);
        Assert.DoesNotContain(accepted.Events, happened => happened is OrderCanceled);
        Assert.Equal((Status.Invoiced, 0), After(known, there) is var after ? (after.Status, after.Requests.Length) : default);
    }

    [Fact]
    public void Invoiced_there_and_canceled_here_is_put_before_a_person()
    {
        OrderFacts known = An.Order().Paid().Canceled();

        Assert.Equal(AlertKind.InvoicedThereCanceledHere, Decide(known, Document(An.Order().Invoiced())).Alert);
        Assert.Equal(Status.Canceled, After(known, Document(An.Order().Invoiced())).Status);
    }

    [Fact]
    public void An_imported_full_invoice_moves_the_order_and_closes_its_requests()
    {
        OrderFacts moved = An.Order().Handling().AskedBy(Side.Customer);
        var invoices = An.Order().Handling().With(WithFullInvoice);

        var accepted = Assert.IsType<Accepted>(Decide(moved, Document(invoices)));

        Assert.Equal(
            [typeof(ImportedStateRecorded), typeof(RequestsDeclinedByInvoice), typeof(StatusAdvanced)], accepted.Events.Select(happened => happened.GetType()));
        Assert.Equal(Status.Invoiced, After(moved, Document(invoices)).Status);
    }

    [Fact]
    public void A_new_order_that_is_wholly_invoiced_is_invoiced_whatever_it_is_called()
    {
        Assert.Equal(Status.Invoiced, Document(An.Order().Handling().With(WithFullInvoice)).Facts.Status);
        Assert.Equal(Status.Invoiced, Document(An.Order().Handling().In("request-cancel").With(WithFullInvoice)).Facts.Status);
        Assert.Equal(Status.Canceled, Document(An.Order().Handling().In(Status.Canceled).With(WithFullInvoice)).Facts.Status);
    }

    [Fact]
    public void What_was_done_here_survives_a_document_that_does_not_know_it()
    {
        var known = After(An.Order().Handling().PartlyInvoiced(), new ChangeItems([new(1, 2)], "sold out"));

        var after = After(known, Document(An.Order().Handling()));

        Assert.Equal((6_000L, 1, 2_000L), (after.Value, after.OutputInvoices, after.InvoicedValue));
        Assert.True(after.IsPartlyInvoiced);
        Assert.Equal(2, after.Items[1].RemovedQuantity);
    }

    [Fact]
    public void A_payment_never_goes_back()
    {
        OrderFacts known = An.Order().Handling().Captured();

        Assert.Equal(PaymentState.Captured, After(known, Document(An.Order().Unpaid())).Payments[0].State);
        Assert.Equal(PaymentState.Captured, After(An.Order().Handling(), Document(An.Order().Handling().Captured())).Payments[0].State);
    }

    [Fact]
    public void Cancellation_data_of_another_status_is_history() =>
        Assert.Empty(Document(An.Order().Handling(), data: new ImportedRequest(null, Side.Customer, LongAgo, "no")).Facts.Requests);

    [Fact]
    public void A_requested_order_takes_its_open_requests_and_of_one_side_the_earlier()
    {
        var facts = Requested(
            requests:
            [
                new("b5f1a1d2-0000-4000-8000-000000000001", Side.Customer, An.Instant.AddDays(-3), "second", false),
                new("b5f1a1d2-0000-4000-8000-000000000002", Side.Customer, An.Instant.AddDays(-4), "first", false),
                new("x", Side.Seller, An.Instant.AddDays(-5), "declined", true),
                new("y", Side.Store, An.Instant.AddDays(-2), "store", false),
            ]);

        Assert.Equal(["first", "store"], facts.Requests.Select(request => request.Reason.Text));
        Assert.Equal("b5f1a1d2000040008000000000000002", facts.Requests[0].Id);
        Assert.All(facts.Requests, request => Assert.Equal(32, request.Id.Length));
        Assert.Equal(An.Instant.AddDays(26), facts.RequestDueAt);
    }

    [Fact]
    public void Without_readable_requests_the_cancellation_data_counts_and_else_the_system_asked()
    {
        Assert.Equal(Side.Seller, Assert.Single(Requested(data: new("z", Side.Seller, LongAgo, "x")).Requests).RequestedBy);
        Assert.Equal(Side.System, Assert.Single(Requested().Requests).RequestedBy);
        Assert.Equal(An.Instant.AddDays(1), Requested(data: new("z", Side.Seller, LongAgo, "x")).RequestDueAt);
    }

    [Theory]
    [InlineData(true, null, null, null, Side.Customer)]
    [InlineData(false, true, null, null, Side.System)]
    [InlineData(false, null, true, null, Side.Seller)]
    [InlineData(null, null, null, true, Side.Payment)]
    [InlineData(false, null, null, null, Side.Store)]
    [InlineData(null, null, null, null, null)]
    [InlineData(null, false, false, false, null)]
    public void The_marks_tell_the_side(bool? byUser, bool? bySystem, bool? bySeller, bool? byPayment, Side? side) =>
        Assert.Equal(side, ImportRules.SideOf(byUser, bySystem, bySeller, byPayment));

    [Theory]
    [InlineData(Side.Customer, Side.Customer)]
    [InlineData(Side.Store, Side.Store)]
    [InlineData(Side.Seller, Side.Seller)]
    [InlineData(Side.Marketplace, Side.Seller)]
    [InlineData(Side.Payment, Side.Payment)]
    [InlineData(Side.System, Side.System)]
    public void The_marks_that_a_document_gets_are_read_back(Side side, Side told) => Assert.Equal(told, CancellationMarks.Of(side).Asker);

    [Fact]
    public void Units_that_a_newer_document_invoices_have_left_the_stock_once()
    {
        var known = Known(Document(An.Order().Ready()));

        var after = After(known, Document(An.Order().Ready().PartlyInvoiced(), hash: 2));
        var again = After(after, Document(An.Order().Ready().PartlyInvoiced().With(facts => facts with { SalesChannel = "7" }), hash: 3));

        Assert.Equal((ReservationState.Confirmed, 1, 2), (after.Reservations[0].State, after.Reservations[0].Consumed, after.Reservations[0].Held));
        Assert.Equal(after.Reservations.AsEnumerable(), again.Reservations);
    }

    [Theory]
    [InlineData("order-created,payment-approved,window-to-cancel,request-cancel,waiting-for-seller-decision", "window-to-cancel")]
    [InlineData("handling,cancellation-requested", "handling")]
    [InlineData("invoiced,cancel", "ready-for-handling")]
    [InlineData("", "ready-for-handling")]
    public void The_status_before_comes_from_the_workflow(string statuses, string before) =>
        Assert.Equal(before, ImportRules.StatusBefore([.. statuses.Split(',')]));

    [Fact]
    public void A_request_that_came_by_document_can_be_declined()
    {
        var known = Known(new ImportedOrder { Facts = Requested(), Description = Words, Document = [], DocumentHash = [1] });

        var after = After(known, new Decline(known.Requests[0].Id, "packed", ""));

        Assert.Equal(("h1", Status.ReadyForHandling), (known.Requests[0].Receipt, after.Status));
    }

    private static readonly OrderDescription Words = new() { Sequence = "1" };

    private static OrderFacts WithFullInvoice(OrderFacts facts) => facts with { Invoices = [new("D-1", InvoiceType.Output, facts.Value)] };

    private static OrderFacts Requested(ImmutableArray<ImportedRequest> requests = default, ImportedRequest? data = null) => ImportRules.Complete(
        new ImportedState
        {
            Told = An.Order().Handling().In("cancellation-requested"),
            Requests = requests.IsDefault ? [] : requests,
            CancellationData = data,
            LastChangeAt = LongAgo,
        },
        An.Instant,
        Policy.Default);

    private static ImportedOrder Document(OrderFacts told, byte hash = 1, ImportedRequest? data = null) => new()
    {
        Facts = ImportRules.Complete(new ImportedState { Told = told, CancellationData = data, LastChangeAt = LongAgo }, An.Instant, Policy.Default),
        Description = Words,
        Document = [],
        DocumentHash = [hash],
    };

    private static OrderFacts Known(ImportedOrder imported) => OrderFacts.NotOnRecord(imported.Facts.OrderId)
        .ApplyAll(Assert.IsType<Accepted>(Decide(OrderFacts.NotOnRecord("x"), imported)).Events, Actor.System, An.Instant, "h1");

    private static Decision Decide(OrderFacts order, ImportedOrder imported) =>
        Rules.Decide(order, new RecordImportedState(imported), Actor.System, An.Instant, Policy.Default);

    private static OrderFacts After(OrderFacts order, ImportedOrder imported) => After(order, new RecordImportedState(imported));

    private static OrderFacts After(OrderFacts order, OrderCommand command) => order.ApplyAll(
        Assert.IsType<Accepted>(Rules.Decide(order, command, Actors.Operator, An.Instant, Policy.Default)).Events, Actors.Operator, An.Instant, "h2");
}
