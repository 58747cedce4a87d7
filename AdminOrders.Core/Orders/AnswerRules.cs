using System.Collections.Immutable;
using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>What may be answered to a cancellation request, and by whom.</summary>
internal static class AnswerRules
{
    public static Decision Confirm(Situation at, ConfirmCancellation command) => at.Facts.Stage switch
    {
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Invoiced or Stage.Replaced
            or Stage.Unknown => Refuse(Refusal.NoRequest),
        Stage.Requested => Named(at.Facts, command.RequestId) is { } request ? Confirm(at, command, request) : Refuse(Refusal.Stale),
        Stage.Canceled => CancellationRules.FirstResult(at.Facts),
    };

    public static Decision Decline(Situation at, Decline command) => at.Facts.Stage switch
    {
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Invoiced or Stage.Replaced
            or Stage.Unknown => Refuse(Refusal.NoRequest),
        Stage.Requested => Named(at.Facts, command.RequestId) is null ? Refuse(Refusal.Stale) : DeclineOthers(at, command),
        Stage.Canceled => Refuse(Refusal.Canceled),
    };

    public static Decision Withdraw(Situation at, Withdraw command) => at.Facts.Stage switch
    {
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Invoiced or Stage.Replaced
            or Stage.Unknown => Refuse(Refusal.NoRequest),
        Stage.Requested => Named(at.Facts, command.RequestId) is { } request ? Withdraw(at, command, request) : Refuse(Refusal.Stale),
        Stage.Canceled => Refuse(Refusal.Canceled),
    };

    /// <summary>Whether the actor may take the request back: its side asked, or the very actor entered it.</summary>
    public static bool IsWithdrawnBy(OpenRequest request, Actor actor) =>
        actor.Side is Side.System || request.RequestedBy == actor.Side || request.EnteredBy == actor.Id;

    private static OpenRequest? Named(OrderFacts facts, string requestId) =>
        facts.Requests.FirstOrDefault(request => request.Id == requestId);

    private static Decision Confirm(Situation at, ConfirmCancellation command, OpenRequest request)
    {
        if (at.Facts.IsPartlyInvoiced)
        {
            return Refuse(Refusal.PartiallyInvoiced);
        }

        if (at.NeedsSecondPerson && at.Actor.IsSamePersonAs(request.EnteredBy, request.EnteredByIssuer))
        {
            return Refuse(Refusal.SecondPersonRequired) with { WhoMay = at.Policy.RolesThatMayCancel(at.Facts.Value, at.Facts.Currency) };
        }

        var canceled = new OrderCanceled(CancellationCause.Confirmed, request.RequestedBy, request.Id, request.Reason.LabelId)
        {
            ReasonText = request.Reason.Text,
            Note = command.Note,
        };
        return CancellationRules.WithinLimit(at, Accept(Consequences.Cancel(at.Facts, canceled, at.Actor.Side, command.Acknowledged)));
    }

    private static Decision DeclineOthers(Situation at, Decline command)
    {
        var others = at.Facts.Requests.Where(request => request.RequestedBy != at.Actor.Side).ToImmutableArray();
        if (others.IsEmpty)
        {
            return Refuse(Refusal.OwnRequest);
        }

        var last = others.Length == at.Facts.Requests.Length;
        return Timers.AcceptAndSettle(at, new CancellationDeclined([.. others.Select(request => request.Id)])
        {
            To = last ? at.Facts.StatusOutsideRequest : null,
            DueAt = last ? Timers.Rearmed(at.Facts, at.Now, at.Policy) : null,
            CustomerAsked = others.Any(request => request.RequestedBy is Side.Customer),
            InternalReason = command.InternalReason,
            CustomerText = command.CustomerText,
        });
    }

    private static Decision Withdraw(Situation at, Withdraw command, OpenRequest request)
    {
        if (!IsWithdrawnBy(request, at.Actor))
        {
            return Refuse(Refusal.NotYourRequest);
        }

        var last = at.Facts.Requests.Length == 1;
        return Timers.AcceptAndSettle(at, new CancellationWithdrawn(request.Id)
        {
            To = last ? at.Facts.StatusOutsideRequest : null,
            DueAt = last ? Timers.Rearmed(at.Facts, at.Now, at.Policy) : null,
            Note = command.Note,
        });
    }
}
