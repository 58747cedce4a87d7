using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using AdminOrders.Core.Storage.Stock;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>
/// Levels of stock against what makes them: reserved units against the reservations of orders and those without one, counted and quarantined ones against
/// the movements; and each unit of a reservation without an order against its movements.
/// </summary>
internal static class StockCheck
{
    private const string Reserved =
        """
        SELECT p."SkuId", p."WarehouseId", l."Reserved", COALESCE(h."Held", 0)
        FROM (
            SELECT "SkuId", "WarehouseId" FROM "StockLevels" UNION SELECT "SkuId", "WarehouseId" FROM "Reservations"
            UNION SELECT "SkuId", "WarehouseId" FROM "LooseUnits"
        ) p
        LEFT JOIN "StockLevels" l ON l."SkuId" = p."SkuId" AND l."WarehouseId" = p."WarehouseId"
        LEFT JOIN (
            SELECT "SkuId", "WarehouseId", SUM("Held") AS "Held" FROM (
                SELECT "SkuId", "WarehouseId", "Reserved" - "Released" - "Consumed" AS "Held" FROM "Reservations"
                UNION ALL SELECT "SkuId", "WarehouseId", "Held" FROM "LooseUnits"
            ) r GROUP BY "SkuId", "WarehouseId"
        ) h ON h."SkuId" = p."SkuId" AND h."WarehouseId" = p."WarehouseId"
        WHERE COALESCE(l."Reserved", 0) <> COALESCE(h."Held", 0)
        ORDER BY p."SkuId", p."WarehouseId"
        """;

    // Kept once, and freed once when the reservation has ended.
    private const string Loose =
        $"""
        SELECT u."ReservationId", u."SkuId", u."WarehouseId", u."Quantity", u."Held", CASE WHEN r."EndedAt" IS NULL THEN u."Quantity" ELSE 0 END,
            COALESCE(m."Kept", 0), COALESCE(m."Freed", 0)
        FROM "LooseUnits" u JOIN "LooseReservations" r ON r."ReservationId" = u."ReservationId"
        LEFT JOIN (
            SELECT "ReservationId", "SkuId", "WarehouseId", SUM(CASE WHEN "Kind" = {Kept} THEN "Quantity" ELSE 0 END) AS "Kept",
                SUM(CASE WHEN "Kind" = {Kept} THEN 0 ELSE "Quantity" END) AS "Freed"
            FROM "StockMovements" WHERE "OrderKey" IS NULL AND "ReservationId" IS NOT NULL GROUP BY "ReservationId", "SkuId", "WarehouseId"
        ) m ON m."ReservationId" = u."ReservationId" AND m."SkuId" = u."SkuId" AND m."WarehouseId" = u."WarehouseId"
        WHERE u."Held" <> CASE WHEN r."EndedAt" IS NULL THEN u."Quantity" ELSE 0 END OR COALESCE(m."Kept", 0) <> u."Quantity"
            OR COALESCE(m."Freed", 0) <> u."Quantity" - u."Held"
        ORDER BY u."ReservationId", u."SkuId", u."WarehouseId"
        """;

    // StockMovementKind.Reserved
    private const string Kept = "5";

    private const string Moved =
        """
        SELECT l."SkuId", l."WarehouseId", l."OnHand", l."Quarantined", l."Missing", m."Kind", m."Quantity"
        FROM "StockLevels" l LEFT JOIN "StockMovements" m ON m."SkuId" = l."SkuId" AND m."WarehouseId" = l."WarehouseId"
        ORDER BY l."SkuId", l."WarehouseId", m."Id"
        """;

    public static async IAsyncEnumerable<Finding> Run(OrdersDb db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Reserved;
        await using (var rows = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                var (held, found) = (Convert.ToInt64(rows.GetValue(3), CultureInfo.InvariantCulture), rows.IsDBNull(2) ? null : Text(rows.GetInt64(2)));
                yield return new(Invariant.StockReserved, null, $"StockLevels {rows.GetString(0)} {rows.GetString(1)}", Text(held)!, found ?? "-");
            }
        }

        command.CommandText = Loose;
        await using (var rows = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                yield return LooseFinding(rows);
            }
        }

        command.CommandText = Moved;
        await using var moved = await command.ExecuteReaderAsync(cancellationToken);
        Level? level = null;
        while (await moved.ReadAsync(cancellationToken))
        {
            var name = $"{moved.GetString(0)} {moved.GetString(1)}";
            if (level?.Name != name)
            {
                if (level?.Broken is { } broken)
                {
                    yield return broken;
                }

                level = new(name, moved.IsDBNull(2) ? null : moved.GetInt64(2), moved.GetInt64(3), moved.GetInt64(4));
            }

            if (!moved.IsDBNull(5))
            {
                level.Move((StockMovementKind)moved.GetInt32(5), moved.GetInt64(6));
            }
        }

        if (level?.Broken is { } last)
        {
            yield return last;
        }
    }

    private static Finding LooseFinding(DbDataReader row)
    {
        var units = Enumerable.Range(3, 5).Select(column => Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture)).ToArray();
        var (quantity, held, due, kept, freed) = (units[0], units[1], units[2], units[3], units[4]);
        return new(
            Invariant.LooseReservations, null, $"LooseUnits {row.GetString(0)} {row.GetString(1)} {row.GetString(2)}",
            $"{Text(due)}, {Text(quantity)}, {Text(quantity - due)}", $"{Text(held)}, {Text(kept)}, {Text(freed)}");
    }

    private static string? Text(long? units) => units?.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the movements so far make of a level.</summary>
    private sealed class Level(string name, long? onHand, long quarantined, long missing)
    {
        private long? counted;
        private long inQuarantine;
        private long missed;

        public string Name => name;

        public Finding? Broken => (counted, inQuarantine, missed) == (onHand, quarantined, missing) ? null : new(
            Invariant.StockMoved, null, $"StockLevels {name}", Words(counted, inQuarantine, missed), Words(onHand, quarantined, missing));

        public void Move(StockMovementKind kind, long units)
        {
            inQuarantine += kind switch
            {
                StockMovementKind.Quarantined => units,
                StockMovementKind.BackOnSale or StockMovementKind.Discarded => -units,
                _ => 0,
            };
            missed = kind switch
            {
                StockMovementKind.Counted => 0,
                StockMovementKind.Missing => missed + units,
                _ => missed,
            };
            // Before what was missing was written down, such a level was one no longer counted.
            counted = kind switch
            {
                StockMovementKind.Missing => 0,
                StockMovementKind.Counted => units,
                StockMovementKind.Released or StockMovementKind.Reserved or StockMovementKind.TakenOver or StockMovementKind.Discarded => counted,
                StockMovementKind.BackOnSale => counted + units,
                StockMovementKind.Quarantined or StockMovementKind.WrittenOff or StockMovementKind.Invoiced => counted >= units ? counted - units : null,
            };
        }

        private static string Words(long? onHand, long quarantined, long missing) => $"{Text(onHand) ?? "-"}, {Text(quarantined)}, {Text(missing)}";
    }
}
