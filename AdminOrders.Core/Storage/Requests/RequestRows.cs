using System.Collections.Immutable;
using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>What the queue reads of an order: its row, and the parts of all rows of a page by one statement each.</summary>
internal static class RequestRows
{
    /// <summary>The first so many lines of an order are named.</summary>
    public const int Products = 3;

    public const string Columns =
        """
        o."Key", o."OrderId", o."Status", o."StatusBefore", o."Value", o."Currency", o."SellerId", o."SalesChannel", o."IsMarketplaceOrder", o."IsExternalSeller",
        o."CreatedAt", o."StatusDueAt", o."OutputInvoices", o."InvoicedValue", o."InputInvoices", o."ReturnedValue", o."IsPaymentRecorded", o."Version",
        o."AssigneeId", o."AssigneeName", o."Position", o."Sequence", o."CustomerName", o."SellerName", o."ProductCount", o."Units", o."IsMovedHere",
        o."RequestDueAt", o."IsFulfilledByChannel"
        """;

    public static QueuedOrder Order(DbDataReader row) => new()
    {
        Key = row.GetInt64(0),
        Position = row.GetInt64(20),
        Sequence = row.GetString(21),
        CustomerName = row.GetString(22),
        SellerName = row.GetString(23),
        ProductCount = row.GetInt32(24),
        Units = row.GetInt64(25),
        Facts = Facts(row),
    };

    private static OrderFacts Facts(DbDataReader row) => new()
    {
        OrderId = row.GetString(1),
        Status = row.GetString(2),
        StatusBefore = row.TextOrNull(3),
        Value = row.GetInt64(4),
        Currency = row.GetString(5),
        SellerId = row.GetString(6),
        SalesChannel = row.GetString(7),
        IsMarketplaceOrder = row.GetBoolean(8),
        IsExternalSeller = row.GetBoolean(9),
        CreatedAt = Ticks.From(row.GetInt64(10)),
        StatusDueAt = row.InstantOrNull(11),
        OutputInvoices = row.GetInt32(12),
        InvoicedValue = row.GetInt64(13),
        InputInvoices = row.GetInt32(14),
        ReturnedValue = row.GetInt64(15),
        IsPaymentRecorded = row.GetBoolean(16),
        Version = row.GetInt64(17),
        Assignee = row.TextOrNull(18) is { } id ? new(id, row.TextOrNull(19) ?? "") : null,
        IsMovedHere = row.GetBoolean(26),
        IsFulfilledByChannel = row.GetBoolean(28),
    };

    /// <summary>The orders with their open requests, payments, reservations and first lines.</summary>
    public static async Task<IReadOnlyList<QueuedOrder>> Complete(StoreReading reading, IReadOnlyList<QueuedOrder> orders, CancellationToken cancellationToken)
    {
        if (orders.Count == 0)
        {
            return orders;
        }

        var keys = orders.Select(order => order.Key).ToList();
        var requests = await Parts(reading, Requests(keys), row => (Request: FactsRows.Request(row), Name: row.GetString(11)), 10, cancellationToken);
        var payments = await Parts(reading, Payments(keys), FactsRows.Payment, 8, cancellationToken);
        var reservations = await Parts(reading, Reservations(keys), FactsRows.Reservation, 8, cancellationToken);
        var products = await Parts(reading, Lines(keys), row => new OrderProduct(row.GetString(0), row.GetInt64(1)), 2, cancellationToken);
        var closed = keys.FindAll(key => !requests.Contains(key));
        var answered = closed.Count == 0 ? null : await Parts(reading, Answers(closed), FactsRows.LastChange, 5, cancellationToken);
        return
        [
            .. orders.Select(order => order with
            {
                Facts = order.Facts with
                {
                    Requests = [.. requests[order.Key].Select(found => found.Request)],
                    Payments = [.. payments[order.Key]],
                    Reservations = [.. reservations[order.Key]],
                },
                EnteredByNames = requests[order.Key].ToImmutableDictionary(found => found.Request.Id, found => found.Name, StringComparer.Ordinal),
                Products = [.. products[order.Key]],
                Answered = answered?[order.Key].LastOrDefault(),
            }),
        ];
    }

    private static async Task<ILookup<long, T>> Parts<T>(
        StoreReading reading, SqlQuery query, Func<DbDataReader, T> read, int key, CancellationToken cancellationToken) =>
        (await reading.Read(query, row => (Key: row.GetInt64(key), Part: read(row)), cancellationToken)).ToLookup(row => row.Key, row => row.Part);

    private static SqlQuery Requests(List<long> keys) => KeysSql.Of(keys, among =>
        $"""
        SELECT r."RequestId", r."RequestedBy", r."EnteredBy", r."EnteredBySide", r."EnteredByIssuer", r."RequestedAt", r."DueAt", r."ReasonLabelId", r."Receipt",
            t."Value", r."OrderKey", r."EnteredByName"
        FROM "CancellationRequests" r
        LEFT JOIN "HistoryTexts" t ON t."HistoryId" = r."Receipt" AND t."Name" IN ('reason', 'reason:' || r."RequestId")
        WHERE r."OrderKey" IN ({among}) AND r."State" = 0 ORDER BY r."RequestedAt", r."RequestId"
        """);

    private static SqlQuery Payments(List<long> keys) => KeysSql.Of(keys, among =>
        $"""
        SELECT p."PaymentId", p."State", p."Value", p."Captured", p."Refunded", p."Owed", p."Claimed", p."PaymentGroup", p."OrderKey" FROM "Payments" p
        WHERE p."OrderKey" IN ({among}) ORDER BY p."Place"
        """);

    private static SqlQuery Reservations(List<long> keys) => KeysSql.Of(keys, among =>
        $"""
        SELECT v."ReservationId", v."ItemIndex", v."WarehouseId", v."SkuId", v."State", v."Reserved", v."Released", v."Consumed", v."OrderKey" FROM "Reservations" v
        WHERE v."OrderKey" IN ({among}) ORDER BY v."Place"
        """);

    private static SqlQuery Lines(List<long> keys) => KeysSql.Of(keys, among =>
        $"""
        SELECT i."Name", i."Quantity" - i."RemovedQuantity", i."OrderKey" FROM "OrderItems" i
        WHERE i."OrderKey" IN ({among}) AND i."ItemIndex" < {Products} AND i."Quantity" > i."RemovedQuantity" ORDER BY i."ItemIndex"
        """);

    private static SqlQuery Answers(List<long> keys) => KeysSql.Of(keys, among =>
        $"""
        SELECT h."Kind", h."ActorSide", h."ActorName", h."At", h."Status", r."OrderKey" FROM "CancellationRequests" r
        JOIN "History" h ON h."HistoryId" = r."ClosedByHistoryId"
        WHERE r."OrderKey" IN ({among}) ORDER BY h."Number"
        """);
}
