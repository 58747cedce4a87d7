using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>Both sides of every deadline: one tick before it is open, at the instant it is over.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void The_window_ends_at_its_instant() =>
        MovesAt(An.Order().InWindow(), An.Instant.AddMinutes(30), Status.ReadyForHandling);

    [Fact]
    public void A_request_is_granted_after_30_days()
    {
        var canceled = MovesAt(An.Order().Handling().AskedBy(Side.Customer), An.Instant.AddDays(30), Status.Canceled);

        Assert.Equal(Side.System, canceled.Cancellation!.RequestedBy);
        Assert.Null(canceled.Cancellation.RequestId);
        Assert.Equal("changed my mind", canceled.Cancellation.Reason.Text);
    }

    [Fact]
    public void A_request_on_a_partly_invoiced_order_expires_after_30_days()
    {
        var expired = MovesAt(An.Order().Handling().PartlyInvoiced().AskedBy(Side.Customer), An.Instant.AddDays(30), Status.Handling);

        Assert.Empty(expired.Requests);
        Assert.Null(expired.CustomerDeclinedAt);
    }

    [Fact]
    public void The_earliest_open_request_counts()
    {
        OrderFacts order = An.Order().Handling().AskedBy(Side.Customer).AskedBy(Side.Marketplace, after: TimeSpan.FromDays(5));

        MovesAt(order, An.Instant.AddDays(30), Status.Canceled);
    }

    [Fact]
    public void Of_two_requests_on_a_partly_invoiced_order_only_the_due_one_expires()
    {
        OrderFacts order = An.Order().Handling().PartlyInvoiced().AskedBy(Side.Customer).AskedBy(Side.Marketplace, after: TimeSpan.FromDays(5));

        var due = Timers.ApplyDue(order, An.Instant.AddDays(30), Policy.Default);

        Assert.Equal(Stage.Requested, due.Facts.Stage);
        Assert.Equal(Side.Marketplace, Assert.Single(due.Facts.Requests).RequestedBy);
        MovesAt(due.Facts, An.Instant.AddDays(35), Status.Handling);
    }

    [Fact]
    public void Thirty_days_without_authorization_cancel() =>
        Assert.Equal(Side.System, MovesAt(An.Order().AwaitingAuthorization(), An.Instant.AddDays(30), Status.Canceled).Cancellation!.RequestedBy);

    [Fact]
    public void An_unpaid_order_is_canceled_when_payment_falls_due() =>
        Assert.Equal(Side.Payment, MovesAt(An.Order().Unpaid(), An.Instant.AddDays(3), Status.Canceled).Cancellation!.RequestedBy);

    [Fact]
    public void Nobody_chose_another_seller_for_two_days() =>
        MovesAt(An.Order().Paid().In(Status.WindowToChangeSeller, An.Instant.AddDays(2)), An.Instant.AddDays(2), Status.Canceled);

    [Fact]
    public void An_incomplete_order_is_canceled_after_11_days()
    {
        var imported = Import("", createdAt: An.Instant);

        MovesAt(imported, An.Instant.AddDays(11), Status.Canceled);
    }

    [Theory]
    [InlineData("start-handling", 0, "handling")]
    [InlineData("invoice", 0, "handling")]
    [InlineData("invoicing", 10_000, "invoiced")]
    [InlineData("invoice-after-cancellation-deny", 4_000, "handling")]
    [InlineData("cancel", 0, "canceled")]
    [InlineData("canceling", 4_000, "handling")]
    [InlineData("canceling", 10_000, "invoiced")]
    public void A_moving_order_goes_on_after_15_minutes(string status, long invoiced, string next)
    {
        OrderFacts order = An.Order().Paid().In(status, An.Instant.AddMinutes(15)).With(facts => facts with
        {
            Invoices = invoiced == 0 ? [] : [new("M-1", InvoiceType.Output, invoiced)],
            OutputInvoices = invoiced == 0 ? 0 : 1,
            InvoicedValue = invoiced,
        });

        MovesAt(order, An.Instant.AddMinutes(15), next);
    }

    [Fact]
    public void Another_moving_order_is_unfinished_work_after_15_minutes_and_stays()
    {
        OrderFacts order = An.Order().In("processing", An.Instant.AddMinutes(15));

        Assert.False(Timers.IsUnfinished(order, An.Instant.AddMinutes(15) - Tick));
        Assert.True(Timers.IsUnfinished(order, An.Instant.AddMinutes(15)));
        Assert.Empty(Timers.ApplyDue(order, An.Instant.AddDays(400), Policy.Default).Events);
        Assert.Equal(Refusal.Moving, Code(Rules.Decide(order, new TryAgain(), Actors.Operator, An.Instant.AddMinutes(15) - Tick, Policy.Default)));
        Assert.IsType<Accepted>(Rules.Decide(order, new TryAgain(), Actors.Operator, An.Instant.AddMinutes(15), Policy.Default));
    }

    [Fact]
    public void A_customer_may_ask_again_24_hours_after_a_decline()
    {
        OrderFacts order = An.Order().Handling().With(facts => facts with { CustomerDeclinedAt = An.Instant });
        var again = An.Instant.AddHours(24);

        Assert.Equal(Refusal.AskedRecently, Code(Rules.Decide(order, Some.Cancel(Side.Customer), Actors.Customer, again - Tick, Policy.Default)));
        Assert.IsType<Accepted>(Rules.Decide(order, Some.Cancel(Side.Customer), Actors.Customer, again, Policy.Default));
    }

    [Fact]
    public void The_customer_cancels_alone_until_the_window_ends()
    {
        OrderFacts order = An.Order().InWindow().AskedBy(Side.Store);
        var end = An.Instant.AddMinutes(30);

        var before = Rules.Consider(order, Some.Cancel(Side.Customer), Actors.Customer, end - Tick, Policy.Default);
        var after = Rules.Consider(order, Some.Cancel(Side.Customer), Actors.Customer, end, Policy.Default);

        Assert.Equal("→ canceled", Situations.Notation(before.Decision, before.Due.Facts));
        Assert.Equal("+ request", Situations.Notation(after.Decision, after.Due.Facts));
    }

    [Fact]
    public void An_imported_date_in_the_past_starts_no_timer_before_a_day_after_the_import()
    {
        var imported = Import(Status.WindowToCancel, createdAt: An.Instant.AddDays(-90), lastChangeAt: An.Instant.AddDays(-60));

        MovesAt(imported, An.Instant.AddDays(1), Status.ReadyForHandling);
    }

    [Fact]
    public void An_imported_date_in_the_future_keeps_its_instant() =>
        MovesAt(
            Import(Status.WindowToCancel, createdAt: An.Instant.AddDays(-1), lastChangeAt: An.Instant.AddMinutes(-29)),
            An.Instant.AddMinutes(1),
            Status.ReadyForHandling);

    [Fact]
    public void An_imported_date_at_the_import_itself_is_past() =>
        Assert.Equal(An.Instant.AddDays(1), ImportRules.NotBeforeTheNextDay(An.Instant, An.Instant, Policy.Default));

    [Fact]
    public void A_timer_waits_while_a_request_is_open_and_fires_in_the_commit_that_closes_it()
    {
        OrderFacts order = An.Order().InWindow().AskedBy(Side.Store);
        var late = An.Instant.AddDays(2);
        Assert.Empty(Timers.ApplyDue(order, late, Policy.Default).Events);

        var decision = Rules.Decide(order, new Withdraw(OrderBuilder.RequestId(Side.Store)), Actors.Operator, late, Policy.Default);

        var accepted = Assert.IsType<Accepted>(decision);
        Assert.Equal([Status.WindowToCancel, Status.ReadyForHandling], accepted.Events.Select(happened => happened.To));
        Assert.IsType<GracePeriodEnded>(accepted.Events[1]);
    }

    [Theory]
    [InlineData("decline")]
    [InlineData("withdraw")]
    [InlineData("expiry")]
    public void An_answer_restarts_the_authorization_clock(string answer)
    {
        OrderFacts order = An.Order().AwaitingAuthorization().AskedBy(Side.Customer);
        var late = An.Instant.AddDays(30);

        var after = answer switch
        {
            "decline" => After(order with { Requests = Later(order) }, new Decline(OrderBuilder.RequestId(Side.Customer), "no", ""), Actors.Operator, late),
            "withdraw" => After(order with { Requests = Later(order) }, new Withdraw(OrderBuilder.RequestId(Side.Customer)), Actors.Customer, late),
            _ => Timers.ApplyDue(order with { OutputInvoices = 1, InvoicedValue = 1 }, late, Policy.Default).Facts,
        };

        Assert.Equal(Status.AuthorizeFulfillment, after.Status);
        Assert.Equal(late.AddDays(30), after.StatusDueAt);
        MovesAt(after with { OutputInvoices = 0, InvoicedValue = 0 }, late.AddDays(30), Status.Canceled);
    }

    [Theory]
    [InlineData(Status.PaymentPending, 1)]
    [InlineData(Status.WindowToChangeSeller, 2)]
    public void An_answer_never_cancels_although_the_clock_ran_out_meanwhile(string status, int days)
    {
        OrderFacts order = An.Order().Unpaid().In(status, An.Instant.AddDays(1)).AskedBy(Side.Customer);
        var late = An.Instant.AddDays(3);

        var after = After(order, new Decline(OrderBuilder.RequestId(Side.Customer), "no", ""), Actors.Operator, late);

        Assert.Equal(status, after.Status);
        MovesAt(after, late.AddDays(days), Status.Canceled);
    }

    [Fact]
    public void A_timer_never_cancels_an_order_with_an_Output_invoice()
    {
        var due = Timers.ApplyDue(An.Order().AwaitingAuthorization().PartlyInvoiced(), An.Instant.AddDays(30), Policy.Default);

        Assert.Equal(Status.Handling, due.Facts.Status);
        Assert.Equal(AlertKind.TimerMetInvoices, Assert.Single(due.Alerts));
    }

    [Fact]
    public void Timers_cascade_until_nothing_is_due()
    {
        OrderFacts order = An.Order().Paid().In(Status.PaymentApproved, An.Instant);

        var due = Timers.ApplyDue(order, An.Instant, Policy.Default with { GracePeriod = TimeSpan.Zero });
        var later = Timers.ApplyDue(Timers.ApplyDue(order, An.Instant, Policy.Default).Facts, An.Instant.AddMinutes(30), Policy.Default);

        Assert.Equal(Status.ReadyForHandling, due.Facts.Status);
        Assert.Equal(Status.ReadyForHandling, later.Facts.Status);
    }

    [Fact]
    public void A_change_of_a_setting_moves_no_deadline_that_runs() =>
        Assert.Empty(Timers.ApplyDue(
            An.Order().InWindow(), An.Instant.AddMinutes(29), Policy.Default with { GracePeriod = TimeSpan.FromMinutes(1) }).Events);

    private static System.Collections.Immutable.ImmutableArray<OpenRequest> Later(OrderFacts order) =>
        [.. order.Requests.Select(request => request with { DueAt = request.DueAt.AddDays(9) })];

    private static OrderFacts After(OrderFacts order, OrderCommand command, Actor actor, DateTimeOffset now) =>
        order.ApplyAll(Assert.IsType<Accepted>(Rules.Decide(order, command, actor, now, Policy.Default)).Events, actor, now, "id");

    private static OrderFacts Import(string status, DateTimeOffset createdAt, DateTimeOffset? lastChangeAt = null) => ImportRules.Complete(
        new ImportedState
        {
            Told = An.Order().Unpaid().In(status).With(facts => facts with { CreatedAt = createdAt }),
            LastChangeAt = lastChangeAt ?? createdAt,
        },
        An.Instant,
        Policy.Default);

    private static OrderFacts MovesAt(OrderFacts order, DateTimeOffset deadline, string next)
    {
        var before = Timers.ApplyDue(order, deadline - Tick, Policy.Default);
        var at = Timers.ApplyDue(order, deadline, Policy.Default);

        Assert.Empty(before.Events);
        Assert.Equal(order.Status, before.Facts.Status);
        Assert.Equal(next, at.Facts.Status);
        return at.Facts;
    }

    private static Refusal Code(Decision decision) => Assert.IsType<Refused>(decision).Code;
}
