using System.Runtime.InteropServices;

namespace AdminOrders.Core.Storage.Counters;

/// <summary>
/// How many orders were created in a stretch of whole UTC days, and what they are worth. The writer keeps it in step with the orders in the same commit.
/// Where there are no orders there is no row.
/// </summary>
public sealed class OrderCounterRow
{
    /// <summary>How long the stretch is: one day, or <see cref="CounterKey.DaysTogether"/>.</summary>
    public int Days { get; set; }

    /// <summary>Its first day, counted from 0001-01-01.</summary>
    public int Day { get; set; }

    public required string Status { get; set; }

    public required string SellerId { get; set; }

    public required string Origin { get; set; }

    public required string Currency { get; set; }

    public long Orders { get; set; }

    /// <summary>The sum of their values in minor units of <see cref="Currency"/>.</summary>
    public long Value { get; set; }
}

/// <summary>What a counter counts.</summary>
internal readonly record struct CounterKey(int Days, int Day, string Status, string SellerId, string Origin, string Currency)
{
    /// <summary>Days that are counted together too, so that a year is a few rows; written down in migrations.</summary>
    public const int DaysTogether = 32;

    /// <summary>The counter of the order's day.</summary>
    /// <param name="createdAt">UTC ticks.</param>
    public static CounterKey Of(long createdAt, string status, string sellerId, string origin, string currency) =>
        new(1, (int)(createdAt / TimeSpan.TicksPerDay), status, sellerId, origin, currency);

    /// <summary>The counter of all days that are counted together with this one.</summary>
    public CounterKey Together => this with { Days = DaysTogether, Day = Day / DaysTogether * DaysTogether };
}

/// <summary>The order in which counters lie, and in which every writer takes them.</summary>
internal sealed class CounterOrder : IComparer<CounterKey>
{
    public static CounterOrder Ordinal { get; } = new();

    public int Compare(CounterKey one, CounterKey other)
    {
        var byTime = (one.Days, one.Day).CompareTo((other.Days, other.Day));
        return byTime != 0 ? byTime
            : string.CompareOrdinal(one.Status, other.Status) is var byStatus and not 0 ? byStatus
            : string.CompareOrdinal(one.SellerId, other.SellerId) is var bySeller and not 0 ? bySeller
            : string.CompareOrdinal(one.Origin, other.Origin) is var byOrigin and not 0 ? byOrigin
            : string.CompareOrdinal(one.Currency, other.Currency);
    }
}

/// <summary>Orders and the sum of their values, or by how much these change.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CountedOrders(long Orders, long Value)
{
    public static CountedOrders operator +(CountedOrders one, CountedOrders other) => new(one.Orders + other.Orders, one.Value + other.Value);

    public static CountedOrders operator -(CountedOrders all) => new(-all.Orders, -all.Value);
}
