using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Orders.Details;

namespace AdminOrders.Web.Features.Requests;

/// <summary>A row of the queue, in the reader's words.</summary>
/// <param name="Asked">Each open request in words, the one that is due first at the top.</param>
/// <param name="Would">What confirming would do, in one line.</param>
/// <param name="Changes">How often the row has changed under the reader's eyes.</param>
public sealed record RequestItem(QueuedOrder Order, ImmutableArray<AskedLine> Asked, string Would, RequestActions Actions, int Changes = 0)
{
    /// <summary>All requests are answered: the row stays until the queue is read anew, so that nothing moves under a cursor.</summary>
    public bool IsAnswered => Order.First is null;
}

/// <summary>A request in words.</summary>
public sealed record AskedLine(string Who, string Reason);

/// <summary>What the reader may do with the row, as the rules answered; each on the request that is shown.</summary>
/// <param name="RequestId">The request that is due first; null: none is open.</param>
/// <param name="Decline">On a request that can be declined, where there is one.</param>
/// <param name="Withdraw">On a request that is ours, where there is one; null: none is.</param>
public sealed record RequestActions(
    string? RequestId, ActionView Confirm, RequestAction Decline, RequestAction? Withdraw, ActionView Take, ActionView HandOver, ActionView Release, ActionView Invoice)
{
    public static RequestActions Of(OrderFacts facts, Actor reader, DateTimeOffset now, Policy policy)
    {
        var actions = new OrderActions(facts, reader, now, policy);
        var byDeadline = facts.Requests.OrderBy(request => request.DueAt).ToImmutableArray();
        var first = byDeadline.FirstOrDefault()?.Id;
        var declined = byDeadline.FirstOrDefault(request => request.RequestedBy is not Side.Store)?.Id ?? first;
        var own = byDeadline.FirstOrDefault(request => actions[CommandKind.Withdraw, request.Id].IsAvailable)?.Id;
        return new(
            first,
            actions[CommandKind.ConfirmCancellation, first],
            new(declined, actions[CommandKind.Decline, declined]),
            own is null ? null : new(own, actions[CommandKind.Withdraw, own]),
            actions[CommandKind.Take],
            actions[CommandKind.HandOver],
            actions[CommandKind.Release],
            actions[CommandKind.Invoice]);
    }
}

/// <summary>An action on one of the order's requests.</summary>
public sealed record RequestAction(string? RequestId, ActionView View);
