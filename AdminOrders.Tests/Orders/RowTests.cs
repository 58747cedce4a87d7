using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>Every row of the table command × stage, written by hand: <c>outcome : situations</c>; <c>name*</c> stands for what is not named otherwise.</summary>
public sealed class RowTests
{
    private static readonly Policy SecondPersonAlways = Policy.Default with { SecondPerson = SecondPerson.Always };

    [Fact]
    public void Cancel_by_the_store() => Check(Ask(Side.Store), Actors.Operator, askedBy: Side.Customer, table: """
        ✗ incomplete: incomplete, incomplete P
        ✗ moving: created, created P, starting, invoicing, canceling
        → canceled: unpaid, unpaid X, paid, awaiting, window, invoiced R
        → cancellation-requested: ready, handling
        → waiting-for-seller-decision: paid X, awaiting X, window X, ready X, handling X
        ✗ partially-invoiced: unpaid P, paid P, window P, ready P, handling P, unknown P
        = requested: asked*
        ✗ invoiced: invoiced
        = canceled: canceled
        ✗ replaced: replaced
        ✗ unknown-status: unknown
        """);

    [Fact]
    public void Cancel_by_the_store_where_a_second_person_must_confirm() =>
        Check(Ask(Side.Store), Actors.Operator, askedBy: Side.Customer, policy: SecondPersonAlways, table: """
        ✗ incomplete: incomplete, incomplete P
        ✗ moving: created, created P, starting, invoicing, canceling
        → canceled: invoiced R
        → cancellation-requested: unpaid, paid, awaiting, window, ready, handling
        → waiting-for-seller-decision: unpaid X, paid X, awaiting X, window X, ready X, handling X
        ✗ partially-invoiced: unpaid P, paid P, window P, ready P, handling P, unknown P
        = requested: asked*
        ✗ invoiced: invoiced
        = canceled: canceled
        ✗ replaced: replaced
        ✗ unknown-status: unknown
        """);

    [Fact]
    public void Cancel_by_the_owner_asks_for_it_in_an_unknown_status() => Check(Ask(Side.Store), Actors.Owner, askedBy: Side.Customer, table: """
        ✗ incomplete: incomplete, incomplete P
        ✗ moving: created, created P, starting, invoicing, canceling
        → canceled: unpaid, unpaid X, paid, awaiting, window, invoiced R
        → cancellation-requested: ready, handling, unknown
        → waiting-for-seller-decision: paid X, awaiting X, window X, ready X, handling X
        ✗ partially-invoiced: unpaid P, paid P, window P, ready P, handling P, unknown P
        = requested: asked*
        ✗ invoiced: invoiced
        = canceled: canceled
        ✗ replaced: replaced
        """);

    [Fact]
    public void Cancel_by_the_customer() => Check(Ask(Side.Customer), Actors.Customer, askedBy: Side.Store, policy: SecondPersonAlways, table: """
        ✗ incomplete: incomplete, incomplete P
        ✗ moving: created, created P, starting, invoicing, canceling
        → canceled: unpaid, unpaid X, window, window X, asked from unpaid, asked from window
        → cancellation-requested: paid, awaiting, ready, handling
        → waiting-for-seller-decision: paid X, awaiting X, ready X, handling X
        + request: asked from paid, asked from paid X, asked from awaiting, asked from window that is over, asked from ready, asked from handling, asked from unknown
        ✗ partially-invoiced: unpaid P, paid P, window P, ready P, handling P, asked from handling P
        ✗ ask-for-return: invoiced, invoiced R
        = canceled: canceled
        ✗ replaced: replaced
        ✗ unknown-status: unknown, unknown P
        """);

    [Fact]
    public void Cancel_by_the_customer_where_the_store_offers_it_not() => Check(
        Ask(Side.Customer),
        Actors.Customer,
        askedBy: Side.Store,
        policy: Policy.Default with { CustomerDoor = CustomerDoor.Open with { ClosedSalesChannels = ["1"] } },
        table: "✗ not-offered: *");

    [Fact]
    public void Cancel_by_a_marketplace() => Check(Ask(Side.Marketplace), Actors.Marketplace, askedBy: Side.Store, policy: SecondPersonAlways, table: """
        ✗ incomplete: incomplete, incomplete P
        ✗ moving: created, created P, starting, invoicing, canceling
        → canceled: unpaid, unpaid X, paid, paid X, awaiting, awaiting X, window, window X, invoiced R
        → canceled: asked from unpaid, asked from paid, asked from paid X, asked from awaiting, asked from window, asked from window that is over
        → cancellation-requested: ready, handling
        → waiting-for-seller-decision: ready X, handling X
        + request: asked from ready, asked from handling, asked from unknown
        ✗ partially-invoiced: unpaid P, paid P, window P, ready P, handling P, asked from handling P
        ✗ invoiced: invoiced
        = canceled: canceled
        ✗ replaced: replaced
        ✗ unknown-status: unknown, unknown P
        """);

    [Fact]
    public void Cancel_by_the_seller() =>
        Check(Ask(Side.Seller), Actors.Seller, askedBy: Side.Store, policy: SecondPersonAlways, change: FulfilledBySeller, table: """
        ✗ incomplete: incomplete, incomplete P
        ✗ moving: created, created P, starting, invoicing, canceling
        → canceled: unpaid, unpaid X, paid, paid X, awaiting, awaiting X, window, window X
        → waiting-for-seller-decision: ready, ready X, handling, handling X
        ✗ partially-invoiced: unpaid P, paid P, window P, ready P, handling P, asked from handling P
        + request: asked*
        ✗ invoiced: invoiced, invoiced R
        = canceled: canceled
        ✗ replaced: replaced
        ✗ unknown-status: unknown, unknown P
        """);

    [Fact]
    public void Cancel_by_a_seller_who_does_not_fulfil_the_order() =>
        Check(Ask(Side.Seller), Actors.Seller, askedBy: Side.Store, change: facts => facts with { IsExternalSeller = false }, table: "✗ not-yours: *");

    [Fact]
    public void Cancel_by_payment() => Check(Ask(Side.Payment), Actors.Payment, askedBy: Side.Store, policy: SecondPersonAlways, table: """
        ✗ incomplete: incomplete, incomplete P
        ✗ moving: created, created P, starting, invoicing, canceling
        → canceled: unpaid, unpaid X, asked from unpaid
        ✗ partially-invoiced: unpaid P, paid P, asked from handling P
        ✗ invoiced: invoiced, invoiced R
        = canceled: canceled
        ✗ replaced: replaced
        ✗ unknown-status: unknown, unknown P
        ✗ wrong-status: *
        """);

    [Fact]
    public void Record_what_a_channel_canceled() =>
        Check(_ => new RecordChannelCancellation(Side.Customer, Reason.None), Actors.Marketplace, askedBy: Side.Store, table: """
        → canceled ! stop packing: ready, ready X, handling, handling X
        = nothing new ! canceled there partly invoiced here: incomplete P, created P, unpaid P, paid P, window P, ready P, handling P, asked from handling P, unknown P
        = invoiced ! canceled there invoiced here: invoiced, invoiced R
        = canceled: canceled
        = nothing new: replaced
        → canceled: *
        """);

    [Fact]
    public void Confirm_a_cancellation() =>
        Check(_ => new ConfirmCancellation(OrderBuilder.RequestId(Side.Customer)), Actors.Operator, askedBy: Side.Customer, table: """
        ✗ partially-invoiced: asked from handling P
        → canceled: asked*
        = canceled: canceled
        ✗ no-request: *
        """);

    [Fact]
    public void Confirm_ones_own_request_where_a_second_person_must() =>
        Check(_ => new ConfirmCancellation(OrderBuilder.RequestId(Side.Store)), Actors.OtherOperator, Side.Store, SecondPersonAlways, table: """
        ✗ partially-invoiced: asked from handling P
        ✗ second-person-required: asked*
        = canceled: canceled
        ✗ no-request: *
        """);

    [Fact]
    public void Decline_a_request() =>
        Check(_ => new Decline(OrderBuilder.RequestId(Side.Customer), "on its way", "Sorry"), Actors.Operator, askedBy: Side.Customer, table: """
        → payment-pending: asked from unpaid
        → payment-approved: asked from paid, asked from paid X
        → authorize-fulfillment: asked from awaiting
        → window-to-cancel: asked from window
        → ready-for-handling: asked from window that is over, asked from ready
        → handling: asked from handling, asked from handling P
        → some-new-status: asked from unknown
        ✗ canceled: canceled
        ✗ no-request: *
        """);

    [Fact]
    public void Withdraw_a_request() => Check(_ => new Withdraw(OrderBuilder.RequestId(Side.Store)), Actors.Operator, askedBy: Side.Store, table: """
        → payment-pending: asked from unpaid
        → payment-approved: asked from paid, asked from paid X
        → authorize-fulfillment: asked from awaiting
        → window-to-cancel: asked from window
        → ready-for-handling: asked from window that is over, asked from ready
        → handling: asked from handling, asked from handling P
        → some-new-status: asked from unknown
        ✗ canceled: canceled
        ✗ no-request: *
        """);

    [Fact]
    public void Start_handling() => Check(_ => new StartHandling(), Actors.Operator, askedBy: Side.Customer, table: """
        → handling: ready, ready P, ready X
        ✗ cancellation-pending: asked*
        ✗ canceled: canceled
        ✗ wrong-status: *
        """);

    [Fact]
    public void Invoice_a_part() => Check(_ => Output(1_000), Actors.Operator, askedBy: Side.Customer, table: """
        → handling: unpaid P, paid P, paid X, awaiting X, ready, ready P, ready X, unknown P
        → handling: asked from paid X, asked from ready, asked from handling, asked from handling P
        recorded: handling, handling P, handling X
        ✗ cancellation-pending: asked from unpaid, asked from paid, asked from awaiting, asked from window, asked from window that is over, asked from unknown
        ✗ exceeds-order: invoiced, invoiced R
        ✗ canceled ! goods may have left: canceled
        ✗ wrong-status: *
        """);

    [Fact]
    public void Invoice_the_rest() => Check(facts => Output(Math.Max(1, facts.Value - facts.InvoicedValue)), Actors.Operator, askedBy: Side.Customer, table: """
        → invoiced: unpaid P, paid P, paid X, awaiting X, ready, ready P, ready X, handling, handling P, handling X, unknown P
        → invoiced: asked from paid X, asked from ready, asked from handling, asked from handling P
        ✗ cancellation-pending: asked from unpaid, asked from paid, asked from awaiting, asked from window, asked from window that is over, asked from unknown
        ✗ exceeds-order: invoiced, invoiced R
        ✗ canceled ! goods may have left: canceled
        ✗ wrong-status: *
        """);

    [Fact]
    public void Invoice_the_same_number_and_value_again() => Check(
        _ => new Invoice(new InvoiceData("P-1", 2_000, An.Instant)),
        Actors.Operator,
        askedBy: Side.Customer,
        change: facts => facts.IsPartlyInvoiced ? facts : facts with { Invoices = [new("P-1", InvoiceType.Output, 2_000)] },
        table: """
        = recorded: unpaid P, paid P, paid X, awaiting X, ready, ready P, ready X, handling, handling P, handling X, unknown P
        = recorded: asked from paid X, asked from ready, asked from handling, asked from handling P
        ✗ cancellation-pending: asked from unpaid, asked from paid, asked from awaiting, asked from window, asked from window that is over, asked from unknown
        = invoiced: invoiced, invoiced R
        ✗ canceled ! goods may have left: canceled
        ✗ wrong-status: *
        """);

    [Fact]
    public void Return_items() => Check(_ => Input(1_000), Actors.Operator, askedBy: Side.Customer, table: """
        recorded: invoiced
        ✗ exceeds-invoiced: invoiced R
        ✗ not-fully-invoiced: *
        """);

    [Fact]
    public void Change_items() => Check(_ => new ChangeItems([new(1, 1)], "sold out"), Actors.Operator, askedBy: Side.Customer, table: """
        recorded: unpaid, unpaid P, unpaid X, paid, paid P, paid X, awaiting, awaiting X, ready, ready P, ready X, handling, handling P, handling X, unknown P
        ✗ cancellation-pending: asked*
        ✗ wrong-status: *
        """);

    [Fact]
    public void Approve_a_payment() => Check(_ => new ApprovePayment(), Actors.Payment, askedBy: Side.Customer, table: """
        recorded: incomplete, incomplete P, created, created P
        → window-to-cancel: unpaid, unpaid P, unpaid X
        before → window-to-cancel: asked from unpaid
        = recorded: starting, invoicing, canceling, canceled, replaced, unknown, unknown P, asked from unknown
        = paid: *
        """);

    [Fact]
    public void Approve_a_payment_that_still_waits() =>
        Check(_ => new ApprovePayment("card"), Actors.Operator, askedBy: Side.Customer, change: WithPendingPayment, table: """
        → window-to-cancel: unpaid, unpaid P, unpaid X
        before → window-to-cancel: asked from unpaid
        recorded: *
        """);

    [Fact]
    public void Authorize_the_fulfillment() => Check(_ => new AuthorizeFulfillment(), Actors.Operator, askedBy: Side.Customer, table: """
        → window-to-cancel: awaiting, awaiting X
        before → window-to-cancel: asked from awaiting
        = authorized: window, window P, window X, asked from window, asked from window that is over
        ✗ wrong-status: *
        """);

    [Fact]
    public void End_the_grace_period() => Check(_ => new EndGracePeriod(), Actors.Operator, askedBy: Side.Customer, table: """
        → ready-for-handling: window, window P, window X
        before → ready-for-handling: asked from window, asked from window that is over
        ✗ wrong-status: *
        """);

    [Fact]
    public void Cancel_as_incomplete() => Check(_ => new CancelAsIncomplete(new Reason(null, "never finished")), Actors.Owner, askedBy: Side.Customer, table: """
        → canceled: incomplete, created
        ✗ partially-invoiced: incomplete P, created P
        ✗ moving: starting, invoicing, canceling
        ✗ invoiced: invoiced, invoiced R
        = canceled: canceled
        ✗ replaced: replaced
        ✗ unknown-status: unknown, unknown P
        ✗ wrong-status: *
        """);

    [Fact]
    public void Try_again() => Check(_ => new TryAgain(), Actors.Operator, askedBy: Side.Customer, table: """
        → handling: starting, invoicing, created P
        → canceled: canceling
        recorded: created
        ✗ wrong-status: *
        """);

    private static Func<OrderFacts, OrderCommand> Ask(Side requestedBy) => _ => Some.Cancel(requestedBy);

    private static Invoice Output(long value) => new(new InvoiceData("N-1", value, An.Instant));

    private static ReturnInvoice Input(long value) => new(new InvoiceData("N-2", value, An.Instant));

    private static OrderFacts FulfilledBySeller(OrderFacts facts) => facts with { IsExternalSeller = true };

    private static OrderFacts WithPendingPayment(OrderFacts facts) => facts with
    {
        IsPaymentRecorded = false,
        Payments = [.. facts.Payments.Select(payment => payment with { State = PaymentState.Pending })],
    };

    private static void Check(
        Func<OrderFacts, OrderCommand> command, Actor actor, Side askedBy, Policy? policy = null, Func<OrderFacts, OrderFacts>? change = null, string table = "")
    {
        var situations = Situations.All(askedBy).ToDictionary(row => row.Key, row => change is null ? row.Value : change(row.Value), StringComparer.Ordinal);
        var expected = HandWritten.Read(table, situations.Keys);
        var decided = situations.ToDictionary(
            row => row.Key,
            row => Situations.Notation(Rules.Decide(row.Value, command(row.Value), actor, An.Instant, policy ?? Policy.Default), row.Value),
            StringComparer.Ordinal);

        Assert.Equal(Lines(expected), Lines(decided));
    }

    private static string Lines(Dictionary<string, string> outcomes) =>
        string.Join('\n', outcomes.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key}: {row.Value}"));
}
