using System.Data.Common;
using System.Text.Json;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>What a full list shows beside an order's row in the short one. Texts are "" where there is nothing.</summary>
public sealed record OrderExtras
{
    public DateTimeOffset? InvoicedAt { get; init; }

    public required string CustomerEmail { get; init; }

    public required string CustomerDocument { get; init; }

    public required string OrderGroup { get; init; }

    public required string SellerOrderId { get; init; }

    public required string SellerId { get; init; }

    public required string SellerName { get; init; }

    public required bool IsInStore { get; init; }

    /// <summary>The imported document; undefined where there is none.</summary>
    public JsonElement Document { get; init; }

    /// <summary>What the order is found by.</summary>
    public IReadOnlyList<OrderTerm> Terms { get; init; } = [];

    /// <summary>Numbers by type, in the order in which they came.</summary>
    public required IReadOnlyList<(InvoiceType Type, string Number)> Invoices { get; init; }

    /// <summary>The columns that <see cref="Read"/> reads, in its order, after the order's key.</summary>
    internal const string Columns =
        """
        o."Key", o."InvoicedAt", o."CustomerEmail", o."CustomerDocument", o."OrderGroup", o."SellerOrderId", o."SellerId", o."SellerName", o."IsInStore", d."Content"
        """;

    internal static OrderExtras Read(DbDataReader row, IReadOnlyList<(InvoiceType Type, string Number)> invoices)
    {
        var extras = new OrderExtras
        {
            InvoicedAt = row.InstantOrNull(1),
            CustomerEmail = row.GetString(2),
            CustomerDocument = row.GetString(3),
            OrderGroup = row.GetString(4),
            SellerOrderId = row.GetString(5),
            SellerId = row.GetString(6),
            SellerName = row.GetString(7),
            IsInStore = row.GetBoolean(8),
            Invoices = invoices,
        };
        return row.IsDBNull(9) ? extras : extras.With(row.GetFieldValue<byte[]>(9));
    }

    private OrderExtras With(byte[] stored)
    {
        using var document = JsonDocument.Parse(StoredDocument.Expand(stored));
        var root = document.RootElement.Clone();
        return this with { Document = root, Terms = DocumentListing.Of(root).Terms };
    }
}
