using System.Data.Common;
using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Channels;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>The statements on reservations without an order, in one transaction. Whoever moves units draws positions first: nobody else moves any until the commit.</summary>
internal sealed class LooseStore : IDisposable
{
    private const string Columns =
        """
        SELECT r."ReservationId", r."State", r."SalesChannel", r."ReservedAt", r."ExpiresAt", r."ConfirmedAt", r."AcknowledgedAt", r."EndedAt", o."OrderId"
        FROM "LooseReservations" r LEFT JOIN "Orders" o ON o."Key" = r."OrderKey"
        """;

    private readonly SqlStatements statements;
    private readonly SqlStatement wait;
    private readonly SqlStatement one;
    private readonly SqlStatement units;
    private readonly SqlStatement due;
    private readonly SqlStatement next;
    private readonly SqlStatement insert;
    private readonly SqlStatement insertUnits;
    private readonly SqlStatement update;
    private readonly SqlStatement empty;
    private readonly SqlStatement reserve;
    private readonly SqlStatement free;
    private readonly SqlStatement move;
    private readonly SqlStatement available;
    private readonly SqlStatement order;
    private readonly SqlStatement held;
    private readonly SqlStatement there;
    private readonly SqlStatement buried;

    public LooseStore(DbConnection connection)
    {
        statements = new(connection);
        wait = statements.Add("""UPDATE "Positions" SET "Last" = "Last" WHERE "Id" = 1""");
        one = statements.Add($"""{Columns} WHERE r."ReservationId" = @ReservationId""");
        units = statements.Add(
            """SELECT "SkuId", "WarehouseId", "Quantity", "SlaType", "DockId" FROM "LooseUnits" WHERE "ReservationId" = @ReservationId ORDER BY "SkuId", "WarehouseId" """);
        due = statements.Add($"""{Columns} WHERE r."State" = 0 AND r."ExpiresAt" <= @Now ORDER BY r."ExpiresAt", r."ReservationId" LIMIT @Size""");
        next = statements.Add("""SELECT MIN("ExpiresAt") FROM "LooseReservations" WHERE "State" = 0""");
        insert = statements.Add(SqlStatement.Insert("LooseReservations", "ReservationId", "State", "SalesChannel", "ReservedAt", "ExpiresAt"));
        insertUnits = statements.Add(SqlStatement.Insert("LooseUnits", "ReservationId", "SkuId", "WarehouseId", "Quantity", "Held", "SlaType", "DockId"));
        update = statements.Add(SqlStatement.Update("LooseReservations", ["State", "ConfirmedAt", "AcknowledgedAt", "EndedAt"], "ReservationId"));
        empty = statements.Add("""UPDATE "LooseUnits" SET "Held" = 0 WHERE "ReservationId" = @ReservationId""");
        reserve = statements.Add(
            """
            INSERT INTO "StockLevels" ("SkuId", "WarehouseId", "Name", "SearchName", "Reserved", "Quarantined") VALUES (@SkuId, @WarehouseId, '', '', @Reserved, 0)
            ON CONFLICT ("SkuId", "WarehouseId") DO UPDATE SET "Reserved" = "StockLevels"."Reserved" + excluded."Reserved"
            """);
        free = statements.Add("""UPDATE "StockLevels" SET "Reserved" = "Reserved" - @Freed WHERE "SkuId" = @SkuId AND "WarehouseId" = @WarehouseId""");
        move = statements.Add(SqlStatement.Insert(
            "StockMovements", "SkuId", "WarehouseId", "At", "Kind", "Quantity", "ReservationId", "ActorId", "ActorName"));
        available = statements.Add("""SELECT "OnHand" - "Reserved" FROM "StockLevels" WHERE "SkuId" = @SkuId AND "WarehouseId" = @WarehouseId""");
        order = statements.Add("""SELECT 1 FROM "Orders" WHERE "OrderId" = @OrderId""");
        there = statements.Add(
            """SELECT 1 FROM "Orders" WHERE "OrderId" = (SELECT "OrderId" FROM "ChannelOrders" WHERE "Channel" = @Channel AND "ChannelOrderId" = @ChannelOrderId)""");
        buried = statements.Add(
            """
            SELECT 1 FROM "ChannelOrders" WHERE "CanceledAt" IS NOT NULL AND ("OrderId" = @OrderId OR ("Channel" = @Channel AND "ChannelOrderId" = @ChannelOrderId)) LIMIT 1
            """);
        held = statements.Add(
            """
            SELECT 1 FROM "Reservations" WHERE "ReservationId" >= @First AND "ReservationId" < @Behind AND "Released" + "Consumed" < "Reserved" LIMIT 1
            """);
    }

    public void Enlist(DbTransaction transaction) => statements.Enlist(transaction);

    /// <summary>Waits until nobody else moves units.</summary>
    public Task Wait(CancellationToken cancellationToken) => wait.RunAsync(cancellationToken);

    public LooseReservation? Find(string id)
    {
        using var rows = one.Read(id);
        var found = rows.Read() ? Row(rows) : null;
        rows.Close();
        return found is null ? null : found with { Units = UnitsOf(id) };
    }

    /// <summary>What is over at this instant and was never confirmed, the first of them.</summary>
    public IReadOnlyList<LooseReservation> Due(DateTimeOffset now, int size)
    {
        List<LooseReservation> found = [];
        using (var rows = due.Read(Ticks.Of(now), size))
        {
            while (rows.Read())
            {
                found.Add(Row(rows));
            }
        }

        return found.ConvertAll(reservation => reservation with { Units = UnitsOf(reservation.Id) });
    }

    /// <summary>When the next one is over; null: none waits.</summary>
    public DateTimeOffset? NextDue() => Ticks.From(next.Value() is { } ticks ? Convert.ToInt64(ticks, CultureInfo.InvariantCulture) : null);

    /// <summary>Whether the id is that of an order's own reservations, or of a lock that an order holds units by, wherever.</summary>
    public bool IsOfAnOrder(string id) =>
        LooseLocks.OrderIdsOf(id).Any(orderId => order.Value(orderId) is not null || there.Value(ChannelNames.Amazon, orderId) is not null)
        || held.Value(LooseLocks.First(id), LooseLocks.Behind(id)) is not null;

    /// <summary>Whether the id is that of an order that its channel canceled before it came in: nothing is kept for it any more.</summary>
    public bool IsOfACanceledOrder(string id) => LooseLocks.OrderIdsOf(id).Any(orderId => buried.Value(orderId, ChannelNames.Amazon, orderId) is not null);

    /// <summary>Whether more units are asked for than are counted and not reserved there.</summary>
    public bool IsShortOf(LooseUnits wanted) =>
        available.Value(wanted.Place.SkuId, wanted.Place.WarehouseId) is { } left && Convert.ToInt64(left, CultureInfo.InvariantCulture) < wanted.Quantity;

    public void Add(LooseReservation made, Actor actor)
    {
        insert.Run(made.Id, (int)made.State, made.SalesChannel, Ticks.Of(made.ReservedAt), Ticks.Of(made.ExpiresAt));
        foreach (var wanted in made.Units.OrderBy(wanted => wanted.Place, StockOrder.Ordinal))
        {
            var (skuId, warehouseId) = wanted.Place;
            insertUnits.Run(made.Id, skuId, warehouseId, wanted.Quantity, wanted.Quantity, wanted.SlaType, wanted.DockId);
            reserve.Run(skuId, warehouseId, (long)wanted.Quantity);
            Move(made.Id, wanted, StockMovementKind.Reserved, actor, made.ReservedAt);
        }
    }

    public void Save(LooseReservation changed) => update.Run(
        (int)changed.State, Ticks.Of(changed.ConfirmedAt), Ticks.Of(changed.AcknowledgedAt), Ticks.Of(changed.EndedAt), changed.Id);

    /// <summary>It holds nothing from now on: its units are on sale again.</summary>
    public LooseReservation End(LooseReservation open, LooseState state, Actor actor, DateTimeOffset at)
    {
        var ended = open with { State = state, EndedAt = at };
        Save(ended);
        empty.Run(open.Id);
        foreach (var kept in open.Units.OrderBy(kept => kept.Place, StockOrder.Ordinal))
        {
            free.Run((long)kept.Quantity, kept.Place.SkuId, kept.Place.WarehouseId);
            Move(open.Id, kept, StockMovementKind.Released, actor, at);
        }

        return ended;
    }

    public void Dispose() => statements.Dispose();

    private void Move(string id, LooseUnits moved, StockMovementKind kind, Actor actor, DateTimeOffset at) =>
        move.Run(moved.Place.SkuId, moved.Place.WarehouseId, Ticks.Of(at), (int)kind, (long)moved.Quantity, id, actor.Id, actor.Name);

    private List<LooseUnits> UnitsOf(string id)
    {
        List<LooseUnits> found = [];
        using var rows = units.Read(id);
        while (rows.Read())
        {
            found.Add(new(new(rows.GetString(0), rows.GetString(1)), rows.GetInt32(2), rows.GetString(3), rows.GetString(4)));
        }

        return found;
    }

    private static LooseReservation Row(DbDataReader row) => new(
        row.GetString(0), (LooseState)row.GetInt32(1), row.GetString(2), Ticks.From(row.GetInt64(3)), Ticks.From(row.GetInt64(4)), row.InstantOrNull(5), row.InstantOrNull(6), row.InstantOrNull(7), [])
    {
        OrderId = row.TextOrNull(8),
    };
}
