using System.Data.Common;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench;

/// <summary>Everything that the cancellation of one order wrote, column by column, by table.</summary>
internal sealed record WrittenOrder(IReadOnlyDictionary<string, List<object[]>> Rows);

/// <summary>Reads back what <c>Send</c> wrote, so that the raw loop can write the very same.</summary>
internal static class WrittenRows
{
    /// <summary>Table, its columns in the raw statement's order, and which rows a cancellation wrote.</summary>
    public static readonly (string Table, string[] Columns, string Rows)[] Tables =
    [
        ("History", ["Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash"], "\"OrderKey\" = @Key AND \"Number\" > 1"),
        ("HistoryTexts", ["HistoryId", "Name", "OrderKey", "Salt", "Value"], "\"HistoryId\" IN (SELECT \"HistoryId\" FROM \"History\" WHERE \"OrderKey\" = @Key AND \"Number\" > 1)"),
        ("Deliveries", ["OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt"], "\"OrderKey\" = @Key"),
        ("Payments", ["State", "Owed", "OwedKind", "OrderKey", "PaymentId"], "\"OrderKey\" = @Key AND \"Owed\" > 0"),
        ("Reservations", ["State", "Released", "Destination", "OrderKey", "ReservationId"], "\"OrderKey\" = @Key AND \"Released\" > 0"),
        ("StockMovements", ["SkuId", "WarehouseId", "At", "Kind", "Quantity", "OrderKey", "ReservationId", "HistoryId"], "\"OrderKey\" = @Key"),
        ("Orders", ["Status", "StatusBefore", "LastChangeAt", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "Version", "Position", "HistoryCount", "LastHash", "Key"], "\"Key\" = @Key"),
    ];

    /// <summary>What was written for orders <paramref name="from"/> to <paramref name="to"/>, in the order of their commits.</summary>
    public static List<WrittenOrder> Of(StoreSource source, int from, int to)
    {
        using var connection = source.OpenConnection();
        var keys = Keys(connection, from, to);
        return keys.ConvertAll(key => Of(connection, key));
    }

    /// <summary>What was written for the order of that key.</summary>
    public static WrittenOrder Of(DbConnection connection, long key) => new(Tables.ToDictionary(
        table => table.Table,
        table => Read(connection, $"SELECT {string.Join(", ", table.Columns.Select(column => $"\"{column}\""))} FROM \"{table.Table}\" WHERE {table.Rows}", key),
        StringComparer.Ordinal));

    private static List<long> Keys(DbConnection connection, int from, int to)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""SELECT "Key" FROM "Orders" WHERE "OrderId" >= '{BenchStore.Id(from)}' AND "OrderId" < '{BenchStore.Id(to)}' ORDER BY "Position" """;
        using var rows = command.ExecuteReader();
        var keys = new List<long>();
        while (rows.Read())
        {
            keys.Add(rows.GetInt64(0));
        }

        return keys;
    }

    private static List<object[]> Read(DbConnection connection, string sql, long key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@Key", key);
        command.Parameters.Add(parameter);
        using var rows = command.ExecuteReader();
        var read = new List<object[]>();
        while (rows.Read())
        {
            var values = new object[rows.FieldCount];
            rows.GetValues(values);
            read.Add(values);
        }

        return read;
    }
}
