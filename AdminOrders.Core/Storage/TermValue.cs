using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>
/// How the table of terms writes a value. Ids of payments are drawn at random: each would lie on a page of its own. So the day of the order stands
/// before them, and orders that come in together write to few pages. Who looks for an id asks each day of the store.
/// </summary>
internal static class TermValue
{
    /// <summary>The longest value, with its day.</summary>
    public const int Longest = 220;

    // Ticks; written down in migrations.
    private const string Day = "864000000000";
    private static readonly long TicksOfDay = long.Parse(Day, CultureInfo.InvariantCulture);

    /// <summary>Whether no two orders have the same value, as a rule.</summary>
    public static bool IsId(TermKind kind) => kind is TermKind.Transaction or TermKind.PciTransaction or TermKind.Payment or TermKind.Nsu;

    /// <summary>The column's value.</summary>
    /// <param name="createdAt">The order's creation, ticks.</param>
    public static string Of(OrderTerm term, long createdAt) =>
        IsId(term.Kind) ? string.Create(CultureInfo.InvariantCulture, $"{createdAt / TicksOfDay}:{term.Value}") : term.Value;

    /// <summary>A condition on the terms <c>t</c> of the order <c>o</c>.</summary>
    /// <param name="values">Parameters.</param>
    public static string Sql(TermKind kind, IEnumerable<string> values) =>
        $"t.\"Value\" IN ({string.Join(", ", IsId(kind) ? values.Select(value => $"(o.\"CreatedAt\" / {Day}) || ':' || {value}") : values)})";

    /// <summary>The keys of the orders that have one of the values; of ids on each day that has orders.</summary>
    /// <param name="kindParameter">The parameter with the kind.</param>
    /// <param name="values">Parameters.</param>
    public static string KeysSql(TermKind kind, string kindParameter, IEnumerable<string> values) => IsId(kind)
        ? $"""
           WITH RECURSIVE days("Day") AS (
               SELECT MIN("CreatedAt") / {Day} FROM "Orders"
               UNION ALL
               SELECT (SELECT MIN(o."CreatedAt") FROM "Orders" o WHERE o."CreatedAt" >= (days."Day" + 1) * {Day}) / {Day}
               FROM days WHERE days."Day" IS NOT NULL)
           SELECT t."OrderKey" FROM days CROSS JOIN "OrderTerms" t
           WHERE t."Kind" = {kindParameter} AND t."Value" IN ({string.Join(", ", values.Select(value => $"days.\"Day\" || ':' || {value}"))})
           """
        : $"""SELECT t."OrderKey" FROM "OrderTerms" t WHERE t."Kind" = {kindParameter} AND t."Value" IN ({string.Join(", ", values)})""";
}
