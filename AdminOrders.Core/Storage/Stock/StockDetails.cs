using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>Units that an order holds there.</summary>
/// <param name="Status">The order's raw status now.</param>
/// <param name="CreatedAt">When the order was placed.</param>
public sealed record HeldUnits(long OrderKey, string ReservationId, string OrderId, string Status, DateTimeOffset CreatedAt, ReservationState State, int Quantity);

/// <summary>Units that moved there, or were counted.</summary>
/// <param name="ActorName">Empty: nobody by name.</param>
/// <param name="OrderId">Null: no order moved them.</param>
/// <param name="Note">What who counted wrote to it.</param>
public sealed record StockMovement(long Id, DateTimeOffset At, StockMovementKind Kind, long Quantity, Side Side, string ActorId, string ActorName, string? OrderId, string? Note);

/// <summary>A level with what makes its figures.</summary>
/// <param name="Held">Open reservations, in the order in which their orders came in.</param>
/// <param name="HasMoreHeld">Whether there are more than asked for.</param>
/// <param name="Movements">The last one first.</param>
/// <param name="HasMoreMovements">Whether there are older ones.</param>
public sealed record StockDetail(StockLevel Level, IReadOnlyList<HeldUnits> Held, bool HasMoreHeld, IReadOnlyList<StockMovement> Movements, bool HasMoreMovements);

/// <summary>Reads what is behind the figures of a level.</summary>
public sealed class StockDetails(StoreSource source)
{
    private const string HeldSql =
        """
        SELECT v."OrderKey", v."ReservationId", o."OrderId", o."Status", o."CreatedAt", v."State", v."Reserved" - v."Released" - v."Consumed"
        FROM "Reservations" v JOIN "Orders" o ON o."Key" = v."OrderKey"
        WHERE v."SkuId" = @sku AND v."WarehouseId" = @warehouse AND v."Released" + v."Consumed" < v."Reserved"
        ORDER BY v."OrderKey", v."ReservationId" LIMIT @limit
        """;

    private const string MovementsSql =
        """
        SELECT m."Id", m."At", m."Kind", m."Quantity", h."ActorSide", COALESCE(m."ActorId", h."ActorId", ''), COALESCE(m."ActorName", h."ActorName", ''),
            o."OrderId", m."Note"
        FROM "StockMovements" m LEFT JOIN "History" h ON h."HistoryId" = m."HistoryId" LEFT JOIN "Orders" o ON o."Key" = m."OrderKey"
        WHERE m."SkuId" = @sku AND m."WarehouseId" = @warehouse
        ORDER BY m."Id" DESC LIMIT @limit
        """;

    /// <summary>The level with at most so many reservations and movements, all of one moment; null: there is none.</summary>
    public async Task<StockDetail?> Get(StockPlace place, int held, int movements, CancellationToken cancellationToken = default)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        await reading.HoldMoment(cancellationToken);
        var level = await reading.Read(StockSql.Of([place]), row => StockSql.Level(row).Level, cancellationToken);
        if (level is not [var found])
        {
            return null;
        }

        var reservations = await reading.Read(Query(HeldSql, place, held), Held, cancellationToken);
        var moved = await reading.Read(Query(MovementsSql, place, movements), Movement, cancellationToken);
        return new(found, [.. reservations.Take(held)], reservations.Count > held, [.. moved.Take(movements)], moved.Count > movements);
    }

    private static SqlQuery Query(string text, StockPlace place, int most) =>
        new(text, [new("@sku", place.SkuId), new("@warehouse", place.WarehouseId), new("@limit", most + 1)]);

    private static HeldUnits Held(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), Ticks.From(row.GetInt64(4)), (ReservationState)row.GetInt32(5), row.GetInt32(6));

    // A count is the store's own act.
    private static StockMovement Movement(DbDataReader row) => new(
        row.GetInt64(0), Ticks.From(row.GetInt64(1)), (StockMovementKind)row.GetInt32(2), row.GetInt64(3), row.IsDBNull(4) ? Side.Store : (Side)row.GetInt32(4),
        row.GetString(5), row.GetString(6), row.TextOrNull(7), row.TextOrNull(8));
}
