using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>What stands in the order's row and its requests is what the history makes of them.</summary>
internal static class StateCheck
{
    public static IEnumerable<Finding> Of(VerifiedOrder order, OrderFold fold) =>
        [.. State(order, fold), .. Cancellation(order, fold), .. Requests(order, fold), .. OpenRequests(order)];

    private static IEnumerable<Finding> State(VerifiedOrder order, OrderFold fold)
    {
        var (row, facts) = (order.Row, fold.Facts);
        if (row.Version != facts.Version)
        {
            yield return order.Broken(Invariant.StateFolded, "Orders Version", facts.Version, row.Version);
        }

        if (facts.StatusBefore != OrderFold.ToldStatus && row.StatusBefore != facts.StatusBefore)
        {
            yield return order.Broken(Invariant.StateFolded, "Orders StatusBefore", facts.StatusBefore, row.StatusBefore);
        }

        if (facts.StatusDueAt != OrderFold.ToldInstant && row.StatusDueAt != Ticks.Of(facts.StatusDueAt))
        {
            yield return order.Broken(Invariant.StateFolded, "Orders StatusDueAt", Ticks.Of(facts.StatusDueAt), row.StatusDueAt);
        }

        if ((row.AssigneeId, row.AssigneeName) != (facts.Assignee?.Id, facts.Assignee?.Name))
        {
            yield return order.Broken(Invariant.StateFolded, "Orders AssigneeId", facts.Assignee?.Id, row.AssigneeId);
        }

        if (row.IsMovedHere != facts.IsMovedHere)
        {
            yield return order.Broken(Invariant.StateFolded, "Orders IsMovedHere", facts.IsMovedHere, row.IsMovedHere);
        }

        if (row.CustomerDeclinedAt != Ticks.Of(facts.CustomerDeclinedAt))
        {
            yield return order.Broken(Invariant.StateFolded, "Orders CustomerDeclinedAt", Ticks.Of(facts.CustomerDeclinedAt), row.CustomerDeclinedAt);
        }

        if (fold.Events.Select(traced => traced.Event).OfType<ItemsChanged>().LastOrDefault() is { } changed && row.Value != changed.Value)
        {
            yield return order.Broken(Invariant.StateFolded, "Orders Value", changed.Value, row.Value);
        }
    }

    // An order that came in canceled has its cancellation from the document: the import is its receipt.
    private static IEnumerable<Finding> Cancellation(VerifiedOrder order, OrderFold fold)
    {
        var row = order.Row;
        if (fold.Facts.Cancellation is { } canceled)
        {
            var expected = (canceled.Receipt, canceled.At.UtcTicks, (Side?)canceled.RequestedBy, canceled.By, canceled.RequestId, canceled.Reason.LabelId);
            var found = (row.CancelReceipt, row.CanceledAt, row.CanceledFor, row.CanceledById, row.CancelRequestId, row.CancelReasonLabelId);
            if (expected != found)
            {
                yield return order.Broken(Invariant.CancellationKept, expected, found);
            }

            yield break;
        }

        var (receipt, isCanceled) = row.Status == Orders.Status.Canceled ? (fold.Events[0].Row.HistoryId, true) : (null, false);
        var told = (row.CancelReceipt, row.CanceledAt is not null, row.CanceledFor is not null, row.CanceledById is not null);
        if (told != (receipt, isCanceled, isCanceled, isCanceled))
        {
            yield return order.Broken(Invariant.CancellationKept, (receipt, isCanceled, isCanceled, isCanceled), told);
        }
    }

    private static IEnumerable<Finding> Requests(VerifiedOrder order, OrderFold fold)
    {
        var open = fold.Facts.Requests.DistinctBy(request => request.Id, StringComparer.Ordinal).ToDictionary(request => request.Id, StringComparer.Ordinal);
        foreach (var row in order.Requests)
        {
            var name = $"CancellationRequests {row.RequestId}";
            var isOpen = open.Remove(row.RequestId, out var request);
            if (isOpen != row.State is RequestState.Open)
            {
                yield return order.Broken(Invariant.RequestRows, name, isOpen ? RequestState.Open : RequestState.Closed, row.State);
            }
            else if (isOpen && Told(request!) is var expected && Told(VerifiedOrder.Open(row)) is var found && expected != found)
            {
                yield return order.Broken(Invariant.RequestRows, name, expected, found);
            }
            else if (order.History.All(entry => entry.HistoryId != row.Receipt)
                || (row.ClosedByHistoryId is not null) == isOpen
                || (row.ClosedByHistoryId is { } closed && order.History.All(entry => entry.HistoryId != closed)))
            {
                yield return order.Broken(Invariant.RequestRows, name, "History", row.ClosedByHistoryId ?? row.Receipt);
            }
        }

        foreach (var (id, request) in open)
        {
            yield return order.Broken(Invariant.RequestRows, $"CancellationRequests {id}", request.Receipt, null);
        }
    }

    private static (string, Side, string, Side, long, long, int?) Told(OpenRequest request) => (
        request.Receipt, request.RequestedBy, request.EnteredBy, request.EnteredBySide, request.RequestedAt.UtcTicks, request.DueAt.UtcTicks, request.Reason.LabelId);

    private static IEnumerable<Finding> OpenRequests(VerifiedOrder order)
    {
        var open = order.Requests.Where(request => request.State is RequestState.Open).ToArray();
        var earliest = open.Length == 0 ? (long?)null : open.Min(request => request.DueAt);
        if ((order.Row.OpenRequests, order.Row.RequestDueAt) != (open.Length, earliest))
        {
            yield return order.Broken(Invariant.OpenRequests, (open.Length, earliest), (order.Row.OpenRequests, order.Row.RequestDueAt));
        }
    }
}
