namespace AdminOrders.Core.Storage;

/// <summary>Distinct values of an indexed column, by one seek for each instead of a walk over all orders.</summary>
internal static class DistinctSql
{
    private const int Most = 500;

    /// <summary>Value and name, in the order of the values.</summary>
    /// <param name="name">An expression for the name of the value <c>d.v</c>.</param>
    /// <param name="among">Which orders count, as a condition on <c>o</c> that the index has too; null: all.</param>
    public static SqlQuery Of(string column, string name, string? among = null)
    {
        var (where, and) = among is null ? ("", "") : ($" WHERE {among}", $" AND {among}");
        return new(
            $"""
            WITH RECURSIVE d(v) AS (
                SELECT MIN(o."{column}") FROM "Orders" o{where}
                UNION ALL
                SELECT (SELECT MIN(o."{column}") FROM "Orders" o WHERE o."{column}" > d.v{and}) FROM d WHERE d.v IS NOT NULL)
            SELECT d.v, {name} FROM d WHERE d.v IS NOT NULL LIMIT {Most}
            """, []);
    }
}
