using System.Text.Json;

namespace AdminOrders.Web.Features.Qa;

/// <summary>Where an order can stand when somebody begins to try something. Written with hyphens: <c>ready-for-handling</c>.</summary>
internal enum QaSituation
{
    /// <summary>Never completed by its customer.</summary>
    Incomplete,
    PaymentPending,
    PaymentApproved,

    /// <summary>A marketplace's order that waits for its channel.</summary>
    AwaitingAuthorization,

    /// <summary>Paid a moment ago: the customer may still cancel alone.</summary>
    InGracePeriod,
    ReadyForHandling,
    Handling,

    /// <summary>Handled, the first line invoiced.</summary>
    PartlyInvoiced,
    Invoiced,

    /// <summary>Invoiced, and everything came back.</summary>
    Returned,

    /// <summary>Ready for handling, and somebody asked to cancel.</summary>
    RequestedByCustomer,
    RequestedByStore,
    RequestedByMarketplace,
    RequestedBySeller,
    Canceled,
    Replaced,

    /// <summary>Between two statuses: another system has not finished its step.</summary>
    Hanging,

    /// <summary>In a status that nobody here has heard of.</summary>
    UnknownStatus,
}

/// <summary>The situations by name.</summary>
internal static class QaSituations
{
    private static readonly Dictionary<string, QaSituation> ByName =
        Enum.GetValues<QaSituation>().ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

    /// <summary>For example <c>requested-by-customer</c>.</summary>
    public static string NameOf(QaSituation situation) => JsonNamingPolicy.KebabCaseLower.ConvertName(situation.ToString());

    /// <exception cref="QaException">There is none of that name.</exception>
    public static QaSituation Named(string? name) => ByName.TryGetValue(name ?? "", out var situation)
        ? situation
        : throw new QaException($"There is no situation \"{name}\". There are: {string.Join(", ", ByName.Keys)}.");
}
