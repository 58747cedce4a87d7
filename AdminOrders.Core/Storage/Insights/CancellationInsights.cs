namespace AdminOrders.Core.Storage.Insights;

/// <summary>What canceled orders are told apart by.</summary>
public enum InsightKind
{
    /// <summary>The code of the reason, in whichever wording.</summary>
    Reason,

    /// <summary>The side that it was canceled for: a name of <see cref="Orders.Side"/>.</summary>
    Side,
    Origin,
    Affiliate,
    Seller,

    /// <summary>An order counts for each of its SKUs.</summary>
    Sku,

    /// <summary>A name of <see cref="CancelDelay"/>.</summary>
    Delay,

    /// <summary>A name of <see cref="MoneyBack"/>; an order may count for several, or for none.</summary>
    MoneyBack,
}

/// <summary>Canceled orders of one value.</summary>
/// <param name="Value">"": it is not known, or there is none.</param>
/// <param name="Name">What the newest of them calls it; null: the value is all there is.</param>
public sealed record InsightCount(string Value, string? Name, long Orders);

/// <summary>What payments of canceled orders say, in minor units.</summary>
/// <param name="Refunded">Given back of what was captured.</param>
/// <param name="Voided">Authorized, and let go before it was captured.</param>
/// <param name="Owed">Owed back and not done.</param>
public sealed record ReturnedMoney(string Currency, long Refunded, long Voided, long Owed);

/// <summary>Figures about canceled orders of one filter, of one moment.</summary>
/// <param name="Orders">How many are in the figures.</param>
/// <param name="Since">Only orders that were created on that day or later are; null: all.</param>
/// <param name="IsCut">There are more than the figures hold. Without <see cref="Since"/>: not a single day could be read.</param>
public sealed record CancellationInsights(long Orders, DateOnly? Since, bool IsCut)
{
    /// <summary>By the day of creation, the newest first; days without any are left out.</summary>
    public required IReadOnlyDictionary<DateOnly, long> Days { get; init; }

    /// <summary>Each currency once, in the order of their codes.</summary>
    public required IReadOnlyList<ReturnedMoney> Money { get; init; }

    /// <summary>By what tells them apart; most orders first.</summary>
    public required IReadOnlyDictionary<InsightKind, IReadOnlyList<InsightCount>> Counts { get; init; }
}
