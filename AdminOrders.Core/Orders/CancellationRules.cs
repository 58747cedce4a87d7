using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>Who may cancel when: one table for each side, and one for what a channel has already done.</summary>
internal static class CancellationRules
{
    /// <summary>The row is chosen by the actor's side; for whom it is asked does not matter here.</summary>
    public static Decision Cancel(Situation at, Cancel command) => WithinLimit(at, at.Actor.Side switch
    {
        Side.Store or Side.System => ByStore(at, command),
        Side.Customer => ByCustomer(at, command),
        Side.Marketplace => ByMarketplace(at, command),
        Side.Seller => BySeller(at, command),
        Side.Payment => ByPayment(at, command),
    });

    /// <summary>It has already happened on the channel: nothing is asked, but a partly invoiced order is put before a person.</summary>
    public static Decision RecordChannel(OrderFacts facts, CancellationCause cause, Side requestedBy, Reason reason) =>
        (facts.Stage, facts.IsPartlyInvoiced) switch
        {
            (Stage.Canceled, _) => FirstResult(facts),
            (Stage.Replaced, _) => Same(Already.NothingNew),
            (Stage.Invoiced, _) => Same(Already.Invoiced) with { Alert = AlertKind.CanceledThereInvoicedHere },
            (Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested or Stage.Unknown, true) =>
                Same(Already.NothingNew) with { Alert = AlertKind.CanceledTherePartlyInvoicedHere },
            (Stage.Ready or Stage.Handling, false) => Canceled(facts, cause, requestedBy, reason) with { Alert = AlertKind.StopPacking },
            (Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Requested or Stage.Unknown, false) =>
                Canceled(facts, cause, requestedBy, reason),
        };

    /// <summary>The owner's way out of an order that was never completed or hangs.</summary>
    public static Decision CancelAsIncomplete(Situation at, CancelAsIncomplete command) => (at.Facts.Stage, at.Facts.IsPartlyInvoiced) switch
    {
        (Stage.Incomplete or Stage.Moving, true) => Refuse(Refusal.PartiallyInvoiced),
        (Stage.Incomplete, false) => Canceled(at.Facts, CancellationCause.Incomplete, at.Actor.Side, command.Reason),
        (Stage.Moving, false) when Stages.MovesOnByItself(at.Facts.Status) => Refuse(Refusal.Moving),
        (Stage.Moving, false) => Canceled(at.Facts, CancellationCause.Incomplete, at.Actor.Side, command.Reason),
        (Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested, _) => Refuse(Refusal.WrongStatus),
        (Stage.Invoiced, _) => Refuse(Refusal.Invoiced),
        (Stage.Canceled, _) => FirstResult(at.Facts),
        (Stage.Replaced, _) => Refuse(Refusal.Replaced),
        (Stage.Unknown, _) => Refuse(Refusal.UnknownStatus),
    };

    /// <summary>The answer that the first cancellation gave.</summary>
    public static Unchanged FirstResult(OrderFacts facts) =>
        Same(Already.Canceled, facts.Cancellation is { } first ? new EarlierAnswer(first.Receipt, first.At) : null);

    /// <summary>Cancel and Confirm are bounded by the value limit of the actor's roles.</summary>
    public static Decision WithinLimit(Situation at, Decision decision) =>
        decision is Accepted && !at.Policy.Reaches(at.Actor, at.Facts.Value, at.Facts.Currency)
            ? Refuse(Refusal.AboveYourLimit) with { WhoMay = at.Policy.RolesThatMayCancel(at.Facts.Value, at.Facts.Currency) }
            : decision;

    private static Decision ByStore(Situation at, Cancel command) => (at.Facts.Stage, at.Facts.IsPartlyInvoiced) switch
    {
        (Stage.Incomplete, _) => Refuse(Refusal.Incomplete),
        (Stage.Moving, _) => Refuse(Refusal.Moving),
        (Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Unknown, true) => Refuse(Refusal.PartiallyInvoiced),
        (Stage.Open, false) => MustAsk(at) || (at.Facts.IsExternalSeller && Stages.IsPaid(at.Facts.Status)) ? Ask(at, command) : Now(at, command),
        (Stage.Window, false) => MustAsk(at) || at.Facts.IsExternalSeller ? Ask(at, command) : Now(at, command),
        (Stage.Ready or Stage.Handling, false) => Ask(at, command),
        (Stage.Requested, _) => AlreadyRequested(at.Facts, command.RequestedBy),
        (Stage.Invoiced, _) => at.Facts.IsReturned ? Now(at, command) : Refuse(Refusal.Invoiced),
        (Stage.Canceled, _) => FirstResult(at.Facts),
        (Stage.Replaced, _) => Refuse(Refusal.Replaced),
        (Stage.Unknown, false) => MayCancelUnknown(at.Actor) ? Ask(at, command) : Refuse(Refusal.UnknownStatus) with { WhoMay = ["OMS - Full access"] },
    };

    private static Decision ByCustomer(Situation at, Cancel command) =>
        at.Policy.CustomerDoor.IsOpenFor(at.Facts) ? ByCustomerAtTheDoor(at, command) : Refuse(Refusal.NotOffered);

    private static Decision ByCustomerAtTheDoor(Situation at, Cancel command) => (at.Facts.Stage, at.Facts.IsPartlyInvoiced) switch
    {
        (Stage.Incomplete, _) => Refuse(Refusal.Incomplete),
        (Stage.Moving, _) => Refuse(Refusal.Moving),
        (Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested, true) => Refuse(Refusal.PartiallyInvoiced),
        (Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested, false) =>
            CustomerCancelsAlone(at) ? Now(at, command) : AskAsCustomer(at, command),
        (Stage.Invoiced, _) => Refuse(Refusal.AskForReturn),
        (Stage.Canceled, _) => FirstResult(at.Facts),
        (Stage.Replaced, _) => Refuse(Refusal.Replaced),
        (Stage.Unknown, _) => Refuse(Refusal.UnknownStatus),
    };

    private static Decision ByMarketplace(Situation at, Cancel command) => (at.Facts.Stage, at.Facts.IsPartlyInvoiced) switch
    {
        (Stage.Incomplete, _) => Refuse(Refusal.Incomplete),
        (Stage.Moving, _) => Refuse(Refusal.Moving),
        (Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested, true) => Refuse(Refusal.PartiallyInvoiced),
        (Stage.Open or Stage.Window, false) => Now(at, command),
        (Stage.Ready or Stage.Handling, false) => at.Facts.IsFulfilledByChannel ? Now(at, command) : Ask(at, command),
        (Stage.Requested, false) => Stages.Of(at.Facts.StatusOutsideRequest) is Stage.Open or Stage.Window ? Now(at, command) : Ask(at, command),
        (Stage.Invoiced, _) => at.Facts.IsReturned ? Now(at, command) : Refuse(Refusal.Invoiced),
        (Stage.Canceled, _) => FirstResult(at.Facts),
        (Stage.Replaced, _) => Refuse(Refusal.Replaced),
        (Stage.Unknown, _) => Refuse(Refusal.UnknownStatus),
    };

    // That the order is an external seller's own is settled before, by side.
    private static Decision BySeller(Situation at, Cancel command) => (at.Facts.Stage, at.Facts.IsPartlyInvoiced) switch
    {
        (Stage.Incomplete, _) => Refuse(Refusal.Incomplete),
        (Stage.Moving, _) => Refuse(Refusal.Moving),
        (Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested, true) => Refuse(Refusal.PartiallyInvoiced),
        (Stage.Open or Stage.Window, false) => Now(at, command),
        (Stage.Ready or Stage.Handling or Stage.Requested, false) => Ask(at, command),
        (Stage.Invoiced, _) => Refuse(Refusal.Invoiced),
        (Stage.Canceled, _) => FirstResult(at.Facts),
        (Stage.Replaced, _) => Refuse(Refusal.Replaced),
        (Stage.Unknown, _) => Refuse(Refusal.UnknownStatus),
    };

    private static Decision ByPayment(Situation at, Cancel command) => (at.Facts.Stage, at.Facts.IsPartlyInvoiced) switch
    {
        (Stage.Incomplete, _) => Refuse(Refusal.Incomplete),
        (Stage.Moving, _) => Refuse(Refusal.Moving),
        (Stage.Open or Stage.Requested, true) => Refuse(Refusal.PartiallyInvoiced),
        (Stage.Open or Stage.Requested, false) => IsOpenAndUnpaid(at.Facts.StatusOutsideRequest) ? Now(at, command) : Refuse(Refusal.WrongStatus),
        (Stage.Window or Stage.Ready or Stage.Handling, _) => Refuse(Refusal.WrongStatus),
        (Stage.Invoiced, _) => Refuse(Refusal.Invoiced),
        (Stage.Canceled, _) => FirstResult(at.Facts),
        (Stage.Replaced, _) => Refuse(Refusal.Replaced),
        (Stage.Unknown, _) => Refuse(Refusal.UnknownStatus),
    };

    // The platform itself is no person who could be joined by a second one.
    private static bool MustAsk(Situation at) => at.Actor.Side is Side.Store && at.NeedsSecondPerson;

    private static bool MayCancelUnknown(Actor actor) => actor.HasFullAccess || actor.Side is Side.System;

    private static bool CustomerCancelsAlone(Situation at)
    {
        var status = at.Facts.StatusOutsideRequest;
        return Stages.Of(status) switch
        {
            Stage.Open => !Stages.IsPaid(status),
            Stage.Window => at.Facts.StatusDueAt is not { } end || at.Now < end,
            Stage.Incomplete or Stage.Moving or Stage.Ready or Stage.Handling or Stage.Requested or Stage.Invoiced or Stage.Canceled
                or Stage.Replaced or Stage.Unknown => false,
        };
    }

    private static bool IsOpenAndUnpaid(string status) => Stages.Of(status) is Stage.Open && !Stages.IsPaid(status);

    private static Decision AskAsCustomer(Situation at, Cancel command)
    {
        var decision = Ask(at, command);
        var tooSoon = at.Facts.CustomerDeclinedAt is { } declined && at.Now < declined + at.Policy.CustomerAsksAgainAfter;
        return decision is Accepted && tooSoon ? Refuse(Refusal.AskedRecently) : decision;
    }

    private static Decision Ask(Situation at, Cancel command) =>
        Ask(at, new CancellationRequested(command.RequestId, command.RequestedBy, command.Reason.LabelId, at.Now + at.Policy.RequestDeadline)
        {
            TellsCustomer = command.RequestedBy is Side.Customer,
            ReasonText = command.Reason.Text,
            Note = command.Note,
        });

    /// <summary>One more side asks, or the same one has already.</summary>
    public static Decision Ask(Situation at, CancellationRequested requested)
    {
        if (at.Facts.Requests.Any(request => request.RequestedBy == requested.RequestedBy))
        {
            return AlreadyRequested(at.Facts, requested.RequestedBy);
        }

        var entered = at.Facts.IsExternalSeller ? Status.WaitingForSellerDecision : Status.CancellationRequested;
        return Accept(requested with { To = at.Facts.Stage is Stage.Requested ? null : entered, TellsSeller = Consequences.IsNewsToSeller(at.Facts, at.Actor.Side) });
    }

    private static Unchanged AlreadyRequested(OrderFacts facts, Side side)
    {
        var first = facts.Requests.FirstOrDefault(request => request.RequestedBy == side) ?? facts.Requests.MinBy(request => request.RequestedAt);
        return Same(Already.Requested, first is null ? null : new EarlierAnswer(first.Receipt, first.RequestedAt));
    }

    private static Accepted Now(Situation at, Cancel command)
    {
        var cause = at.Actor.Side is Side.Payment ? CancellationCause.PaymentFailed : CancellationCause.Direct;
        return Accept(Consequences.Cancel(
            at.Facts,
            new OrderCanceled(cause, command.RequestedBy, null, command.Reason.LabelId) { ReasonText = command.Reason.Text, Note = command.Note },
            at.Actor.Side,
            command.Acknowledged));
    }

    // No seller comes here.
    private static Accepted Canceled(OrderFacts facts, CancellationCause cause, Side requestedBy, Reason reason) =>
        Accept(Consequences.Cancel(facts, new OrderCanceled(cause, requestedBy, null, reason.LabelId) { ReasonText = reason.Text }, Side.System));
}
