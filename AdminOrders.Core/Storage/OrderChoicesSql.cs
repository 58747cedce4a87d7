
namespace AdminOrders.Core.Storage;

/// <summary>Distinct values of an indexed column, by one seek for each instead of a walk over all orders.</summary>
internal static class OrderChoicesSql
{
    private const int Most = 500;

    private const string NameOfSeller =
        """(SELECT o."SellerName" FROM "Orders" o WHERE o."SellerId" = d.v ORDER BY o."CreatedAt" DESC, o."Key" DESC LIMIT 1)""";

    public static async Task<OrderChoices> Read(StoreReading reading, CancellationToken cancellationToken) => new(
        await reading.Read(Distinct("Status", "d.v"), row => row.GetString(0), cancellationToken),
        await reading.Read(Distinct("SellerId", NameOfSeller), row => new SellerChoice(row.GetString(0), row.GetString(1)), cancellationToken),
        await reading.Read(Distinct("Origin", "d.v"), row => row.GetString(0), cancellationToken));

    private static SqlQuery Distinct(string column, string name) => new(
        $"""
        WITH RECURSIVE d(v) AS (
            SELECT MIN("{column}") FROM "Orders"
            UNION ALL
            SELECT (SELECT MIN(o."{column}") FROM "Orders" o WHERE o."{column}" > d.v) FROM d WHERE d.v IS NOT NULL)
        SELECT d.v, {name} FROM d WHERE d.v IS NOT NULL LIMIT {Most}
        """, []);
}
