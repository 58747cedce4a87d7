namespace AdminOrders.Core.Storage;

/// <summary>Distinct values of something that is indexed, by one seek for each instead of a walk over all orders.</summary>
internal static class DistinctSql
{
    private const int Most = 500;

    /// <summary>Value and name, in the order of the values.</summary>
    /// <param name="value">An expression on a row of the table, usually the order <c>o</c>.</param>
    /// <param name="name">An expression for the name of the value <c>d.v</c>.</param>
    /// <param name="among">Which rows count, as a condition that the index has too; null: all.</param>
    /// <param name="table">With the name that the others call its rows by.</param>
    public static SqlQuery Of(string value, string name, string? among = null, string table = "\"Orders\" o")
    {
        var (where, and) = among is null ? ("", "") : ($" WHERE {among}", $" AND {among}");
        return new(
            $"""
            WITH RECURSIVE d(v) AS (
                SELECT MIN({value}) FROM {table}{where}
                UNION ALL
                SELECT (SELECT MIN({value}) FROM {table} WHERE {value} > d.v{and}) FROM d WHERE d.v IS NOT NULL)
            SELECT d.v, {name} FROM d WHERE d.v IS NOT NULL LIMIT {Most}
            """, []);
    }
}
