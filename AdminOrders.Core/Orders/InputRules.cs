using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using static AdminOrders.Core.Orders.Answers;

namespace AdminOrders.Core.Orders;

/// <summary>What a command must look like, whatever the order looks like.</summary>
internal static class InputRules
{
    /// <summary>Null where the command is well-formed; else the field that is not.</summary>
    public static Refused? Check(OrderCommand command, Actor actor) => command switch
    {
        Cancel cancel => CheckCancel(cancel, actor),
        ConfirmCancellation confirm => Unfit("note", confirm.Note, InputLimits.NoteLength),
        Decline decline => Required("internalReason", decline.InternalReason, InputLimits.ReasonLength, actor)
            ?? Unfit("customerText", decline.CustomerText, InputLimits.ReasonLength),
        Withdraw withdraw => Unfit("note", withdraw.Note, InputLimits.NoteLength),
        RecordChannelCancellation record => Unfit("reason", record.Reason.Text, InputLimits.ReasonLength),
        RecordEarlierCancellation record => Unfit("reason", record.Reason.Text, InputLimits.ReasonLength),
        RecordChannelRequest asked => IsRequestId(asked.RequestId) ? Unfit("reason", asked.Reason.Text, InputLimits.ReasonLength) : RefuseField("requestId"),
        RecordChannelItems items => Unfit("text", items.Text, InputLimits.CommentLength),
        Invoice invoice => CheckInvoice(invoice.Data),
        ReturnInvoice returned => CheckInvoice(returned.Data) ?? Unfit("reason", returned.Reason, InputLimits.ReasonLength),
        ChangeItems change => CheckChange(change, actor),
        CancelAsIncomplete incomplete => CheckReason(incomplete.Reason, actor),
        AddComment comment => string.IsNullOrWhiteSpace(comment.Text)
            ? RefuseField("text")
            : Unfit("text", comment.Text, InputLimits.CommentLength) ?? Unfit("source", comment.Source, InputLimits.ParcelTextLength),
        HandOverRequest { To: { Id: "" } or { Name: "" } } => RefuseField("to"),
        FinishByHand finish => string.IsNullOrWhiteSpace(finish.Reason) ? RefuseField("reason") : Unfit("reason", finish.Reason, InputLimits.ReasonLength),
        RecordPaymentAnswer answer => Unfit("words", answer.Words, InputLimits.ReasonLength) ?? Unfit("reference", answer.Reference, InputLimits.ParcelTextLength),
        AddTracking tracking => CheckTracking(tracking),
        RecordDelivery delivery => CheckDelivery(delivery),
        _ => null,
    };

    /// <summary>Null where every line exists and has that many units; quantities of one line add up.</summary>
    public static Refused? CheckItems(OrderFacts facts, ImmutableArray<ItemQuantity> wanted, Func<ItemFact, int> available)
    {
        var fits = wanted.GroupBy(line => line.ItemIndex).All(line =>
            facts.Items.FirstOrDefault(item => item.Index == line.Key) is { } item && line.Sum(units => (long)units.Quantity) <= available(item));
        return fits ? null : RefuseField("items");
    }

    private static Refused? CheckCancel(Cancel cancel, Actor actor)
    {
        if (!IsRequestId(cancel.RequestId))
        {
            return RefuseField("requestId");
        }

        return MayAskFor(actor.Side, cancel.RequestedBy)
            ? CheckReason(cancel.Reason, actor) ?? Unfit("note", cancel.Note, InputLimits.NoteLength)
            : RefuseField("requestedBy");
    }

    private static bool IsRequestId(string? id) => id is { Length: 32 } && id.All(char.IsAsciiHexDigit);

    // Nobody but the store asks in the store's name: the store could not decline it.
    private static bool MayAskFor(Side actor, Side requestedBy) => actor switch
    {
        Side.Store or Side.System => true,
        Side.Seller or Side.Marketplace => requestedBy == actor || requestedBy is Side.Customer,
        Side.Customer or Side.Payment => requestedBy == actor,
    };

    private static Refused? CheckReason(Reason reason, Actor actor) =>
        reason.LabelId is null ? Required("reason", reason.Text, InputLimits.ReasonLength, actor) : Unfit("reason", reason.Text, InputLimits.ReasonLength);

    private static Refused? CheckInvoice(InvoiceData data)
    {
        if (data.Number is not { Length: >= 1 and <= InputLimits.InvoiceNumberLength } || !data.Number.All(IsInvoiceLetter) || !data.Number.Any(char.IsAsciiLetterOrDigit))
        {
            return RefuseField("number");
        }

        if (data.Value <= 0)
        {
            return RefuseField("value");
        }

        return data.Items.All(line => line.Quantity > 0) ? CheckParcel(data) : RefuseField("items");
    }

    private static Refused? CheckParcel(InvoiceData data) =>
        Unfit("url", data.Url, InputLimits.LinkLength)
        ?? Unfit("key", data.Key, InputLimits.ParcelTextLength)
        ?? Unfit("courier", data.Courier, InputLimits.ParcelTextLength)
        ?? Unfit("trackingNumber", data.TrackingNumber, InputLimits.ParcelTextLength)
        ?? Unfit("trackingUrl", data.TrackingUrl, InputLimits.LinkLength)
        ?? Unfit("dispatchedDate", data.DispatchedDate, InputLimits.DateLength);

    private static Refused? CheckTracking(AddTracking tracking) =>
        Unfit("trackingNumber", tracking.TrackingNumber, InputLimits.ParcelTextLength)
        ?? Unfit("trackingUrl", tracking.TrackingUrl, InputLimits.LinkLength)
        ?? Unfit("courier", tracking.Courier, InputLimits.ParcelTextLength)
        ?? Unfit("dispatchedDate", tracking.DispatchedDate, InputLimits.DateLength);

    private static Refused? CheckDelivery(RecordDelivery delivery) =>
        Unfit("deliveredDate", delivery.DeliveredDate, InputLimits.DateLength)
        ?? (delivery.Steps.Length > InputLimits.MostSteps ? RefuseField("events") : null)
        ?? delivery.Steps.Select(CheckStep).FirstOrDefault(refused => refused is not null);

    private static Refused? CheckStep(TrackingStep step) =>
        new[] { step.City, step.State, step.Description, step.Date }.Select(part => Unfit("events", part, InputLimits.ReasonLength)).FirstOrDefault(refused => refused is not null);

    private static bool IsInvoiceLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';

    private static Refused? CheckChange(ChangeItems change, Actor actor) =>
        change.Removed.IsEmpty || change.Removed.Any(line => line.Quantity <= 0)
            ? RefuseField("items")
            : Required("reason", change.Reason, InputLimits.ReasonLength, actor) ?? Unfit("requestId", change.RequestId, InputLimits.ParcelTextLength);

    // People say why; a program may stay silent.
    private static Refused? Required(string field, string? text, int length, Actor actor) =>
        actor.IsStoreUser && string.IsNullOrWhiteSpace(text) ? RefuseField(field) : Unfit(field, text, length);

    private static Refused? Unfit(string field, string? text, int length) =>
        text is null || (text.Length <= length && IsStorable(text)) ? null : RefuseField(field);

    /// <summary>Whether every engine stores it as it is: no U+0000, and no half of a pair that UTF-8 has no bytes for.</summary>
    public static bool IsStorable(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var letter, out var length) is not OperationStatus.Done || letter.Value == 0)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }
}
