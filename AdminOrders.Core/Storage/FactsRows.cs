using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>What the columns of <see cref="FactsReader"/>'s statements mean, in their order.</summary>
internal static class FactsRows
{
    public static StoredOrder Order(string orderId, DbDataReader row) => new(row.GetInt64(0), Facts(orderId, row))
    {
        Origin = row.GetString(36),
        HistoryCount = row.GetInt32(27),
        LastHash = row.GetFieldValue<byte[]>(28),
        LastChangeAt = row.GetInt64(29),
        AuthorizedAt = row.LongOrNull(30),
        InvoicedAt = row.LongOrNull(31),
        CanceledByName = row.TextOrNull(32),
    };

    private static OrderFacts Facts(string orderId, DbDataReader row) => new()
    {
        OrderId = orderId,
        Status = row.GetString(1),
        StatusBefore = row.TextOrNull(2),
        Value = row.GetInt64(3),
        Currency = row.GetString(4),
        SellerId = row.GetString(5),
        SalesChannel = row.GetString(6),
        IsMarketplaceOrder = row.GetBoolean(7),
        IsExternalSeller = row.GetBoolean(8),
        IsFulfilledByChannel = row.GetBoolean(35),
        CreatedAt = Ticks.From(row.GetInt64(9)),
        StatusDueAt = row.InstantOrNull(10),
        OutputInvoices = row.GetInt32(11),
        InvoicedValue = row.GetInt64(12),
        InputInvoices = row.GetInt32(13),
        ReturnedValue = row.GetInt64(14),
        CustomerDeclinedAt = row.InstantOrNull(15),
        IsMovedHere = row.GetBoolean(16),
        IsPaymentRecorded = row.GetBoolean(17),
        Version = row.GetInt64(18),
        DocumentHash = row.GetFieldValue<byte[]>(19) is { Length: > 0 } hash ? Convert.ToHexStringLower(hash) : null,
        Cancellation = row.IsDBNull(21) ? null : Canceled(row),
        Assignee = row.IsDBNull(33) ? null : new(row.GetString(33), row.TextOrNull(34) ?? ""),
    };

    private static Cancellation Canceled(DbDataReader row) => new(
        Ticks.From(row.GetInt64(21)), (Side)row.GetInt32(22), row.GetString(23), row.TextOrNull(24), new Reason(row.IntOrNull(25), null), row.GetString(26));

    public static OpenRequest Request(DbDataReader row) => new(
        row.GetString(0), (Side)row.GetInt32(1), row.GetString(2), (Side)row.GetInt32(3), row.TextOrNull(4),
        Ticks.From(row.GetInt64(5)), Ticks.From(row.GetInt64(6)), new Reason(row.IntOrNull(7), row.TextOrNull(9)), row.GetString(8));

    public static ItemFact Item(DbDataReader row) => new(
        row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt64(6), row.GetInt32(7));

    public static InvoiceFact Invoice(DbDataReader row) => new(row.GetString(0), (InvoiceType)row.GetInt32(1), row.GetInt64(2));

    public static PaymentFact Payment(DbDataReader row) => new(
        row.GetString(0), (PaymentState)row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5))
    {
        Claimed = row.GetInt64(6),
        SettlesAtOnce = PaymentGroups.SettleAtOnce(row.GetString(7)),
    };

    public static ReservationFact Reservation(DbDataReader row) => new(
        row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3), (ReservationState)row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7));

    public static LastChange LastChange(DbDataReader row) =>
        new(row.GetString(0), (Side)row.GetInt32(1), row.GetString(2), Ticks.From(row.GetInt64(3)), row.GetString(4));
}
