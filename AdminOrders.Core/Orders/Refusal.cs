using System.Collections.Frozen;

namespace AdminOrders.Core.Orders;

/// <summary>Why a command is refused. The codes are part of the API and never change.</summary>
public enum Refusal
{
    Incomplete,
    Moving,
    Invoiced,
    Replaced,
    UnknownStatus,
    Canceled,
    NoRequest,
    WrongStatus,
    PartiallyInvoiced,
    NotOffered,
    AskForReturn,
    AskedRecently,
    NotYours,
    Stale,
    OwnRequest,
    NotYourRequest,
    SecondPersonRequired,
    AboveYourLimit,
    CancellationPending,
    InvoiceNumberUsed,
    ExceedsOrder,
    ExceedsInvoiced,
    NotFullyInvoiced,
    NothingLeft,
    InvalidInput,
    MissingResource,
    NotFound,

    /// <summary>What the sender was shown is no longer what would happen.</summary>
    ChangedMeanwhile,

    /// <summary>The order has no invoice of that number.</summary>
    NoInvoice,

    /// <summary>A colleague has taken the requests.</summary>
    Taken,

    /// <summary>The idempotency key has named something else.</summary>
    IdempotencyKeyReused,

    /// <summary>The first call with that idempotency key has no answer yet.</summary>
    IdempotencyKeyInFlight,

    /// <summary>Somebody calls out for the effect at this moment, and nobody knows yet how that ends.</summary>
    UnderWay,

    /// <summary>The channel sends the goods from its own warehouse.</summary>
    FulfilledByChannel,

    /// <summary>What was invoiced is captured, or has come back.</summary>
    NothingToCapture,
}

/// <summary>The stable code of a refusal, as the API and the texts' keys use it.</summary>
public static class RefusalCodes
{
    private static readonly FrozenDictionary<Refusal, string> Codes = Enum.GetValues<Refusal>().ToFrozenDictionary(code => code, Kebab);

    /// <summary>For example <c>partially-invoiced</c>.</summary>
    public static string Of(Refusal refusal) => Codes[refusal];

    /// <summary>Which refusal that code names; null: none.</summary>
    public static Refusal? Read(string code) => Codes.Where(pair => pair.Value == code).Select(pair => (Refusal?)pair.Key).FirstOrDefault();

    private static string Kebab(Refusal refusal) =>
        string.Concat(refusal.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
