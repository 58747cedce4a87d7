namespace AdminOrders.Core.Storage.Migrations;

/// <summary>Counters of a store that has orders from before they were counted.</summary>
internal static class CountersSoFar
{
    public const string Fill =
        """
        INSERT INTO "OrderCounters" ("Days", "Day", "Status", "SellerId", "Origin", "Currency", "Orders", "Value")
        SELECT 1, CAST("CreatedAt" / 864000000000 AS INTEGER), "Status", "SellerId", "Origin", "Currency", COUNT(*), CAST(SUM("Value") AS BIGINT)
        FROM "Orders" GROUP BY CAST("CreatedAt" / 864000000000 AS INTEGER), "Status", "SellerId", "Origin", "Currency";

        INSERT INTO "OrderCounters" ("Days", "Day", "Status", "SellerId", "Origin", "Currency", "Orders", "Value")
        SELECT 32, "Day" / 32 * 32, "Status", "SellerId", "Origin", "Currency", CAST(SUM("Orders") AS BIGINT), CAST(SUM("Value") AS BIGINT)
        FROM "OrderCounters" GROUP BY "Day" / 32 * 32, "Status", "SellerId", "Origin", "Currency";
        """;
}
