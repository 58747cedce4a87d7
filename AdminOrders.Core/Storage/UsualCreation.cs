using System.Globalization;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Where creation lies of orders that were invoiced, authorized or estimated in a stretch of time: as a rule at most sixty days before it, so the walk in the order
/// of creation begins and ends there. What is out of the rule has a small index of its own for each of these times.
/// </summary>
/// <param name="Column">Of the time that is asked for.</param>
/// <param name="Created">The stretch of creation.</param>
internal sealed record UsualCreation(string Column, OrderTimes Created)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    /// <summary>The columns that have an index of what is out of the rule.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["InvoicedAt", "AuthorizedAt", "EstimatedTo"];

    /// <summary>Of the first time that the filter asks for; null: it asks for none.</summary>
    public static UsualCreation? Of(OrderFilter filter) => OrderSelectives.Times(filter)
        .Where(asked => Columns.Contains(asked.Column, StringComparer.Ordinal))
        .Select(asked => new UsualCreation(asked.Column, Within(filter, asked.Times)))
        .FirstOrDefault();

    /// <summary>The condition of the index of a column: what is created after that time, or more than sixty days before it.</summary>
    /// <param name="prefix">Before each column: <c>o.</c>, or nothing.</param>
    public static string IsUnusual(string column, string prefix) => string.Create(
        CultureInfo.InvariantCulture,
        $"({prefix}\"{column}\" < {prefix}\"CreatedAt\" OR {prefix}\"{column}\" > {prefix}\"CreatedAt\" + {Longest.Ticks})");

    private static OrderTimes Within(OrderFilter filter, OrderTimes times) => new(
        Later(filter.CreatedFrom, times.From is { } from && from.UtcTicks > Longest.Ticks ? from - Longest : null),
        Earlier(filter.CreatedBefore, times.Before));

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;
}
