using System.Globalization;
using System.Runtime.CompilerServices;
using AdminOrders.Core.Storage.Stock;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>Levels of stock against what makes them: reserved units against the reservations, counted and quarantined ones against the movements.</summary>
internal static class StockCheck
{
    private const string Reserved =
        """
        SELECT p."SkuId", p."WarehouseId", l."Reserved", COALESCE(h."Held", 0)
        FROM (SELECT "SkuId", "WarehouseId" FROM "StockLevels" UNION SELECT "SkuId", "WarehouseId" FROM "Reservations") p
        LEFT JOIN "StockLevels" l ON l."SkuId" = p."SkuId" AND l."WarehouseId" = p."WarehouseId"
        LEFT JOIN (
            SELECT "SkuId", "WarehouseId", SUM("Reserved" - "Released" - "Consumed") AS "Held" FROM "Reservations" GROUP BY "SkuId", "WarehouseId"
        ) h ON h."SkuId" = p."SkuId" AND h."WarehouseId" = p."WarehouseId"
        WHERE COALESCE(l."Reserved", 0) <> COALESCE(h."Held", 0)
        ORDER BY p."SkuId", p."WarehouseId"
        """;

    private const string Moved =
        """
        SELECT l."SkuId", l."WarehouseId", l."OnHand", l."Quarantined", m."Kind", m."Quantity"
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

                level = new(name, moved.IsDBNull(2) ? null : moved.GetInt64(2), moved.GetInt64(3));
            }

            if (!moved.IsDBNull(4))
            {
                level.Move((StockMovementKind)moved.GetInt32(4), moved.GetInt64(5));
            }
        }

        if (level?.Broken is { } last)
        {
            yield return last;
        }
    }

    private static string? Text(long? units) => units?.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the movements so far make of a level.</summary>
    private sealed class Level(string name, long? onHand, long quarantined)
    {
        private long? counted;
        private long inQuarantine;

        public string Name => name;

        public Finding? Broken => (counted, inQuarantine) == (onHand, quarantined) ? null : new(
            Invariant.StockMoved, null, $"StockLevels {name}", $"{Text(counted) ?? "-"}, {Text(inQuarantine)}", $"{Text(onHand) ?? "-"}, {Text(quarantined)}");

        public void Move(StockMovementKind kind, long units)
        {
            inQuarantine += kind is StockMovementKind.Quarantined ? units : 0;
            counted = kind switch
            {
                StockMovementKind.Counted => units,
                StockMovementKind.Released => counted,
                StockMovementKind.Quarantined or StockMovementKind.WrittenOff or StockMovementKind.Invoiced => counted >= units ? counted - units : null,
            };
        }
    }
}
