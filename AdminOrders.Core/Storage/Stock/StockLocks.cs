using System.Data.Common;
using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Stock;

/// <summary>VTEX's states of a reservation, by its numbers.</summary>
public enum StockLockStatus
{
    NotCommitted,
    Authorized,
    Confirmed,
    AbortedCommitted,
    AuthorizationExpired,
    CanceledManually,
}

/// <summary>What is kept under one id, for an order or without one.</summary>
/// <param name="Id">The lock's; of an order <c>00-</c> and its id.</param>
/// <param name="ExpiresAt">From then on it can be confirmed no longer; null: it is an order's, whose own clock counts.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Units">What was reserved, held or not.</param>
public sealed record StockLock(
    string Id, StockLockStatus Status, string SalesChannel, DateTimeOffset ReservedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? ConfirmedAt,
    DateTimeOffset? AcknowledgedAt, DateTimeOffset? CanceledAt, DateTimeOffset UpdatedAt, IReadOnlyList<LooseUnits> Units)
{
    /// <summary>The same of a reservation without an order.</summary>
    public static StockLock Of(LooseReservation loose) => new(
        loose.Id, StatusOf(loose.State), loose.SalesChannel, loose.ReservedAt, loose.ExpiresAt, loose.ConfirmedAt, loose.AcknowledgedAt, loose.EndedAt,
        loose.EndedAt ?? loose.AcknowledgedAt ?? loose.ConfirmedAt ?? loose.ReservedAt, loose.Units);

    internal static StockLockStatus StatusOf(LooseState state) => state switch
    {
        LooseState.Authorized => StockLockStatus.Authorized,
        LooseState.Confirmed or LooseState.Acknowledged => StockLockStatus.Confirmed,
        LooseState.TakenOver => StockLockStatus.AbortedCommitted,
        LooseState.Expired => StockLockStatus.AuthorizationExpired,
        LooseState.Canceled => StockLockStatus.CanceledManually,
    };
}

/// <summary>Units that are held in a place under one id.</summary>
public sealed record HeldLock(string Id, long Quantity, StockLockStatus Status, string SalesChannel, DateTimeOffset ReservedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? AcknowledgedAt);

/// <summary>Reads reservations of orders and those without one side by side.</summary>
public sealed class StockLocks(StoreSource source, LooseReservations loose)
{
    private const string HeldSql =
        $"""
        SELECT '00-' || o."OrderId" AS "Id", SUM(v."Reserved" - v."Released" - v."Consumed") AS "Held", MIN(v."State") AS "State", o."SalesChannel", o."CreatedAt" AS "At",
            CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT)
        FROM "Reservations" v JOIN "Orders" o ON o."Key" = v."OrderKey"
        WHERE v."SkuId" = @sku AND v."WarehouseId" = @warehouse AND v."Released" + v."Consumed" < v."Reserved"
        GROUP BY o."OrderId", o."SalesChannel", o."CreatedAt"
        UNION ALL
        SELECT u."ReservationId", u."Held", r."State", r."SalesChannel", r."ReservedAt", r."ExpiresAt", r."ConfirmedAt", r."AcknowledgedAt"
        FROM "LooseUnits" u JOIN "LooseReservations" r ON r."ReservationId" = u."ReservationId"
        WHERE u."SkuId" = @sku AND u."WarehouseId" = @warehouse AND u."Held" > 0
        """;

    private const string OfOrderSql =
        """
        SELECT o."SalesChannel", o."CreatedAt", o."AuthorizedAt", o."CanceledAt", o."LastChangeAt", v."SkuId", v."WarehouseId", v."Reserved", v."State",
            v."Reserved" - v."Released" - v."Consumed", v."Consumed"
        FROM "Orders" o JOIN "Reservations" v ON v."OrderKey" = o."Key" WHERE o."OrderId" = @order ORDER BY v."Place"
        """;

    /// <summary>What is kept under the id; null: nothing ever was. One that its order took over is the order's.</summary>
    public async Task<StockLock?> Find(string id, CancellationToken cancellationToken = default)
    {
        if (await loose.Get(id, cancellationToken) is { OrderId: null } known)
        {
            return StockLock.Of(known);
        }

        foreach (var orderId in LooseLocks.OrderIdsOf(id).Where(orderId => orderId != id))
        {
            await using var reading = await source.OpenReading(cancellationToken);
            var rows = await reading.Read(new(OfOrderSql, [new("@order", orderId)]), OrderUnits.Of, cancellationToken);
            if (rows.Count > 0)
            {
                return OfOrder(id, rows);
            }
        }

        return await loose.Get(id, cancellationToken) is { } taken ? StockLock.Of(taken) : null;
    }

    /// <summary>What is held in the place, in the order in which it was reserved.</summary>
    /// <param name="page">From 1 on.</param>
    public async Task<(IReadOnlyList<HeldLock> Page, long Total)> At(StockPlace place, int page, int size, CancellationToken cancellationToken = default)
    {
        List<KeyValuePair<string, object>> parameters = [new("@sku", place.SkuId), new("@warehouse", place.WarehouseId)];
        await using var reading = await source.OpenReading(cancellationToken);
        await reading.HoldMoment(cancellationToken);
        var total = await reading.Read(new($"SELECT COUNT(*) FROM ({HeldSql}) h", parameters), row => row.GetInt64(0), cancellationToken);
        var rows = await reading.Read(
            new($"{HeldSql} ORDER BY 5, 1 LIMIT @limit OFFSET @offset", [.. parameters, new("@limit", size), new("@offset", (long)(page - 1) * size)]), Held, cancellationToken);
        return (rows, total[0]);
    }

    // An order's reservation states and those without an order begin alike: authorized, confirmed, acknowledged.
    private static HeldLock Held(DbDataReader row) => new(
        row.GetString(0), Convert.ToInt64(row.GetValue(1), CultureInfo.InvariantCulture), StockLock.StatusOf((LooseState)row.GetInt32(2)), row.GetString(3), Ticks.From(row.GetInt64(4)),
        row.InstantOrNull(5), row.InstantOrNull(6), row.InstantOrNull(7));

    private static StockLock OfOrder(string id, List<OrderUnits> rows)
    {
        var (order, held) = (rows[0], rows.Where(row => row.Held > 0).ToList());
        var status = held.Count > 0 ? StockLock.StatusOf((LooseState)(int)held.Min(row => row.State))
            : rows.Exists(row => row.Consumed > 0) ? StockLockStatus.Confirmed
            : StockLockStatus.CanceledManually;
        return new(
            id, status, order.SalesChannel, order.CreatedAt, null, order.AuthorizedAt, null, held.Count > 0 ? null : order.CanceledAt, order.ChangedAt,
            [.. rows.Select(row => new LooseUnits(row.Place, row.Quantity))]);
    }

    private sealed record OrderUnits(
        string SalesChannel, DateTimeOffset CreatedAt, DateTimeOffset? AuthorizedAt, DateTimeOffset? CanceledAt, DateTimeOffset ChangedAt, StockPlace Place, int Quantity,
        ReservationState State, int Held, int Consumed)
    {
        public static OrderUnits Of(DbDataReader row) => new(
            row.GetString(0), Ticks.From(row.GetInt64(1)), row.InstantOrNull(2), row.InstantOrNull(3), Ticks.From(row.GetInt64(4)), new(row.GetString(5), row.GetString(6)),
            row.GetInt32(7), (ReservationState)row.GetInt32(8), row.GetInt32(9), row.GetInt32(10));
    }
}
