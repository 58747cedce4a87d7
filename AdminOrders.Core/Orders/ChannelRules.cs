using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>What a channel tells of an order that it has not canceled, and what it keeps to itself.</summary>
internal static class ChannelRules
{
    /// <summary>The channel that sends the goods from its own warehouse cancels them itself; nobody else can.</summary>
    public static bool IsLeftToChannel(Situation at, OrderCommand command) =>
        at.Facts is { IsFulfilledByChannel: true, Stage: not (Stage.Canceled or Stage.Replaced) }
        && (command is RecordChannelRequest
            || (at.Actor.Side is not Side.Marketplace && command is Cancel or ConfirmCancellation or ChangeItems or CancelAsIncomplete));

    /// <summary>The channel tells its customer itself what becomes of it.</summary>
    public static Decision Ask(Situation at, RecordChannelRequest asked) => (at.Facts.Stage, at.Facts.IsPartlyInvoiced) switch
    {
        (Stage.Incomplete, _) => Refuse(Refusal.Incomplete),
        (Stage.Moving, _) => Refuse(Refusal.Moving),
        (Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested, true) => Refuse(Refusal.PartiallyInvoiced),
        (Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested, false) => CancellationRules.Ask(
            at,
            new(asked.RequestId, Side.Customer, asked.Reason.LabelId, at.Now + at.Policy.RequestDeadline) { ReasonText = asked.Reason.Text }),
        (Stage.Invoiced, _) => Refuse(Refusal.AskForReturn),
        (Stage.Canceled, _) => CancellationRules.FirstResult(at.Facts),
        (Stage.Replaced, _) => Refuse(Refusal.Replaced),
        (Stage.Unknown, _) => Refuse(Refusal.UnknownStatus),
    };

    /// <summary>Which items, for the history; nothing is canceled by it.</summary>
    public static Decision Items(Situation at, RecordChannelItems items) => at.Facts.Stage switch
    {
        Stage.Canceled => CancellationRules.FirstResult(at.Facts),
        Stage.Replaced => Same(Already.NothingNew),
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested or Stage.Invoiced or Stage.Unknown =>
            Accept(new CommentAdded { Text = items.Text, Source = at.Actor.Name }) with { Alert = AlertKind.ItemsCanceledThere },
    };
}
