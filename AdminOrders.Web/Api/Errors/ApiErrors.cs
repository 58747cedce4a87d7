using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Api.Errors;

/// <summary>Every refusal of the API: its status, its code that never changes, what is wrong and the way out.</summary>
internal static class ApiErrors
{
    /// <summary>The code that VTEX answers unknown orders with.</summary>
    public const string OrderNotFound = "OMS007";

    /// <summary>The rules refuse the command; see <see cref="RefusalAnswers"/>.</summary>
    public static ApiError Refused(Refused refused) => RefusalAnswers.Of(refused);

    public static ApiError NotFound() =>
        new(StatusCodes.Status404NotFound, OrderNotFound, "Order Not Found. Check the order id, or look for the order with GET /api/oms/pvt/orders.");

    public static ApiError NoPayment() =>
        new(StatusCodes.Status404NotFound, "no-payment", "The order has no payment of this id. Read the order: paymentData names its payments.");

    public static ApiError NoReservation() =>
        new(StatusCodes.Status404NotFound, "no-reservation", "There is no reservation of this id. List what is held of a SKU with GET /api/logistics/pvt/inventory/reservations/{warehouseId}/{skuId}.");

    public static ApiError ReservationOfOrder() =>
        new(StatusCodes.Status409Conflict, "order-reservation", "This reservation is an order's, and follows what happens to the order. Approve its payment, start its handling or cancel the order instead.");

    public static ApiError LockIdTaken() =>
        new(StatusCodes.Status409Conflict, "lock-id-taken", "Another reservation has this lockId, or had it. Send another one, or none.");

    public static ApiError NoStock() =>
        new(StatusCodes.Status409Conflict, "no-stock", "Fewer units are on sale there than this asks for. Ask for less, or from another warehouse.");

    public static ApiError ReservationOver() =>
        new(StatusCodes.Status409Conflict, "reservation-over", "This reservation was canceled or its time is over, and it holds nothing any more. Create another one.");

    public static ApiError ReservationNotConfirmed() =>
        new(StatusCodes.Status409Conflict, "reservation-not-confirmed", "This reservation is not confirmed, so the warehouse does not take its units. Confirm it first.");

    public static ApiError ReservationsAreTheStores() =>
        new(StatusCodes.Status403Forbidden, "store-only", "Reservations are the store's own. Use an app key of the store.");

    public static ApiError NoJob() =>
        new(StatusCodes.Status404NotFound, "no-job", "There is no job of this id for this credential. Use the jobId that POST /api/oms/pvt/orders/cancel was answered with.");

    /// <summary>A field, parameter or header that is not what it must be. The message says what it must be, and never repeats what was sent.</summary>
    /// <param name="field">As the caller writes it: <c>items[0].price</c>, <c>per_page</c>.</param>
    /// <param name="message">A sentence, for example <c>It must be a whole number from 1 to 100.</c></param>
    public static ApiError Invalid(string field, string message) =>
        new(StatusCodes.Status400BadRequest, RefusalCodes.Of(Refusal.InvalidInput), $"{field} is not what it must be. {message}");

    /// <param name="field">The field that cannot be read; null: the whole.</param>
    public static ApiError Malformed(string? field) => field is null
        ? new(StatusCodes.Status400BadRequest, "malformed-json", "The body is not JSON as this operation takes it. Send one JSON object in UTF-8.")
        : new(StatusCodes.Status400BadRequest, "malformed-json", $"The field {field} cannot be read: it has a value of another type, stands there twice or ends too early. Correct it and send again.");

    public static ApiError Unauthorized() =>
        new(StatusCodes.Status401Unauthorized, "1", "Unauthorized access. Send the headers X-VTEX-API-AppKey and X-VTEX-API-AppToken of an app key that is in force; app keys are made under Settings > App keys.");

    /// <summary>The token of a link that is not good, whatever is wrong with it.</summary>
    public static ApiError UnknownCustomer() =>
        new(StatusCodes.Status401Unauthorized, "1", "Unauthorized access. Send Authorization: Bearer with the token of a link to an order that is good: what stands behind /my/ in its address.");

    /// <summary>The secret of a channel's notifications that is not good, whatever is wrong with it.</summary>
    public static ApiError UnknownChannel() =>
        new(StatusCodes.Status401Unauthorized, "1", "Unauthorized access. Send the header X-Channel-Secret with the channel's secret, which is made on the page Channels.");

    /// <param name="anyOf">The resources of which one is needed; empty: any that works on orders.</param>
    public static ApiError MissingResource(ImmutableArray<string> anyOf) => new(
        StatusCodes.Status403Forbidden,
        RefusalCodes.Of(Refusal.MissingResource),
        $"The roles of this credential do not include this. Give it a role with {(anyOf.IsEmpty ? "a resource that works on orders" : string.Join(" or ", anyOf))} under Settings > App keys.");

    public static ApiError ForgedRequest() =>
        new(StatusCodes.Status403Forbidden, "forged-request", "A request with the cookie of a signed-in user needs the header RequestVerificationToken of that user's page. Send it, or use an app key.");

    public static ApiError UnknownPath() =>
        new(StatusCodes.Status404NotFound, "unknown-path", "There is no such operation. Compare the address with the list of operations at /api-docs.");

    public static ApiError MethodNotAllowed() =>
        new(StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "This address does not know this method. The header Allow names those that it knows.");

    public static ApiError TooManyRequests(int seconds) =>
        new(StatusCodes.Status429TooManyRequests, "too-many-requests", $"Too many requests in a minute. Wait {seconds} s, as the header Retry-After says, and send again.");

    public static ApiError TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, "too-large", "The body is longer than 1 MiB. Send less at a time.");

    public static ApiError UnsupportedMediaType() =>
        new(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The body is read as JSON only. Send it in UTF-8, not compressed, with Content-Type: application/json.");

    public static ApiError BadRequest() =>
        new(StatusCodes.Status400BadRequest, "bad-request", "The request breaks HTTP's own rules, or ended too early. Send it again as a whole.");

    /// <summary>An operation of VTEX's that is not here.</summary>
    public static ApiError NotOffered() =>
        new(StatusCodes.Status501NotImplemented, "not-offered", "AdminOrders does not offer this operation. Which it offers, and what to use instead, stands at /api-docs.");

    public static ApiError Unexpected(string traceId) =>
        new(StatusCodes.Status500InternalServerError, "unexpected", $"Something went wrong here, and it is on record. Nothing is half done; read the order before you send again, and name the trace id {traceId} to who runs this installation.");

    /// <summary>The store is in the way: its disk is full, it may not be written, it cannot be reached.</summary>
    public static ApiError Store(StoreProblem problem, string traceId) =>
        new(StatusCodes.Status503ServiceUnavailable, StoreProblems.CodeOf(problem), $"{ProblemIs(problem)} Send again later, and name the trace id {traceId} to who runs this installation.");

    private static string ProblemIs(StoreProblem problem) => problem switch
    {
        StoreProblem.Full => "The store has no room left, so nothing was written.",
        StoreProblem.ReadOnly => "The store cannot be written at this moment, so nothing was written.",
        StoreProblem.Unreachable => "The store cannot be reached at this moment.",
    };
}
