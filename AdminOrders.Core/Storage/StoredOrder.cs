using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>An order as it was loaded to be changed: the facts for the rules, the rest for the row.</summary>
internal sealed record StoredOrder(long Key, OrderFacts Facts)
{
    /// <summary>Ids of requests that are over; none of them is asked again.</summary>
    public ImmutableArray<string> EndedRequests { get; init; } = [];

    /// <summary>Marketplace, Fulfillment or Chain, as the last document said.</summary>
    public required string Origin { get; init; }

    public required int HistoryCount { get; init; }

    public required byte[] LastHash { get; init; }

    public required long LastChangeAt { get; init; }

    public required long? AuthorizedAt { get; init; }

    public required long? InvoicedAt { get; init; }

    public required string? CanceledByName { get; init; }
}

/// <summary>Instants as storage keeps them.</summary>
internal static class Ticks
{
    public static long Of(DateTimeOffset instant) => instant.UtcTicks;

    public static long? Of(DateTimeOffset? instant) => instant?.UtcTicks;

    public static DateTimeOffset From(long ticks) => new(ticks, TimeSpan.Zero);

    public static DateTimeOffset? From(long? ticks) => ticks is { } known ? From(known) : null;
}
