using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>A row of the list as it comes from the database: the view without the reason's text, and what leads to that.</summary>
internal sealed record OrderListRow(OrderListView View, string? CancelReceipt)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns =
        """
        o."Key", o."OrderId", o."Sequence", o."Status", o."StatusBefore", o."CreatedAt", o."LastChangeAt", o."CustomerName", o."ProductCount",
        o."Value", o."Currency", o."Origin", o."SellerName", o."PaymentNames", o."CanceledFor", o."CanceledBy", o."CancelReasonLabelId",
        o."OpenRequests", o."RequestDueAt", o."Position", o."CancelReceipt", o."Units", o."CancelRequestId"
        """;

    public static OrderListRow Read(DbDataReader row) => new(
        new OrderListView(
            Key: row.GetInt64(0), OrderId: row.GetString(1), Sequence: row.GetString(2), Status: row.GetString(3), StatusBefore: row.TextOrNull(4),
            CreatedAt: Ticks.From(row.GetInt64(5)), LastChangeAt: Ticks.From(row.GetInt64(6)), CustomerName: row.GetString(7), ProductCount: row.GetInt32(8), Units: row.GetInt64(21),
            Value: row.GetInt64(9), Currency: row.GetString(10), Origin: row.GetString(11), SellerName: row.GetString(12), PaymentNames: row.GetString(13),
            CanceledFor: row.IsDBNull(14) ? null : (Side)row.GetInt32(14), CanceledBy: row.TextOrNull(15),
            CancelReasonLabelId: row.IntOrNull(16), CancelReasonText: null, CancelRequestId: row.TextOrNull(22), OpenRequests: row.GetInt32(17),
            RequestDueAt: row.InstantOrNull(18), Position: row.GetInt64(19)),
        CancelReceipt: row.TextOrNull(20));
}
