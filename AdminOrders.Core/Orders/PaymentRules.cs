using System.Collections.Immutable;
using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>A payment is recorded in every stage; what it moves depends on the stage.</summary>
internal static class PaymentRules
{
    public static Decision Approve(Situation at, ApprovePayment command)
    {
        if (command.PaymentId is { } id && at.Facts.Payments.All(payment => payment.Id != id))
        {
            return RefuseField("paymentId");
        }

        var approved = Approved(at.Facts, command);
        return at.Facts.Stage switch
        {
            Stage.Incomplete or Stage.Moving or Stage.Canceled or Stage.Replaced or Stage.Unknown => Record(at.Facts, approved),
            Stage.Open => Stages.IsPaid(at.Facts.Status) ? RecordOnPaid(at.Facts, approved) : Advance(at, approved),
            Stage.Window or Stage.Ready or Stage.Handling or Stage.Invoiced => RecordOnPaid(at.Facts, approved),
            Stage.Requested => WhileRequested(at, approved),
        };
    }

    // Named: that payment. Not named: what waits, else what was denied and is now paid after all.
    private static ImmutableArray<PaymentFact> Approved(OrderFacts facts, ApprovePayment command)
    {
        if (command.PaymentId is { } id)
        {
            return [.. facts.Payments.Where(payment => payment.Id == id && payment.State is (PaymentState.Pending or PaymentState.Denied))];
        }

        ImmutableArray<PaymentFact> pending = [.. facts.Payments.Where(payment => payment.State is PaymentState.Pending)];
        return pending.IsEmpty ? [.. facts.Payments.Where(payment => payment.State is PaymentState.Denied)] : pending;
    }

    private static PaymentApproved Event(ImmutableArray<PaymentFact> approved) => new([.. approved.Select(payment => payment.Id)]);

    private static Accepted Recorded(OrderFacts facts, ImmutableArray<PaymentFact> approved) => Accept([Event(approved), .. Consequences.ArrivedWith(facts, approved)]);

    private static Decision Record(OrderFacts facts, ImmutableArray<PaymentFact> approved) =>
        IsRecorded(facts, approved) ? Same(Already.Recorded) : Recorded(facts, approved);

    private static Decision RecordOnPaid(OrderFacts facts, ImmutableArray<PaymentFact> approved) =>
        approved.IsEmpty ? Same(Already.Paid) : Recorded(facts, approved);

    private static Decision Advance(Situation at, ImmutableArray<PaymentFact> approved)
    {
        if (OthersWait(at.Facts, approved))
        {
            return approved.IsEmpty ? Same(Already.Recorded) : Recorded(at.Facts, approved);
        }

        var (status, dueAt) = FulfillmentRules.AfterPayment(at.Facts, at.Now, at.Policy);
        return Accept([Event(approved) with { To = Status.PaymentApproved }, .. Consequences.ArrivedWith(at.Facts, approved), new StatusAdvanced { To = status, DueAt = dueAt }]);
    }

    private static Decision WhileRequested(Situation at, ImmutableArray<PaymentFact> approved)
    {
        var before = at.Facts.StatusOutsideRequest;
        if (Stages.Of(before) is Stage.Unknown)
        {
            return Record(at.Facts, approved);
        }

        if (Stages.IsPaid(before))
        {
            return RecordOnPaid(at.Facts, approved);
        }

        if (OthersWait(at.Facts, approved))
        {
            return approved.IsEmpty ? Same(Already.Recorded) : Recorded(at.Facts, approved);
        }

        var (status, dueAt) = FulfillmentRules.AfterPayment(at.Facts, at.Now, at.Policy);
        return Accept([Event(approved) with { StatusBefore = status, DueAt = dueAt }, .. Consequences.ArrivedWith(at.Facts, approved)]);
    }

    private static bool IsRecorded(OrderFacts facts, ImmutableArray<PaymentFact> approved) =>
        approved.IsEmpty && (facts.IsPaymentRecorded || OthersWait(facts, approved));

    private static bool OthersWait(OrderFacts facts, ImmutableArray<PaymentFact> approved) =>
        facts.Payments.Any(payment => payment.State is PaymentState.Pending && !approved.Contains(payment));
}
