using AdminOrders.Core.Orders;
using AdminOrders.Web.Features.Orders.Details;

namespace AdminOrders.Web.Api.Errors;

/// <summary>What the API answers where the rules refuse: the one place that knows the HTTP status of a refusal, and the way out for a program.</summary>
internal static class RefusalAnswers
{
    private const int Invalid = StatusCodes.Status400BadRequest;
    private const int Forbidden = StatusCodes.Status403Forbidden;
    private const int Conflict = StatusCodes.Status409Conflict;
    private const int Changed = StatusCodes.Status412PreconditionFailed;

    public static ApiError Of(Refused refused)
    {
        if (refused.Code is Refusal.NotFound)
        {
            return ApiErrors.NotFound();
        }

        var (status, wayOut) = Of(refused.Code);
        return new(status, RefusalCodes.Of(refused.Code), string.Join(' ', Sentences(refused, wayOut)));
    }

    private static IEnumerable<string> Sentences(Refused refused, string wayOut)
    {
        yield return OrderWords.Of(refused.Code);
        if (refused.Field is { } field)
        {
            yield return $"The field is {field}.";
        }

        if (!refused.WhoMay.IsDefaultOrEmpty)
        {
            yield return $"Who may: {string.Join(", ", refused.WhoMay)}.";
        }

        yield return refused.Code is Refusal.InvalidInput ? FieldWords.Of(refused.Field) : wayOut;
    }

    private static (int Status, string WayOut) Of(Refusal refusal) => refusal switch
    {
        Refusal.Incomplete => (Conflict, "An owner can cancel it as incomplete on its page; otherwise it ends by itself after 11 days."),
        Refusal.Moving => (Conflict, "Send again in a few minutes."),
        Refusal.Invoiced => (Conflict, "Send the return with POST …/invoice and type Input; once everything is returned, the order can be canceled."),
        Refusal.Replaced => (Conflict, "Work on the order that replaced it."),
        Refusal.UnknownStatus => (Conflict, "A key whose role is OMS - Full access can ask for the cancellation."),
        Refusal.Canceled => (Conflict, "Read the order: it says who canceled it, when and why."),
        Refusal.NoRequest => (Conflict, "Read the order again; to cancel it, send POST …/cancel."),
        Refusal.WrongStatus => (Conflict, "Read the order: its status says what it needs next."),
        Refusal.PartiallyInvoiced => (Invalid, "Remove what is not invoiced with POST …/changes, or send the remaining invoice; a request that is open can be declined or withdrawn."),
        Refusal.NotOffered => (Forbidden, "Contact the store."),
        Refusal.AskForReturn => (Conflict, "Ask for a return instead."),
        Refusal.AskedRecently => (Conflict, "Ask again a day after the last request was declined."),
        Refusal.NotYours => (Forbidden, "Leave it to the party whose order or request it is, or use a key of that side."),
        Refusal.Stale => (Conflict, "Read the order again and name a request that is open now; nothing was changed."),
        Refusal.OwnRequest => (Conflict, "Withdraw it with POST …/withdraw-cancellation-request, or confirm it."),
        Refusal.NotYourRequest => (Forbidden, "Decline it with POST …/deny-cancellation-request, or let its sender withdraw it."),
        Refusal.SecondPersonRequired => (Forbidden, "Let a colleague, or a key that somebody else issued, confirm the cancellation."),
        Refusal.AboveYourLimit => (Forbidden, "Let somebody do it whose role reaches this value."),
        Refusal.CancellationPending => (Conflict, "Answer the request first: confirm, decline or withdraw it."),
        Refusal.InvoiceNumberUsed => (Conflict, "Send another invoice number."),
        Refusal.ExceedsOrder => (Invalid, "Send at most what is left to invoice."),
        Refusal.ExceedsInvoiced => (Invalid, "Send at most what is invoiced and not yet returned."),
        Refusal.NothingToCapture => (Conflict, "Mark the capture as done: nothing is captured."),
        Refusal.NotFullyInvoiced => (Conflict, "Send the remaining invoice first."),
        Refusal.NothingLeft => (Invalid, "Cancel the order instead, with POST …/cancel."),
        Refusal.InvalidInput => (Invalid, "Correct the field and send again."),
        Refusal.MissingResource => (Forbidden, "Give the credential a role that includes it under Settings > App keys."),
        Refusal.NotFound => (StatusCodes.Status404NotFound, "Check the order id."),
        Refusal.NoInvoice => (StatusCodes.Status404NotFound, "Read the order: packageAttachment names its invoices."),
        Refusal.UnderWay => (Conflict, "Wait for a minute and look how the attempt ended."),
        Refusal.FulfilledByChannel => (Conflict, "Have the channel cancel it: it sends the goods itself, and what it cancels is canceled here."),
        Refusal.Taken => (Conflict, "Ask the colleague who has taken the request; it can be answered all the same."),
        Refusal.IdempotencyKeyReused => (StatusCodes.Status422UnprocessableEntity, "Send the same method, path and body with it, or use a new key."),
        Refusal.IdempotencyKeyInFlight => (Conflict, "Send again when the first call has been answered."),
        Refusal.ChangedMeanwhile => (Changed, "Read the order as it is now and decide again; nothing was changed."),
    };
}
