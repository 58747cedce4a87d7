using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>How an order goes on: handling, authorization, the grace period, changed items, and what hangs.</summary>
internal static class FulfillmentRules
{
    public static Decision StartHandling(Situation at) => at.Facts.Stage switch
    {
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Handling or Stage.Invoiced or Stage.Replaced or Stage.Unknown =>
            Refuse(Refusal.WrongStatus),
        Stage.Ready => Accept(new HandlingStarted { To = Status.Handling }),
        Stage.Requested => Refuse(Refusal.CancellationPending),
        Stage.Canceled => Refuse(Refusal.Canceled),
    };

    public static Decision AuthorizeFulfillment(Situation at) => at.Facts.Stage switch
    {
        Stage.Requested => Authorize(at, at.Facts.StatusOutsideRequest),
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Invoiced or Stage.Canceled
            or Stage.Replaced or Stage.Unknown => Authorize(at, at.Facts.Status),
    };

    public static Decision EndGracePeriod(Situation at) => at.Facts.Stage switch
    {
        Stage.Window => Accept(new GracePeriodEnded { To = Status.ReadyForHandling }),
        Stage.Requested when Stages.Of(at.Facts.StatusOutsideRequest) is Stage.Window =>
            Accept(new GracePeriodEnded { StatusBefore = Status.ReadyForHandling }),
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Ready or Stage.Handling or Stage.Requested or Stage.Invoiced or Stage.Canceled
            or Stage.Replaced or Stage.Unknown => Refuse(Refusal.WrongStatus),
    };

    /// <summary>Units that are not invoiced are taken out; what remains may then be wholly invoiced.</summary>
    public static Decision ChangeItems(Situation at, ChangeItems command) => (at.Facts.Stage, at.Facts.IsPartlyInvoiced) switch
    {
        (Stage.Open or Stage.Ready or Stage.Handling, _) or (Stage.Unknown, true) => Remove(at, command),
        (Stage.Requested, _) => Refuse(Refusal.CancellationPending),
        (Stage.Incomplete or Stage.Moving or Stage.Window or Stage.Invoiced or Stage.Canceled or Stage.Replaced, _) or (Stage.Unknown, false) =>
            Refuse(Refusal.WrongStatus),
    };

    /// <summary>The last step of an order that hangs, once more.</summary>
    public static Decision TryAgain(Situation at) => at.Facts.Stage switch
    {
        Stage.Moving when at.Facts.StatusDueAt > at.Now => Refuse(Refusal.Moving),
        Stage.Moving => Retry(at),
        Stage.Incomplete or Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested or Stage.Invoiced or Stage.Canceled
            or Stage.Replaced or Stage.Unknown => Refuse(Refusal.WrongStatus),
    };

    /// <summary>Where a paid order goes, and until when it stays there: the store's own into the window, a channel's to its authorization.</summary>
    public static (string Status, DateTimeOffset? DueAt) AfterPayment(OrderFacts facts, DateTimeOffset now, Policy policy) =>
        facts.IsMarketplaceOrder ? (Status.AuthorizeFulfillment, now + policy.AuthorizationDeadline) : Window(now, policy);

    private static (string Status, DateTimeOffset? DueAt) Window(DateTimeOffset now, Policy policy) =>
        policy.GracePeriod > TimeSpan.Zero ? (Status.WindowToCancel, now + policy.GracePeriod) : (Status.ReadyForHandling, null);

    private static Decision Authorize(Situation at, string status) => Stages.Of(status) switch
    {
        Stage.Open when Stages.IsAwaitingAuthorization(status) => Authorized(at),
        Stage.Window => Same(Already.Authorized),
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Ready or Stage.Handling or Stage.Requested or Stage.Invoiced or Stage.Canceled
            or Stage.Replaced or Stage.Unknown => Refuse(Refusal.WrongStatus),
    };

    private static Accepted Authorized(Situation at)
    {
        var (status, dueAt) = Window(at.Now, at.Policy);
        return at.Facts.Stage is Stage.Requested
            ? Accept(new FulfillmentAuthorized { StatusBefore = status, DueAt = dueAt })
            : Accept(new FulfillmentAuthorized { To = status, DueAt = dueAt });
    }

    private static Decision Remove(Situation at, ChangeItems command)
    {
        if (InputRules.CheckItems(at.Facts, command.Removed, item => item.Open) is { } refused)
        {
            return refused;
        }

        // Nothing invoiced and nothing left would be a cancellation in disguise.
        var removed = command.Removed.Sum(line => line.Quantity);
        if (!at.Facts.IsPartlyInvoiced && removed == at.Facts.Items.Sum(item => item.Open))
        {
            return Refuse(Refusal.NothingLeft);
        }

        var value = NewValue(at.Facts, command);
        var changed = new ItemsChanged(command.Removed, value) { Reason = command.Reason, RequestId = command.RequestId };
        var covered = at.Facts.IsPartlyInvoiced && at.Facts.InvoicedValue >= value;
        return Accept(
        [
            changed,
            .. Consequences.FreedByRemoval(at.Facts, command.Removed),
            .. Consequences.RefundOfExcess(at.Facts.Apply(changed, at.Actor, at.Now, "")),
            .. covered ? [new StatusAdvanced { To = Status.Invoiced }] : Array.Empty<OrderEvent>(),
        ]);
    }

    // Discounts lie in the prices of the lines; what is invoiced is never undone by a removal.
    private static long NewValue(OrderFacts facts, ChangeItems command) => Math.Max(
        facts.InvoicedValue,
        facts.Value - command.Removed.Sum(line => line.Quantity * facts.Items.First(item => item.Index == line.ItemIndex).UnitPrice));

    private static Accepted Retry(Situation at)
    {
        if (Timers.MoveOn(at.Facts) is { } step)
        {
            return Accept(step.Events) with { Alert = step.Alert };
        }

        // Its invoices show how far it had come.
        if (at.Facts.IsPartlyInvoiced)
        {
            return Accept(Timers.GoOnAsInvoice(at.Facts));
        }

        if (!at.Facts.IsPaymentRecorded)
        {
            return Accept(new StatusAdvanced { To = at.Facts.Status, DueAt = at.Now + at.Policy.MovingAfter });
        }

        var (status, dueAt) = AfterPayment(at.Facts, at.Now, at.Policy);
        return Accept(new StatusAdvanced { To = Status.PaymentApproved }, new StatusAdvanced { To = status, DueAt = dueAt });
    }
}
