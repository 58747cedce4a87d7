using System.Data.Common;

namespace AdminOrders.Core.Storage.Counters;

/// <summary>
/// Sums of values by currency. The engine adds millions and what is left of them apart: a sum of large amounts is no reason for it to fail.
/// </summary>
internal static class SumsSql
{
    /// <summary>What the summed rows have, of an order <c>o</c>: as the columns of a counter.</summary>
    public const string Columns = """1 AS "Orders", o."Value" AS "Value", o."Currency" AS "Currency" """;

    private const long Million = 1_000_000;

    public static SqlQuery Of(SqlQuery rows) => rows with
    {
        Text = $"""
                SELECT c."Currency", CAST(SUM(c."Orders") AS BIGINT), CAST(SUM(c."Value" / 1000000) AS BIGINT), CAST(SUM(c."Value" % 1000000) AS BIGINT)
                FROM ({rows.Text}) c GROUP BY c."Currency"
                """,
    };

    public static CurrencySum Read(DbDataReader row) => new(row.GetString(0), row.GetInt64(1), Bounded(((Int128)row.GetInt64(2) * Million) + row.GetInt64(3)));

    /// <summary>Sums of several parts, each currency once.</summary>
    public static IReadOnlyList<CurrencySum> Together(IEnumerable<CurrencySum> parts) =>
    [
        .. parts.GroupBy(part => part.Currency, StringComparer.Ordinal)
            .Select(all => new CurrencySum(all.Key, all.Sum(part => part.Orders), Bounded(all.Aggregate((Int128)0, (sum, part) => sum + part.Value))))
            .OrderByDescending(sum => sum.Orders).ThenBy(sum => sum.Currency, StringComparer.Ordinal),
    ];

    private static long Bounded(Int128 value) => (long)Int128.Min(value, long.MaxValue);
}
