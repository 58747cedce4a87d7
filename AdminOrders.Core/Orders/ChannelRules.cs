using System.Collections.Immutable;
using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>What a channel tells of an order that it has not canceled, and what it keeps to itself.</summary>
internal static class ChannelRules
{
    /// <summary>The channel that sends the goods from its own warehouse cancels them itself; nobody else can.</summary>
    public static bool IsLeftToChannel(Situation at, OrderCommand command) =>
        at.Facts is { IsFulfilledByChannel: true, Stage: not (Stage.Canceled or Stage.Replaced) }
        && (command is RecordChannelRequest
            || (at.Actor.Side is not Side.Marketplace
                && command is Cancel or ConfirmCancellation or ChangeItems or CancelAsIncomplete or StartHandling or Invoice));

    /// <summary>The channel tells its customer itself what becomes of it.</summary>
    public static Decision Ask(Situation at, RecordChannelRequest asked) => (at.Facts.Stage, at.Facts.IsPartlyInvoiced) switch
    {
        (Stage.Incomplete, _) => Refuse(Refusal.Incomplete),
        (Stage.Moving, _) => Refuse(Refusal.Moving),
        (Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested, true) => Refuse(Refusal.PartiallyInvoiced),
        (Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested, false) => Ask(
            at,
            new CancellationRequested(asked.RequestId, Side.Customer, asked.Reason.LabelId, at.Now + at.Policy.RequestDeadline) { ReasonText = asked.Reason.Text }),
        (Stage.Invoiced, _) => Refuse(Refusal.AskForReturn),
        (Stage.Canceled, _) => CancellationRules.FirstResult(at.Facts),
        (Stage.Replaced, _) => Refuse(Refusal.Replaced),
        (Stage.Unknown, _) => Refuse(Refusal.UnknownStatus),
    };

    /// <summary>Which items, for the history; nothing is canceled by it, but what the channel will never send is held no longer.</summary>
    public static Decision Items(Situation at, RecordChannelItems items) => at.Facts.Stage switch
    {
        Stage.Canceled => CancellationRules.FirstResult(at.Facts),
        Stage.Replaced => Same(Already.NothingNew),
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested or Stage.Invoiced or Stage.Unknown =>
            Accept([new CommentAdded { Text = items.Text, Source = at.Actor.Name }, .. Unsent(at.Facts, items)]) with { Alert = AlertKind.ItemsCanceledThere },
    };

    /// <summary>Whether the order still has units open or held that the channel will never send.</summary>
    public static bool HasUnsent(OrderFacts facts, RecordChannelItems items) => Unsent(facts, items).Any();

    // What leaves the lines and what leaves the reservations is counted apart: the channel may have taken units out of a line that are held all the same.
    private static IEnumerable<OrderEvent> Unsent(OrderFacts facts, RecordChannelItems items)
    {
        var removed = Beyond(items.Sent, line => OpenOf(facts, line), line => InvoicedOf(facts, line));
        var free = Beyond(items.Sent, line => SumOf(facts, line, kept => kept.Held), line => SumOf(facts, line, kept => kept.Consumed));
        return
        [
            .. removed.IsEmpty ? Array.Empty<OrderEvent>() : [new ItemsChanged(removed, Math.Max(facts.InvoicedValue, items.Value)) { Reason = InputLimits.Cut(items.Text, InputLimits.ReasonLength) }],
            .. Consequences.FreedByRemoval(facts, free),
        ];
    }

    // What there is of a line beyond what was sent and is not counted as gone yet.
    private static ImmutableArray<ItemQuantity> Beyond(ImmutableArray<ItemQuantity> sent, Func<int, int> there, Func<int, int> gone) =>
    [
        .. sent.Select(line => line with { Quantity = there(line.ItemIndex) - Math.Max(0, line.Quantity - gone(line.ItemIndex)) }).Where(line => line.Quantity > 0),
    ];

    private static int OpenOf(OrderFacts facts, int line) => facts.Items.FirstOrDefault(item => item.Index == line)?.Open ?? 0;

    private static int InvoicedOf(OrderFacts facts, int line) => facts.Items.FirstOrDefault(item => item.Index == line)?.InvoicedQuantity ?? 0;

    private static int SumOf(OrderFacts facts, int line, Func<ReservationFact, int> units) => facts.Reservations.Where(kept => kept.ItemIndex == line).Sum(units);

    // A buyer who asks for other items than before asks for all of them: the newer wish takes the place of the older, keeps its deadline, and who has seen
    // only that one looks again before answering.
    private static Decision Ask(Situation at, CancellationRequested asked)
    {
        var older = at.Facts.Requests.FirstOrDefault(request => request.RequestedBy is Side.Customer && request.EnteredBy == at.Actor.Id && request.Id != asked.RequestId);
        return older is null
            ? CancellationRules.Ask(at, asked)
            : Accept(asked with { DueAt = older.DueAt, TellsSeller = Consequences.IsNewsToSeller(at.Facts, at.Actor.Side) }, new CancellationWithdrawn(older.Id));
    }
}
