using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Orders;

/// <summary>What is true after every event, after every commit, and of every preview.</summary>
internal static class Invariants
{
    public static void OneEvent(OrderFacts before, OrderEvent happened, OrderFacts after)
    {
        Assert.Equal(happened.To ?? before.Status, after.Status);
        Assert.Equal(before.Version + (happened is CommentAdded or TrackingAdded or DeliveryRecorded or RequestTaken or RequestHandedOver or RequestReleased or EffectRetried { Claims: null } or EffectDoneByHand { Settled: null, Dropped: null } or MoneyRefused { Debt.Kind: not DebtKind.Capture } ? 0 : 1), after.Version);
        if (before.Stage is Stage.Canceled)
        {
            Assert.Equal(Stage.Canceled, after.Stage);
            Assert.Equal(before.Cancellation, after.Cancellation);
        }

        if (happened is OrderCanceled)
        {
            Assert.False(before.IsPartlyInvoiced, "a partly invoiced order was canceled");
            Assert.True(before.Stage is not Stage.Invoiced || before.IsReturned, "an invoiced order was canceled without a return");
        }
    }

    public static void AtRest(OrderFacts facts)
    {
        Assert.Equal(facts.Stage is Stage.Requested, !facts.Requests.IsEmpty);
        Assert.Equal(facts.Stage is Stage.Requested, facts.StatusBefore is not null);
        Assert.True(facts.Assignee is null || !facts.Requests.IsEmpty, "somebody has requests that are closed");
        Assert.Equal(facts.Requests.Length, facts.Requests.Select(request => request.RequestedBy).Distinct().Count());
        Assert.All(facts.Reservations, reservation => Assert.InRange(reservation.Released + reservation.Consumed, 0, reservation.Reserved));
        Assert.All(facts.Items, item => Assert.InRange(item.Open, 0, item.Quantity));
        Assert.All(facts.Payments, payment => Assert.InRange(payment.Refunded + payment.Owed, 0, Math.Max(payment.Value, payment.Captured)));
        Assert.All(facts.Payments, payment => Assert.InRange(payment.Claimed, 0, Math.Max(0, payment.Value - payment.Captured)));
        if (facts.Stage is Stage.Canceled)
        {
            Assert.NotNull(facts.Cancellation);
            Assert.Empty(Consequences.OwedAfterCancellation(facts.Cancellation.By, facts.Payments));
            Assert.All(facts.Reservations, reservation => Assert.Equal(0, reservation.Held));
        }
    }

    /// <summary>The preview was made on facts of its own; the result is the one on record.</summary>
    public static void PreviewEqualsResult(Preview preview, Preview result, OrderFacts before, OrderFacts after, Decision decision)
    {
        Assert.Equal(preview.Fingerprint, result.Fingerprint);
        Assert.Equal(preview.To, after.Status);
        Assert.Equal(decision is Accepted, preview is { Refused: null, Unchanged: null });
        Assert.Equal(preview.Freed.Sum(freed => freed.Units), Released(after) - Released(before));
        Assert.Equal(preview.Owed.Sum(owed => owed.Amount), Owed(after) - Owed(before));
        Assert.Equal(
            preview.ClosedRequests,
            before.Requests.Where(request => after.Requests.All(open => open.Id != request.Id)).Select(request => request.RequestedBy));
        if (decision is not Accepted)
        {
            Assert.Same(before, after);
        }
    }

    public static void AnsweringNeverCancels(OrderCommand command, Decision decision)
    {
        if (command is Decline or Withdraw && decision is Accepted accepted)
        {
            Assert.DoesNotContain(accepted.Events, happened => happened is OrderCanceled);
        }
    }

    /// <summary>Every order that is not over has a timer or a command that moves it.</summary>
    public static void SomethingLeaves(OrderFacts facts, DateTimeOffset now, Policy policy)
    {
        if (facts.Stage is Stage.Canceled or Stage.Replaced || facts is { Stage: Stage.Invoiced, IsReturned: false })
        {
            return;
        }

        Actor[] actors = [Actors.Owner, Actors.OtherOperator, Actors.Marketplace, Actors.Customer];
        var leaves = Timers.NextDue(facts) is not null || actors.Any(actor => Eligibility.All(facts, actor, now, policy)
            .Any(row => row.Decision is Accepted accepted && accepted.Events.Any(happened => happened.To is { } to && to != facts.Status)));
        var mayTryAgainLater = facts.Stage is Stage.Moving && facts.StatusDueAt > now;
        Assert.True(leaves || mayTryAgainLater, $"nothing leaves {facts.Status}");
    }

    private static int Released(OrderFacts facts) => facts.Reservations.Sum(reservation => reservation.Released);

    private static long Owed(OrderFacts facts) => facts.Payments.Sum(payment => payment.Owed);
}
