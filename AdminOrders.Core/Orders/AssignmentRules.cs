using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>Who answers the open requests of an order: people of the store only, one at a time. Others are not kept from answering by it.</summary>
internal static class AssignmentRules
{
    public static Decision Take(Situation at) => Closed(at) is { } closed ? closed : at.Facts.Assignee switch
    {
        null => Accept(new RequestTaken()),
        var own when own.Id == at.Actor.Id => Same(Already.Taken),
        var other => TakenBy(other),
    };

    // Two who hand over at once would not see each other: the second is told.
    public static Decision HandOver(Situation at, HandOverRequest command) => Closed(at) is { } closed ? closed : at.Facts.Assignee switch
    {
        { } assignee when assignee.Id == command.To.Id => Same(Already.Taken),
        var assignee when assignee?.Id != command.From => Refuse(Refusal.ChangedMeanwhile),
        _ => Accept(new RequestHandedOver(command.To.Id, command.To.Name)),
    };

    public static Decision Release(Situation at) => Closed(at) is { } closed ? closed : at.Facts.Assignee switch
    {
        null => Same(Already.NothingNew),
        var own when own.Id == at.Actor.Id => Accept(new RequestReleased()),
        var other => TakenBy(other),
    };

    /// <summary>Who has the requests after the event: they keep them as long as one is open that they had.</summary>
    public static Assignee? After(OrderFacts before, OrderFacts after) =>
        before.Assignee is not null && before.Requests.Any(request => after.Requests.Any(open => open.Id == request.Id)) ? before.Assignee : null;

    private static Refused? Closed(Situation at) => at.Facts.Stage switch
    {
        Stage.Requested => at.Actor.IsStoreUser ? null : Refuse(Refusal.NotYours),
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Invoiced or Stage.Replaced
            or Stage.Unknown => Refuse(Refusal.NoRequest),
        Stage.Canceled => Refuse(Refusal.Canceled),
    };

    private static Refused TakenBy(Assignee assignee) => Refuse(Refusal.Taken) with { WhoMay = [assignee.Name] };
}
