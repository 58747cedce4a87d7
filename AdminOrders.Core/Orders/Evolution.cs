using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>What an event makes of the facts. Storage writes the difference.</summary>
public static class Evolution
{
    /// <summary>
    /// The facts after the event. <paramref name="historyId"/> is the id of the event's history row (32 hex digits): the receipt of
    /// what it establishes; "" where only the outcome matters. The version moves with everything that rules see.
    /// </summary>
    public static OrderFacts Apply(this OrderFacts facts, OrderEvent happened, Actor actor, DateTimeOffset at, string historyId) =>
        happened switch
        {
            CommentAdded or TrackingAdded or DeliveryRecorded or EffectRetried { Claims: null } or EffectDoneByHand { Settled: null, Dropped: null }
                or MoneyRefused { Debt.Kind: not DebtKind.Capture } => facts,
            RequestTaken => facts with { Assignee = new(actor.Id, actor.Name) },
            RequestHandedOver handedOver => facts with { Assignee = handedOver.Assignee },
            RequestReleased => facts with { Assignee = null },
            _ => Seen(facts, Change(facts, happened, actor, at, historyId)),
        };

    /// <summary>The facts after all events of one decision.</summary>
    public static OrderFacts ApplyAll(this OrderFacts facts, IEnumerable<OrderEvent> happened, Actor actor, DateTimeOffset at, string historyId) =>
        happened.Aggregate(facts, (before, next) => before.Apply(next, actor, at, historyId));

    private static OrderFacts Seen(OrderFacts before, OrderFacts after) => after with
    {
        Version = before.Version + 1,
        Assignee = AssignmentRules.After(before, after),
    };

    private static OrderFacts Change(OrderFacts facts, OrderEvent happened, Actor actor, DateTimeOffset at, string historyId) => happened switch
    {
        OrderImported imported => ImportEvolution.Begin(facts, imported, historyId),
        ImportedStateRecorded imported => ImportEvolution.Take(facts, imported, historyId),
        CancellationRequested requested => Request(facts, requested, actor, at, historyId),
        CancellationDeclined declined => Close(facts, declined.RequestIds, declined.To, declined.DueAt, declined.CustomerAsked ? at : null),
        CancellationWithdrawn withdrawn => Close(facts, [withdrawn.RequestId], withdrawn.To, withdrawn.DueAt, null),
        RequestsDeclinedByInvoice closed => Close(facts, closed.RequestIds, closed.To, null, closed.CustomerAsked ? at : null),
        CancellationRequestsExpired expired => Close(facts, expired.RequestIds, expired.To, expired.DueAt, null),
        OrderCanceled canceled => Cancel(facts, canceled, actor, at, historyId),
        StockReleased released => facts with { Reservations = Parts.Release(facts.Reservations, released) },
        MoneyOwed owed => facts with { Payments = Parts.Owe(facts.Payments, owed) },
        EffectRetried { Claims: { } claim } => facts with { Payments = Parts.Owe(facts.Payments, claim) },
        EffectDoneByHand { Settled: { Kind: DebtKind.Capture } claim } done => facts with { Payments = Parts.Capture(facts.Payments, claim, done.WasClaimed is true) },
        MoneyCaptured captured => facts with { Payments = Parts.Capture(facts.Payments, captured.Claim, captured.WasClaimed) },
        MoneyRefused refused => facts with { Payments = Parts.LetGo(facts.Payments, refused.Debt) },
        EffectDoneByHand { Dropped: { } dropped } => facts with { Payments = Parts.Drop(facts.Payments, dropped) },
        EffectDoneByHand { Settled: { } settled } => facts with { Payments = Parts.Settle(facts.Payments, settled) },
        MoneyReturned returned => facts with { Payments = Parts.Settle(facts.Payments, returned.Settled) },
        PaymentFoundCaptured found => facts with { Payments = Parts.FindCaptured(facts.Payments, found.Instead) },
        InvoiceRecorded invoice => Invoice(facts, invoice),
        ReturnInvoiceRecorded returned => Return(facts, returned),
        ItemsChanged changed => facts with { Items = Parts.Remove(facts.Items, changed.Removed), Value = changed.Value },
        PaymentApproved approved => Pay(facts, approved),
        CapturesCounted counted => facts with { Payments = counted.Captures.Aggregate(facts.Payments, Parts.Count) },
        FulfillmentAuthorized authorized => Advance(facts with { Reservations = Parts.Confirm(facts.Reservations) }, authorized.StatusBefore, authorized.To, authorized.DueAt),
        GracePeriodEnded ended => Advance(facts, ended.StatusBefore, ended.To, null),
        StatusAdvanced advanced => Move(facts, advanced.To, advanced.DueAt),
        HandlingStarted started => Move(facts, started.To, null),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "An event that nobody folds."),
    };

    private static OrderFacts Request(OrderFacts facts, CancellationRequested requested, Actor actor, DateTimeOffset at, string historyId)
    {
        var reason = new Reason(requested.ReasonLabelId, requested.ReasonText);
        var request = new OpenRequest(
            requested.RequestId, requested.RequestedBy, actor.Id, actor.Side, actor.PersonBehind, at, requested.DueAt, reason, historyId);
        var asked = facts with { Requests = facts.Requests.Add(request) };

        // The status's own clock is kept: it waits until the last request has closed.
        return requested.To is { } to ? asked with { Status = to, StatusBefore = facts.Status, IsMovedHere = true } : asked;
    }

    private static OrderFacts Close(OrderFacts facts, ImmutableArray<string> ids, string? to, DateTimeOffset? dueAt, DateTimeOffset? customerDeclinedAt)
    {
        var closed = facts with
        {
            Requests = facts.Requests.RemoveAll(request => ids.Contains(request.Id, StringComparer.Ordinal)),
            CustomerDeclinedAt = customerDeclinedAt ?? facts.CustomerDeclinedAt,
        };
        return Move(closed, to, dueAt);
    }

    private static OrderFacts Cancel(OrderFacts facts, OrderCanceled canceled, Actor actor, DateTimeOffset at, string historyId)
    {
        var reason = new Reason(canceled.ReasonLabelId, canceled.ReasonText);
        return Move(facts, Status.Canceled, null) with
        {
            Requests = [],
            Reservations = Parts.CloseEmpty(facts.Reservations),
            Cancellation = new Cancellation(at, canceled.RequestedBy, actor.Id, canceled.RequestId, reason, historyId),
        };
    }

    private static OrderFacts Invoice(OrderFacts facts, InvoiceRecorded recorded)
    {
        var data = recorded.Data;
        return Move(
            facts with
            {
                Invoices = facts.Invoices.Add(new InvoiceFact(data.Number, InvoiceType.Output, data.Value)),
                OutputInvoices = facts.OutputInvoices + 1,
                InvoicedValue = facts.InvoicedValue + data.Value,
                Items = Parts.Invoice(facts.Items, data.Items),
                Reservations = Parts.Consume(facts.Reservations, data.Items),
            },
            recorded.To,
            null);
    }

    private static OrderFacts Return(OrderFacts facts, ReturnInvoiceRecorded recorded) => facts with
    {
        Invoices = facts.Invoices.Add(new InvoiceFact(recorded.Data.Number, InvoiceType.Input, recorded.Data.Value)),
        InputInvoices = facts.InputInvoices + 1,
        ReturnedValue = facts.ReturnedValue + recorded.Data.Value,
        Items = Parts.Return(facts.Items, recorded.Data.Items),
    };

    private static OrderFacts Pay(OrderFacts facts, PaymentApproved approved)
    {
        var payments = Parts.Approve(facts.Payments, approved.PaymentIds);
        var complete = payments.All(payment => payment.State is not PaymentState.Pending);
        var paid = facts with
        {
            Payments = payments,
            IsPaymentRecorded = complete,
            Reservations = complete ? Parts.Confirm(facts.Reservations) : facts.Reservations,
        };
        return Advance(paid, approved.StatusBefore, approved.To, approved.DueAt);
    }

    // While requested it is the status before that goes on.
    private static OrderFacts Advance(OrderFacts facts, string? statusBefore, string? to, DateTimeOffset? dueAt) =>
        statusBefore is null ? Move(facts, to, dueAt) : facts with { StatusBefore = statusBefore, StatusDueAt = dueAt, IsMovedHere = true };

    private static OrderFacts Move(OrderFacts facts, string? to, DateTimeOffset? dueAt) => to is null ? facts : facts with
    {
        Status = to,
        StatusBefore = null,
        StatusDueAt = dueAt,
        IsMovedHere = facts.IsMovedHere || to != facts.Status,
        Items = Parts.OnEntering(to, facts.Items),
        Reservations = Parts.OnEntering(to, facts.Reservations),
    };
}
