using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>Units that an order holds there.</summary>
/// <param name="Status">The order's raw status now.</param>
/// <param name="CreatedAt">When the order was placed.</param>
public sealed record HeldUnits(long OrderKey, string ReservationId, string OrderId, string Status, DateTimeOffset CreatedAt, ReservationState State, int Quantity);

/// <summary>Units that a reservation without an order holds there.</summary>
public sealed record LooseHeld(string ReservationId, LooseState State, int Quantity, DateTimeOffset ReservedAt);

/// <summary>Units that moved there, or were counted.</summary>
/// <param name="ActorName">Empty: nobody by name.</param>
/// <param name="OrderId">Null: no order moved them, or the reservation never had one.</param>
/// <param name="LooseId">Of a reservation without an order; null: none moved them.</param>
/// <param name="Note">What who counted wrote to it.</param>
public sealed record StockMovement(long Id, DateTimeOffset At, StockMovementKind Kind, long Quantity, Side Side, string ActorId, string ActorName, string? OrderId, string? Note, string? LooseId = null);

/// <summary>A level with what makes its figures.</summary>
/// <param name="Held">Open reservations, in the order in which their orders came in.</param>
/// <param name="HasMoreHeld">Whether there are more than asked for.</param>
/// <param name="Movements">The last one first.</param>
/// <param name="HasMoreMovements">Whether there are older ones.</param>
public sealed record StockDetail(StockLevel Level, IReadOnlyList<HeldUnits> Held, bool HasMoreHeld, IReadOnlyList<StockMovement> Movements, bool HasMoreMovements)
{
    /// <summary>Open reservations without an order, in the order in which they were made; as many at most as of orders.</summary>
    public IReadOnlyList<LooseHeld> Loose { get; init; } = [];
}

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

    private const string LooseSql =
        """
        SELECT r."ReservationId", r."State", u."Held", r."ReservedAt"
        FROM "LooseUnits" u JOIN "LooseReservations" r ON r."ReservationId" = u."ReservationId"
        WHERE u."SkuId" = @sku AND u."WarehouseId" = @warehouse AND u."Held" > 0
        ORDER BY r."ReservedAt", r."ReservationId" LIMIT @limit
        """;

    private const string MovementsSql =
        """
        SELECT m."Id", m."At", m."Kind", m."Quantity", h."ActorSide", COALESCE(m."ActorId", h."ActorId", ''), COALESCE(m."ActorName", h."ActorName", ''),
            o."OrderId", m."Note", l."ReservationId"
        FROM "StockMovements" m LEFT JOIN "History" h ON h."HistoryId" = m."HistoryId"
        LEFT JOIN "LooseReservations" l ON m."OrderKey" IS NULL AND l."ReservationId" = m."ReservationId"
        LEFT JOIN "Orders" o ON o."Key" = COALESCE(m."OrderKey", l."OrderKey", h."OrderKey")
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
        var loose = await reading.Read(Query(LooseSql, place, held), Loose, cancellationToken);
        return new(found, [.. reservations.Take(held)], reservations.Count > held || loose.Count > held, [.. moved.Take(movements)], moved.Count > movements)
        {
            Loose = [.. loose.Take(held)],
        };
    }

    private static SqlQuery Query(string text, StockPlace place, int most) =>
        new(text, [new("@sku", place.SkuId), new("@warehouse", place.WarehouseId), new("@limit", most + 1)]);

    private static HeldUnits Held(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), Ticks.From(row.GetInt64(4)), (ReservationState)row.GetInt32(5), row.GetInt32(6));

    private static LooseHeld Loose(DbDataReader row) => new(row.GetString(0), (LooseState)row.GetInt32(1), row.GetInt32(2), Ticks.From(row.GetInt64(3)));

    // A count is the store's own act, and so is what became of a reservation without an order; unless its time was over.
    private static StockMovement Movement(DbDataReader row) => new(
        row.GetInt64(0), Ticks.From(row.GetInt64(1)), (StockMovementKind)row.GetInt32(2), row.GetInt64(3), SideOf(row),
        row.GetString(5), row.GetString(6), row.TextOrNull(7), row.TextOrNull(8), row.TextOrNull(9));

    private static Side SideOf(DbDataReader row) => !row.IsDBNull(4) ? (Side)row.GetInt32(4) : row.GetString(5) == Actor.System.Id ? Side.System : Side.Store;
}
