using System.Collections.Frozen;

namespace AdminOrders.Core.Orders;

/// <summary>Where an order stands, as far as a rule is concerned. The raw status is open text, this is closed.</summary>
public enum Stage
{
    /// <summary>The order was never completed or its creation failed.</summary>
    Incomplete,

    /// <summary>A system moves the order on by itself; nobody may interfere.</summary>
    Moving,

    /// <summary>Placed, waiting for payment, sellers or authorization; the warehouse knows nothing of it.</summary>
    Open,

    /// <summary>The grace period in which a customer cancels alone.</summary>
    Window,

    /// <summary>The warehouse may begin.</summary>
    Ready,

    /// <summary>The warehouse works on it.</summary>
    Handling,

    /// <summary>Somebody asked to cancel and nobody answered yet.</summary>
    Requested,

    /// <summary>Wholly invoiced.</summary>
    Invoiced,

    /// <summary>Canceled, for ever.</summary>
    Canceled,

    /// <summary>Another order took its place.</summary>
    Replaced,

    /// <summary>A status that this version does not know.</summary>
    Unknown,
}

/// <summary>How a status looks: a colour family, never the only mark.</summary>
public enum Tone
{
    /// <summary>Placed or waiting.</summary>
    Neutral,

    /// <summary>Paid or in the grace period.</summary>
    Blue,

    /// <summary>The store has to act.</summary>
    Amber,

    /// <summary>A cancellation is asked for.</summary>
    Violet,

    /// <summary>Invoiced.</summary>
    Green,

    /// <summary>Over: canceled or replaced.</summary>
    Struck,
}

/// <summary>The one table from raw status to stage, and what else a raw status tells.</summary>
public static class Stages
{
    private static readonly FrozenDictionary<string, Stage> ByStatus = new (Stage Stage, string[] Statuses)[]
    {
        (Stage.Incomplete, ["", Status.OrderCreateError, "order-creation-error"]),
        (Stage.Moving,
        [
            "order-created", "creating", "created", Status.StartHandling, Status.Invoice, "invoicing", "invoice-after-cancellation-deny",
            Status.Cancel, "canceling", "approving-transaction", "notify-payment", "processing",
        ]),
        (Stage.Open,
        [
            "order-accepted", "on-order-completed", "on-order-completed-ffm", "order-completed", "waiting-for-order-authorization",
            "waiting-for-authorization", "waiting-for-sellers-confirmation", "waiting-for-confirmation", Status.PaymentPending,
            "payment-denied", "approve-payment", Status.PaymentApproved, "authorizing", "waiting-for-fulfillment",
            "waiting-ffmt-authorization", "waiting-for-manual-authorization", "waiting-for-mkt-authorization", "waiting-seller-handling",
            "window-to-change-payment", Status.WindowToChangeSeller, Status.AuthorizeFulfillment, "release-to-fulfillment",
        ]),
        (Stage.Window, [Status.WindowToCancel]),
        (Stage.Ready, [Status.ReadyForHandling, "ready-for-packing", "ready-for-picking"]),
        (Stage.Handling,
            [Status.Handling, "packing", "picking", "ready-for-invoicing", "cancellation-request-denied", "cancellation-request-denied-ffm"]),
        (Stage.Requested,
            [Status.CancellationRequested, "request-cancel", Status.WaitingForSellerDecision, "accepting-cancel", "cancellation-requested-with-ack"]),
        (Stage.Invoiced, [Status.Invoiced]),
        (Stage.Canceled, [Status.Canceled]),
        (Stage.Replaced, [Status.Replaced]),
    }.SelectMany(row => row.Statuses.Select(status => KeyValuePair.Create(status, row.Stage))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> AwaitingAuthorization = new[]
    {
        Status.AuthorizeFulfillment, "waiting-for-fulfillment", "waiting-ffmt-authorization", "waiting-for-manual-authorization",
        "waiting-for-mkt-authorization",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> PaidWhileOpen = AwaitingAuthorization
        .Concat([Status.PaymentApproved, "waiting-seller-handling", "release-to-fulfillment", Status.WindowToChangeSeller])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every raw status that this version knows, in the order of the table.</summary>
    public static IEnumerable<string> Known => ByStatus.Keys;

    /// <summary>The stage of a raw status; null counts as incomplete, an unheard-of status is <see cref="Stage.Unknown"/>.</summary>
    public static Stage Of(string? status) => ByStatus.GetValueOrDefault(status ?? "", Stage.Unknown);

    /// <summary>Whether the order waits for somebody to authorize its fulfillment.</summary>
    public static bool IsAwaitingAuthorization(string? status) => status is not null && AwaitingAuthorization.Contains(status);

    /// <summary>Whether the status is one of a running invoicing.</summary>
    public static bool IsInvoicing(string? status) => status is Status.Invoice or "invoicing" or "invoice-after-cancellation-deny";

    /// <summary>Whether the status is one of a running cancellation.</summary>
    public static bool IsCanceling(string? status) => status is Status.Cancel or "canceling";

    /// <summary>Whether a moving order in this status goes on by itself; the others wait for a person.</summary>
    public static bool MovesOnByItself(string? status) => status is Status.StartHandling || IsInvoicing(status) || IsCanceling(status);

    /// <summary>Whether an order in this status has been paid (rules: everything from the window on, and some open ones).</summary>
    public static bool IsPaid(string? status) => Of(status) switch
    {
        Stage.Incomplete or Stage.Moving or Stage.Unknown => false,
        Stage.Open => PaidWhileOpen.Contains(status!),
        Stage.Window or Stage.Ready or Stage.Handling or Stage.Requested or Stage.Invoiced or Stage.Canceled or Stage.Replaced => true,
    };

    /// <summary>Whether packers must stop: a cancellation is asked for while the warehouse works on the order.</summary>
    public static bool IsOnHold(string status, string? statusBefore) => Of(status) is Stage.Requested && Of(statusBefore) is Stage.Handling;

    /// <summary>How the status is shown.</summary>
    public static Tone ToneOf(string? status) => Of(status) switch
    {
        Stage.Incomplete or Stage.Moving or Stage.Unknown => Tone.Neutral,
        Stage.Open => IsPaid(status) ? Tone.Blue : Tone.Neutral,
        Stage.Window => Tone.Blue,
        Stage.Ready or Stage.Handling => Tone.Amber,
        Stage.Requested => Tone.Violet,
        Stage.Invoiced => Tone.Green,
        Stage.Canceled or Stage.Replaced => Tone.Struck,
    };
}

/// <summary>The raw statuses that this installation writes itself.</summary>
public static class Status
{
    public const string OrderCreateError = "order-create-error";
    public const string StartHandling = "start-handling";
    public const string Invoice = "invoice";
    public const string Cancel = "cancel";
    public const string PaymentPending = "payment-pending";
    public const string PaymentApproved = "payment-approved";
    public const string WindowToChangeSeller = "window-to-change-seller";
    public const string AuthorizeFulfillment = "authorize-fulfillment";
    public const string WindowToCancel = "window-to-cancel";
    public const string ReadyForHandling = "ready-for-handling";
    public const string Handling = "handling";
    public const string CancellationRequested = "cancellation-requested";
    public const string WaitingForSellerDecision = "waiting-for-seller-decision";
    public const string Invoiced = "invoiced";
    public const string Canceled = "canceled";
    public const string Replaced = "replaced";
}
