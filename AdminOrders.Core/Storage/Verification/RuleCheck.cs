using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>What the rules promise of every order (the invariants that a store can show).</summary>
internal sealed class RuleCheck(DateTimeOffset now, Policy policy)
{
    // Somebody who may everything: the question is whether there is a way out at all.
    private static readonly Actor Anybody = new(Side.Store, "verification", "")
    {
        HasFullAccess = true,
        Resources =
        [
            Resource.CancelOrder, Resource.ChangeOrderWorkflowStatus, Resource.NotifyInvoice, Resource.NotifyRefund, Resource.NotifyPayment,
            Resource.ChangeOrder, Resource.ViewOrder, Resource.CancelIncomplete,
        ],
    };

    public Policy Policy => policy;

    public IEnumerable<Finding> Of(VerifiedOrder order, OrderFold? fold) =>
        [.. Status(order), .. fold is null ? [] : Moves(order, fold), .. Requested(order), .. Canceled(order), .. WayOut(order)];

    private static IEnumerable<Finding> Status(VerifiedOrder order)
    {
        if (order.History is [.., var last] && last.Status != order.Row.Status)
        {
            yield return order.Broken(Invariant.StatusOfLastEvent, last.Status, order.Row.Status);
        }
    }

    private static IEnumerable<Finding> Moves(VerifiedOrder order, OrderFold fold)
    {
        var before = "";
        for (var at = 0; at < fold.Events.Count; at++)
        {
            var traced = fold.Events[at];
            var expected = traced.Event.To ?? before;
            if (traced.Row.Status != expected)
            {
                yield return order.Broken(Invariant.StatusOfEvent, traced.Name, expected, traced.Row.Status);
            }

            if (before == Orders.Status.Canceled && (traced.Row.Status != before || MovesCanceled(traced.Event)))
            {
                yield return order.Broken(Invariant.CanceledIsFinal, traced.Name, before, $"{traced.Row.Kind}: {traced.Row.Status}");
            }

            if (traced.Event is OrderCanceled && Against(order, fold, at, before) is { } broken)
            {
                yield return broken;
            }

            before = traced.Row.Status;
        }
    }

    // What may still happen to a canceled order: money and stock that follow from it, payments, documents, comments.
    private static bool MovesCanceled(OrderEvent happened) => happened.To is not null || happened is
        CancellationRequested or CancellationDeclined or CancellationWithdrawn or InvoiceRecorded or ReturnInvoiceRecorded or ItemsChanged or HandlingStarted;

    private static Finding? Against(VerifiedOrder order, OrderFold fold, int at, string before)
    {
        var (output, returned) = InvoicesBefore(order, fold, at);
        var name = fold.Events[at].Name;
        return before switch
        {
            Orders.Status.Invoiced when !returned => order.Broken(Invariant.CanceledWithoutReturn, name, "Input >= Output", "Input < Output"),
            not Orders.Status.Invoiced when output > 0 => order.Broken(Invariant.CanceledPartlyInvoiced, name, 0, output),
            _ => null,
        };
    }

    // Which document brought an invoice is not in the history: where one came in later, every beginning of the imported ones is possible.
    private static (int Output, bool IsReturned) InvoicesBefore(VerifiedOrder order, OrderFold fold, int at)
    {
        var here = OrderFold.RecordedHere(fold.Events);
        var before = OrderFold.RecordedHere(fold.Events.Take(at));
        var told = order.Invoices.Where(invoice => !here.Contains((invoice.Type, invoice.Number))).ToArray();
        var sums = order.Invoices.Where(invoice => before.Contains((invoice.Type, invoice.Number))).Aggregate(new InvoiceTotals(0, 0, 0, 0), (sum, invoice) => sum.With(invoice));
        if (!fold.ImportsAfter(at))
        {
            sums = told.Aggregate(sums, (sum, invoice) => sum.With(invoice));
            return (sums.Outputs, sums.IsReturned);
        }

        var (fewest, isReturned) = (sums.Outputs, sums.IsReturned);
        foreach (var invoice in told)
        {
            sums = sums.With(invoice);
            isReturned |= sums.IsReturned;
        }

        return (fewest, isReturned);
    }

    private static IEnumerable<Finding> Requested(VerifiedOrder order)
    {
        var open = order.Requests.Count(request => request.State is RequestState.Open);
        var isRequested = Stages.Of(order.Row.Status) is Stage.Requested;
        if (isRequested != open > 0)
        {
            yield return order.Broken(Invariant.RequestedHasRequest, isRequested ? "> 0" : "0", open);
        }

        if (isRequested != order.Row.StatusBefore is not null)
        {
            yield return order.Broken(Invariant.RequestedHasRequest, order.Row.Status, order.Row.StatusBefore);
        }
    }

    private static IEnumerable<Finding> Canceled(VerifiedOrder order)
    {
        if (Stages.Of(order.Row.Status) is not Stage.Canceled)
        {
            yield break;
        }

        foreach (var kept in order.Reservations.Where(kept => kept.Reserved != kept.Released + kept.Consumed || kept.State is not ReservationState.Closed))
        {
            yield return order.Broken(Invariant.CanceledHoldsNothing, $"Reservations {kept.ReservationId}", 0, kept.Reserved - kept.Released - kept.Consumed);
        }

        foreach (var open in order.Requests.Where(request => request.State is RequestState.Open))
        {
            yield return order.Broken(Invariant.CanceledHoldsNothing, $"CancellationRequests {open.RequestId}", null, open.State);
        }
    }

    // What a channel fulfills goes on as the channel says.
    private IEnumerable<Finding> WayOut(VerifiedOrder order)
    {
        var facts = order.Facts();
        if (facts.IsFulfilledByChannel || facts.Stage is Stage.Canceled or Stage.Replaced || facts is { Stage: Stage.Invoiced, IsReturned: false })
        {
            yield break;
        }

        var waits = facts.Stage is Stage.Moving && facts.StatusDueAt > now;
        if (!waits && Timers.NextDue(facts) is null && !Enum.GetValues<CommandKind>().Any(kind => Leaves(facts, kind)))
        {
            yield return order.Broken(Invariant.WayOut, "-", order.Row.Status);
        }
    }

    private bool Leaves(OrderFacts facts, CommandKind kind) =>
        Eligibility.Of(kind, facts, Anybody, now, policy).Decision is Accepted accepted
        && accepted.Events.Any(happened => happened.To is { } to && to != facts.Status);
}

/// <summary>Invoices counted and summed one after the other.</summary>
internal sealed record InvoiceTotals(int Outputs, int Inputs, long OutputValue, long InputValue)
{
    public bool IsReturned => Inputs > 0 && InputValue >= OutputValue;

    public InvoiceTotals With(InvoiceRow invoice) => invoice.Type is InvoiceType.Output
        ? this with { Outputs = Outputs + 1, OutputValue = OutputValue + invoice.Value }
        : this with { Inputs = Inputs + 1, InputValue = InputValue + invoice.Value };
}
