using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Web.Api.Errors;

/// <summary>What a field must be that the rules find unfit, by the name that the rules or the sender give it.</summary>
internal static class FieldWords
{
    /// <summary>A sentence; of a field without one of its own, that it has to be corrected.</summary>
    public static string Of(string? field) => field switch
    {
        "reason" or "denyReason" or "internalReason" or "customerText" => Text(InputLimits.ReasonLength),
        "note" => Text(InputLimits.NoteLength),
        "message" or "text" => Text(InputLimits.CommentLength),
        "source" or "courier" or "trackingNumber" or "invoiceKey" or "key" or "requestId" => Text(InputLimits.ParcelTextLength),
        "invoiceUrl" or "url" or "trackingUrl" => Text(InputLimits.LinkLength),
        "dispatchedDate" or "deliveredDate" => Text(InputLimits.DateLength),
        "events" => string.Create(CultureInfo.InvariantCulture, $"It takes at most {InputLimits.MostSteps} places, each text of at most {InputLimits.ReasonLength} characters."),
        "invoiceNumber" or "number" => string.Create(
            CultureInfo.InvariantCulture, $"It takes letters, digits, dots, dashes and underscores, at most {InputLimits.InvoiceNumberLength} and one letter or digit at least."),
        "invoiceValue" or "value" => "It takes a whole number of cents above 0.",
        "items" or "itemsRemoved" => "It takes items of the order, each with at least one unit and no more units than are left.",
        _ => "Correct the field and send again.",
    };

    private static string Text(int length) =>
        string.Create(CultureInfo.InvariantCulture, $"It takes a text of at most {length} characters.");
}
