using System.Collections.Immutable;
using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Loads what the rules need of one order: its row, then only the parts that it has.</summary>
internal sealed class FactsReader
{
    private const string OrderSql =
        """
        SELECT "Key", "Status", "StatusBefore", "Value", "Currency", "SellerId", "SalesChannel", "IsMarketplaceOrder", "IsExternalSeller", "CreatedAt",
            "StatusDueAt", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "CustomerDeclinedAt", "IsMovedHere", "IsPaymentRecorded",
            "Version", "DocumentHash", "OpenRequests", "CanceledAt", "CanceledFor", "CanceledById", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt",
            "HistoryCount", "LastHash", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CanceledBy"
        FROM "Orders" WHERE "OrderId" = @OrderId
        """;

    private const string RequestsSql =
        """
        SELECT r."RequestId", r."RequestedBy", r."EnteredBy", r."EnteredBySide", r."EnteredByIssuer", r."RequestedAt", r."DueAt", r."ReasonLabelId", r."Receipt", t."Value"
        FROM "CancellationRequests" r
        LEFT JOIN "HistoryTexts" t ON t."HistoryId" = r."Receipt" AND t."Name" IN ('reason', 'reason:' || r."RequestId")
        WHERE r."OrderKey" = @OrderKey AND r."State" = 0 ORDER BY r."RequestedAt", r."RequestId"
        """;

    private readonly SqlStatement order;
    private readonly SqlStatement items;
    private readonly SqlStatement invoices;
    private readonly SqlStatement payments;
    private readonly SqlStatement reservations;
    private readonly SqlStatement requests;
    private readonly SqlStatement cancelReason;
    private readonly SqlStatement lastChange;

    public FactsReader(SqlStatements statements)
    {
        order = statements.Add(OrderSql);
        items = statements.Add(
            """
            SELECT "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "UnitPrice", "ReturnedQuantity"
            FROM "OrderItems" WHERE "OrderKey" = @OrderKey ORDER BY "ItemIndex"
            """);
        invoices = statements.Add("""SELECT "Number", "Type", "Value" FROM "Invoices" WHERE "OrderKey" = @OrderKey ORDER BY "Id" """);
        payments = statements.Add(
            """SELECT "PaymentId", "State", "Value", "Captured", "Refunded", "Owed" FROM "Payments" WHERE "OrderKey" = @OrderKey ORDER BY "Place" """);
        reservations = statements.Add(
            """
            SELECT "ReservationId", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed"
            FROM "Reservations" WHERE "OrderKey" = @OrderKey ORDER BY "Place"
            """);
        requests = statements.Add(RequestsSql);
        cancelReason = statements.Add("""SELECT "Value" FROM "HistoryTexts" WHERE "HistoryId" = @HistoryId AND "Name" = 'reason' """);
        lastChange = statements.Add(
            """
            SELECT h."Kind", h."ActorSide", h."ActorName", h."At", h."Status" FROM "History" h
            JOIN "Orders" o ON o."Key" = h."OrderKey"
            WHERE o."OrderId" = @OrderId AND h."Kind" NOT IN ('money-owed', 'stock-released') ORDER BY h."Number" DESC LIMIT 1
            """);
    }

    /// <summary>The order's facts as the transaction sees them; null: not on record.</summary>
    public static OrderFacts? Read(DbTransaction transaction, string orderId)
    {
        using var statements = new SqlStatements(transaction.Connection!);
        var reader = new FactsReader(statements);
        statements.Enlist(transaction);
        return reader.Load(orderId)?.Facts;
    }

    /// <summary>The order with everything that rules look at; null: not on record.</summary>
    public StoredOrder? Load(string orderId) => Row(orderId) is var (found, openRequests) ? WithParts(found, openRequests) : null;

    /// <summary>The last thing that happened to the order, rather than what followed from it; null: not on record.</summary>
    public LastChange? LastChange(string orderId)
    {
        using var row = lastChange.Read(orderId);
        return row.Read()
            ? new(row.GetString(0), (Side)row.GetInt32(1), row.GetString(2), Ticks.From(row.GetInt64(3)), row.GetString(4))
            : null;
    }

    // One reader at a time: not every engine has several open on a connection.
    private (StoredOrder Order, int OpenRequests)? Row(string orderId)
    {
        using var row = order.Read(orderId);
        return row.Read() ? (Narrow(orderId, row), row.GetInt32(20)) : null;
    }

    private static StoredOrder Narrow(string orderId, DbDataReader row) => new(row.GetInt64(0), Facts(orderId, row))
    {
        HistoryCount = row.GetInt32(27),
        LastHash = row.GetFieldValue<byte[]>(28),
        LastChangeAt = row.GetInt64(29),
        AuthorizedAt = LongOrNull(row, 30),
        InvoicedAt = LongOrNull(row, 31),
        CanceledByName = TextOrNull(row, 32),
    };

    private static OrderFacts Facts(string orderId, DbDataReader row) => new()
    {
        OrderId = orderId,
        Status = row.GetString(1),
        StatusBefore = TextOrNull(row, 2),
        Value = row.GetInt64(3),
        Currency = row.GetString(4),
        SellerId = row.GetString(5),
        SalesChannel = row.GetString(6),
        IsMarketplaceOrder = row.GetBoolean(7),
        IsExternalSeller = row.GetBoolean(8),
        CreatedAt = Ticks.From(row.GetInt64(9)),
        StatusDueAt = Ticks.From(LongOrNull(row, 10)),
        OutputInvoices = row.GetInt32(11),
        InvoicedValue = row.GetInt64(12),
        InputInvoices = row.GetInt32(13),
        ReturnedValue = row.GetInt64(14),
        CustomerDeclinedAt = Ticks.From(LongOrNull(row, 15)),
        IsMovedHere = row.GetBoolean(16),
        IsPaymentRecorded = row.GetBoolean(17),
        Version = row.GetInt64(18),
        DocumentHash = row.GetFieldValue<byte[]>(19) is { Length: > 0 } hash ? Convert.ToHexStringLower(hash) : null,
        Cancellation = row.IsDBNull(21) ? null : Canceled(row),
    };

    private static Cancellation Canceled(DbDataReader row) => new(
        Ticks.From(row.GetInt64(21)), (Side)row.GetInt32(22), row.GetString(23), TextOrNull(row, 24), new Reason(IntOrNull(row, 25), null), row.GetString(26));

    private StoredOrder WithParts(StoredOrder found, int openRequests)
    {
        var facts = found.Facts;
        return found with
        {
            Facts = facts with
            {
                Cancellation = facts.Cancellation is { } canceled ? WithText(canceled) : null,
                Requests = openRequests == 0 ? [] : All(requests, found.Key, Request),
                Items = All(items, found.Key, Item),
                Invoices = facts.OutputInvoices + facts.InputInvoices == 0 ? [] : All(invoices, found.Key, Invoice),
                Payments = All(payments, found.Key, Payment),
                Reservations = All(reservations, found.Key, Reservation),
            },
        };
    }

    private Cancellation WithText(Cancellation canceled) =>
        canceled with { Reason = canceled.Reason with { Text = cancelReason.Value(canceled.Receipt) as string } };

    private static OpenRequest Request(DbDataReader row) => new(
        row.GetString(0), (Side)row.GetInt32(1), row.GetString(2), (Side)row.GetInt32(3), TextOrNull(row, 4),
        Ticks.From(row.GetInt64(5)), Ticks.From(row.GetInt64(6)), new Reason(IntOrNull(row, 7), TextOrNull(row, 9)), row.GetString(8));

    private static ItemFact Item(DbDataReader row) => new(
        row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt64(6), row.GetInt32(7));

    private static InvoiceFact Invoice(DbDataReader row) => new(row.GetString(0), (InvoiceType)row.GetInt32(1), row.GetInt64(2));

    private static PaymentFact Payment(DbDataReader row) => new(
        row.GetString(0), (PaymentState)row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5));

    private static ReservationFact Reservation(DbDataReader row) => new(
        row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3), (ReservationState)row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7));

    private static ImmutableArray<TPart> All<TPart>(SqlStatement statement, long orderKey, Func<DbDataReader, TPart> read)
    {
        using var rows = statement.Read(orderKey);
        var parts = ImmutableArray.CreateBuilder<TPart>();
        while (rows.Read())
        {
            parts.Add(read(rows));
        }

        return parts.DrainToImmutable();
    }

    private static string? TextOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? LongOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static int? IntOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
