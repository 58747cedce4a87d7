using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>
/// How the table of terms writes a value. Ids of payments are drawn at random: each would lie on a page of its own. So the week of the order stands
/// before them, and orders that come in together write to few pages. Who looks for an id asks each week of the store.
/// </summary>
internal static class TermValue
{
    /// <summary>The longest value, with its week.</summary>
    public const int Longest = 220;

    // Ticks; written down in migrations.
    private const string Week = "6048000000000";
    private static readonly long TicksOfWeek = long.Parse(Week, CultureInfo.InvariantCulture);

    /// <summary>Whether no two orders have the same value, as a rule.</summary>
    public static bool IsId(TermKind kind) => kind is TermKind.Transaction or TermKind.PciTransaction or TermKind.Payment or TermKind.Nsu;

    /// <summary>The column's value.</summary>
    /// <param name="createdAt">The order's creation, ticks.</param>
    public static string Of(OrderTerm term, long createdAt) =>
        IsId(term.Kind) ? string.Create(CultureInfo.InvariantCulture, $"{createdAt / TicksOfWeek}:{term.Value}") : term.Value;

    /// <summary>A condition on the terms <c>t</c> of the order <c>o</c>.</summary>
    /// <param name="values">Parameters.</param>
    public static string Sql(TermKind kind, IEnumerable<string> values) =>
        $"t.\"Value\" IN ({string.Join(", ", IsId(kind) ? values.Select(value => $"(o.\"CreatedAt\" / {Week}) || ':' || {value}") : values)})";

    /// <summary>The keys of the orders that have one of the values.</summary>
    /// <param name="kindParameter">The parameter with the kind.</param>
    /// <param name="values">Parameters.</param>
    public static string KeysSql(TermKind kind, string kindParameter, IEnumerable<string> values) => IsId(kind)
        ? $"""
           WITH RECURSIVE weeks("Week") AS (
               SELECT (SELECT MIN("CreatedAt") FROM "Orders") / {Week}
               UNION ALL SELECT "Week" + 1 FROM weeks WHERE "Week" < (SELECT MAX("CreatedAt") FROM "Orders") / {Week})
           SELECT t."OrderKey" FROM weeks CROSS JOIN "OrderTerms" t
           WHERE t."Kind" = {kindParameter} AND t."Value" IN ({string.Join(", ", values.Select(value => $"weeks.\"Week\" || ':' || {value}"))})
           """
        : $"""SELECT t."OrderKey" FROM "OrderTerms" t WHERE t."Kind" = {kindParameter} AND t."Value" IN ({string.Join(", ", values)})""";
}
