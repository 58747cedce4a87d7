namespace AdminOrders.Core.Storage.Migrations;

/// <summary>Levels and movements of a store in which orders held and freed units before those were written down.</summary>
internal static class StockSoFar
{
    /// <summary>What the reservations hold, and what went to quarantine.</summary>
    public const string Levels =
        """
        INSERT INTO "StockLevels" ("SkuId", "WarehouseId", "Name", "SearchName", "Reserved", "Quarantined")
        SELECT r."SkuId", r."WarehouseId", COALESCE(MAX(i."Name"), ''), SUBSTR(LOWER(COALESCE(MAX(i."Name"), '')), 1, 100), SUM(r."Reserved" - r."Released" - r."Consumed"), 0
        FROM "Reservations" r LEFT JOIN "OrderItems" i ON i."OrderKey" = r."OrderKey" AND i."ItemIndex" = r."ItemIndex"
        GROUP BY r."SkuId", r."WarehouseId";

        UPDATE "StockLevels" SET "Quarantined" = COALESCE((
            SELECT SUM(m."Quantity") FROM "StockMovements" m
            WHERE m."SkuId" = "StockLevels"."SkuId" AND m."WarehouseId" = "StockLevels"."WarehouseId" AND m."Kind" = 2), 0)
        WHERE EXISTS (SELECT 1 FROM "StockMovements" m WHERE m."Kind" = 2);
        """;

    /// <summary>What the events of the history freed; they do not say which units an invoice took.</summary>
    /// <param name="units">Joins the units of an event, <c>u</c>, with columns <c>SkuId</c>, <c>WarehouseId</c>, <c>ReservationId</c>, <c>Destination</c> and <c>Quantity</c>.</param>
    public static string Movements(string units) =>
        $"""
        INSERT INTO "StockMovements" ("SkuId", "WarehouseId", "At", "Kind", "Quantity", "OrderKey", "ReservationId", "HistoryId")
        SELECT u."SkuId", u."WarehouseId", h."At", CASE u."Destination" WHEN 'Quarantine' THEN 2 WHEN 'WrittenOff' THEN 3 ELSE 1 END,
            SUM(u."Quantity"), h."OrderKey", u."ReservationId", h."HistoryId"
        FROM "History" h {units}
        JOIN "Reservations" r ON r."OrderKey" = h."OrderKey" AND r."ReservationId" = u."ReservationId"
        WHERE h."Kind" = 'stock-released'
        GROUP BY h."Position", u."SkuId", u."WarehouseId", h."At", u."Destination", h."OrderKey", u."ReservationId", h."HistoryId"
        ORDER BY h."Position", u."ReservationId";
        """;
}
