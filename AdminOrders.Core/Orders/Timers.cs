using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>What the timers that are due have written: the events in their order, the facts after them, and what a person must look at.</summary>
public sealed record DueTimers(ImmutableArray<OrderEvent> Events, OrderFacts Facts, ImmutableArray<AlertKind> Alerts);

/// <summary>What moves by time alone, with the system as actor.</summary>
public static class Timers
{
    /// <summary>One step of a timer.</summary>
    internal sealed record Step(ImmutableArray<OrderEvent> Events, AlertKind? Alert = null);

    /// <summary>
    /// Everything that is due at <paramref name="now"/>, until nothing is: at the instant a deadline is over. The facts carry no receipts
    /// of what is new; who stores the events folds them again with the ids of their history rows (<see cref="Evolution.Apply"/>).
    /// </summary>
    public static DueTimers ApplyDue(OrderFacts facts, DateTimeOffset now, Policy policy)
    {
        var events = ImmutableArray.CreateBuilder<OrderEvent>();
        var alerts = ImmutableArray.CreateBuilder<AlertKind>();
        while (Next(facts, now, policy) is { } step)
        {
            events.AddRange(step.Events);
            facts = step.Events.Aggregate(facts, (before, happened) => before.Apply(happened, Actor.System, now, ""));
            if (step.Alert is { } alert)
            {
                alerts.Add(alert);
            }
        }

        return new(events.ToImmutable(), facts, alerts.ToImmutable());
    }

    /// <summary>When the next timer of the order is due; null: none runs. Overdue work that waits for a person counts as none.</summary>
    public static DateTimeOffset? NextDue(OrderFacts facts) => facts.Stage switch
    {
        Stage.Requested => facts.RequestDueAt,
        Stage.Moving when !Stages.MovesOnByItself(facts.Status) => null,
        Stage.Open when !HasClock(facts.Status) => null,
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window => facts.StatusDueAt,
        Stage.Ready or Stage.Handling or Stage.Invoiced or Stage.Canceled or Stage.Replaced or Stage.Unknown => null,
    };

    /// <summary>Whether the order hangs between two statuses and waits for a person (<see cref="TryAgain"/>, <see cref="CancelAsIncomplete"/>).</summary>
    public static bool IsUnfinished(OrderFacts facts, DateTimeOffset now) =>
        facts.Stage is Stage.Moving && !Stages.MovesOnByItself(facts.Status) && facts.StatusDueAt <= now;

    /// <summary>Accepts the answer to a request, then lets the status's own timer fire that waited for it.</summary>
    internal static Accepted AcceptAndSettle(Situation at, OrderEvent answer)
    {
        var due = ApplyDue(at.Facts.Apply(answer, at.Actor, at.Now, ""), at.Now, at.Policy);
        return new Accepted([answer, .. due.Events]) { Alert = due.Alerts.IsEmpty ? null : due.Alerts[0] };
    }

    /// <summary>
    /// When the status's own timer is due after the last request has closed. The authorization clock starts again, and a clock
    /// that ran out meanwhile and would cancel gets new time: an answer to a request never cancels.
    /// </summary>
    internal static DateTimeOffset? Rearmed(OrderFacts facts, DateTimeOffset now, Policy policy)
    {
        var status = facts.StatusOutsideRequest;
        if (Stages.IsAwaitingAuthorization(status))
        {
            return now + policy.AuthorizationDeadline;
        }

        var isOver = facts.StatusDueAt <= now;
        return Stages.Of(status) switch
        {
            Stage.Open when isOver && status == Status.WindowToChangeSeller => now + policy.SellerChangeWindow,
            Stage.Open when isOver && !Stages.IsPaid(status) => now + policy.AnswerGrace,
            Stage.Open or Stage.Window => facts.StatusDueAt,
            Stage.Incomplete or Stage.Moving or Stage.Ready or Stage.Handling or Stage.Requested or Stage.Invoiced or Stage.Canceled
                or Stage.Replaced or Stage.Unknown => null,
        };
    }

    /// <summary>What a moving order does by itself; null: it waits for a person.</summary>
    internal static Step? MoveOn(OrderFacts facts) => facts.Status switch
    {
        Status.StartHandling => new([new HandlingStarted { To = Status.Handling }]),
        var status when Stages.IsInvoicing(status) => new([GoOnAsInvoice(facts)]),
        var status when Stages.IsCanceling(status) => CancelUnlessInvoiced(facts, CancellationCause.Deadline, Side.System),
        _ => null,
    };

    /// <summary>Invoiced where the invoices cover the value, else the warehouse still has something to send.</summary>
    internal static StatusAdvanced GoOnAsInvoice(OrderFacts facts) =>
        new() { To = facts.IsCoveredByInvoices ? Status.Invoiced : Status.Handling };

    private static bool HasClock(string status) =>
        !Stages.IsPaid(status) || Stages.IsAwaitingAuthorization(status) || status is Status.PaymentApproved or Status.WindowToChangeSeller;

    private static Step? Next(OrderFacts facts, DateTimeOffset now, Policy policy) =>
        NextDue(facts) is { } due && due <= now ? Fire(facts, now, policy) : null;

    private static Step? Fire(OrderFacts facts, DateTimeOffset now, Policy policy) => facts.Stage switch
    {
        Stage.Incomplete => CancelUnlessInvoiced(facts, CancellationCause.Deadline, Side.System),
        Stage.Moving => MoveOn(facts),
        Stage.Open => FireOpen(facts, now, policy),
        Stage.Window => new([new GracePeriodEnded { To = Status.ReadyForHandling }]),
        Stage.Requested => FireRequested(facts, now, policy),
        Stage.Ready or Stage.Handling or Stage.Invoiced or Stage.Canceled or Stage.Replaced or Stage.Unknown => null,
    };

    private static Step FireOpen(OrderFacts facts, DateTimeOffset now, Policy policy) => facts.Status switch
    {
        Status.PaymentApproved => new([Advanced(FulfillmentRules.AfterPayment(facts, now, policy))]),
        var status when !Stages.IsPaid(status) => CancelUnlessInvoiced(facts, CancellationCause.PaymentFailed, Side.Payment),
        _ => CancelUnlessInvoiced(facts, CancellationCause.Deadline, Side.System),
    };

    private static Step FireRequested(OrderFacts facts, DateTimeOffset now, Policy policy)
    {
        var due = facts.Requests.Where(request => request.DueAt <= now).OrderBy(request => request.DueAt).ToImmutableArray();
        if (!facts.IsPartlyInvoiced)
        {
            var reason = due[0].Reason;
            var canceled = new OrderCanceled(CancellationCause.Deadline, Side.System, null, reason.LabelId) { ReasonText = reason.Text };
            return new(Consequences.Cancel(facts, canceled, Side.System));
        }

        var last = due.Length == facts.Requests.Length;
        return new(
            [
                new CancellationRequestsExpired([.. due.Select(request => request.Id)])
                {
                    To = last ? facts.StatusOutsideRequest : null,
                    DueAt = last ? Rearmed(facts, now, policy) : null,
                },
            ],
            AlertKind.TimerMetInvoices);
    }

    // A timer never cancels an order with an Output invoice.
    private static Step CancelUnlessInvoiced(OrderFacts facts, CancellationCause cause, Side requestedBy) => facts.IsPartlyInvoiced
        ? new([GoOnAsInvoice(facts)], AlertKind.TimerMetInvoices)
        : new(Consequences.Cancel(facts, new OrderCanceled(cause, requestedBy, null, null), Side.System));

    private static StatusAdvanced Advanced((string Status, DateTimeOffset? DueAt) next) => new() { To = next.Status, DueAt = next.DueAt };
}
