using System.Buffers;
using System.Data.Common;
using System.Text.Json;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Export;

/// <summary>What an export reads beside an order's row: each costs a question per page, and the document has to be unpacked.</summary>
[Flags]
internal enum ExportParts
{
    None = 0,
    Items = 1,
    Payments = 2,
    Invoices = 4,
    Document = 8,
    History = 16,
}

/// <summary>An order as an export reads it. Money in minor units of <see cref="Currency"/>; texts are "" where there is nothing.</summary>
internal sealed class ExportedOrder
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order, after those of a position.</summary>
    public const string Columns =
        $"""
        {OrderWalk.PositionColumns}, o."Sequence", o."Currency", o."CustomerName", o."CustomerEmail", o."CustomerDocument", o."PaymentNames", o."SellerName",
        o."SellerOrderId", o."MarketplaceOrderId", o."SalesChannel", o."AuthorizedAt", o."InvoicedAt", o."CanceledFor", o."CanceledBy", o."CanceledAt",
        o."CancelReasonLabelId", o."CancelReceipt"
        """;

    public required OrderPosition Position { get; init; }

    public required long Key { get; init; }

    public required string OrderId { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required long Value { get; init; }

    public required DateTimeOffset LastChangeAt { get; init; }

    public required long Units { get; init; }

    public required string Origin { get; init; }

    public required string Sequence { get; init; }

    public required string Currency { get; init; }

    public required string CustomerName { get; init; }

    public required string CustomerEmail { get; init; }

    public required string CustomerDocument { get; init; }

    public required string PaymentNames { get; init; }

    public required string SellerName { get; init; }

    public required string SellerOrderId { get; init; }

    public required string MarketplaceOrderId { get; init; }

    public required string SalesChannel { get; init; }

    public required DateTimeOffset? AuthorizedAt { get; init; }

    public required DateTimeOffset? InvoicedAt { get; init; }

    public required Side? CanceledFor { get; init; }

    public required string CanceledBy { get; init; }

    public required DateTimeOffset? CanceledAt { get; init; }

    public required int? ReasonLabelId { get; init; }

    /// <summary>The history row that canceled; its text is <see cref="ReasonText"/>.</summary>
    public required string? CancelReceipt { get; init; }

    public string? ReasonText { get; set; }

    public IReadOnlyList<ExportedItem> Items { get; set; } = [];

    public IReadOnlyList<ExportedPayment> Payments { get; set; } = [];

    public IReadOnlyList<ExportedInvoice> Invoices { get; set; } = [];

    /// <summary>What happened to it, oldest first.</summary>
    public IReadOnlyList<ExportedEvent> History { get; set; } = [];

    /// <summary>The imported document as the store keeps it; null where there is none or nobody asked for it.</summary>
    public byte[]? Stored { get; set; }

    /// <summary>The imported document while it is open; undefined where there is none or nobody asked for it.</summary>
    public JsonElement Document { get; private set; }

    public static ExportedOrder Read(DbDataReader row, OrderSort sort) => new()
    {
        Position = OrderWalk.Position(row, sort),
        Key = row.GetInt64(0),
        OrderId = row.GetString(1),
        Status = row.GetString(2),
        CreatedAt = Ticks.From(row.GetInt64(3)),
        Value = row.GetInt64(4),
        LastChangeAt = Ticks.From(row.GetInt64(5)),
        Units = row.GetInt64(6),
        Origin = row.GetString(7),
        Sequence = row.GetString(8),
        Currency = row.GetString(9),
        CustomerName = row.GetString(10),
        CustomerEmail = row.GetString(11),
        CustomerDocument = row.GetString(12),
        PaymentNames = row.GetString(13),
        SellerName = row.GetString(14),
        SellerOrderId = row.GetString(15),
        MarketplaceOrderId = row.GetString(16),
        SalesChannel = row.GetString(17),
        AuthorizedAt = row.InstantOrNull(18),
        InvoicedAt = row.InstantOrNull(19),
        CanceledFor = row.IsDBNull(20) ? null : (Side)row.GetInt32(20),
        CanceledBy = row.TextOrNull(21) ?? "",
        CanceledAt = row.InstantOrNull(22),
        ReasonLabelId = row.IntOrNull(23),
        CancelReceipt = row.TextOrNull(24),
    };

    /// <summary>Opens the document, which is in memory until what is returned is disposed of: a page of them would take much more room than a page of orders.</summary>
    /// <param name="room">Holds it meanwhile; what stood there is written over.</param>
    public JsonDocument? OpenDocument(ArrayBufferWriter<byte> room)
    {
        if (Stored is null)
        {
            return null;
        }

        room.ResetWrittenCount();
        StoredDocument.ExpandTo(room, Stored);
        Stored = null;
        var document = JsonDocument.Parse(room.WrittenMemory);
        Document = document.RootElement;
        return document;
    }
}

/// <summary>A line of an order.</summary>
/// <param name="Quantity">Ordered and not removed.</param>
internal sealed record ExportedItem(int Index, string SkuId, string Name, int Quantity, long UnitPrice);

internal sealed record ExportedPayment(string PaymentId, string TransactionId, string SystemName, int Installments, long Value, PaymentState State);

/// <param name="IsDelivered">Null: nobody has told.</param>
internal sealed record ExportedInvoice(InvoiceType Type, string Number, string TrackingNumber, bool? IsDelivered);

/// <summary>Something that happened to an order.</summary>
/// <param name="Status">Raw, after it.</param>
/// <param name="Kind">Of the event.</param>
internal sealed record ExportedEvent(string Status, DateTimeOffset At, string Kind, string ActorName);
