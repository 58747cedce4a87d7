using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage;

internal sealed class OrderMap : IEntityTypeConfiguration<OrderRow>
{
    public void Configure(EntityTypeBuilder<OrderRow> order)
    {
        order.ToTable("Orders", table =>
        {
            table.HasCheckConstraint("CK_Orders_Amounts", """ "Value" >= 0 AND "InvoicedValue" >= 0 AND "ReturnedValue" >= 0 """.Trim());
            table.HasCheckConstraint(
                "CK_Orders_Counts", """ "OutputInvoices" >= 0 AND "InputInvoices" >= 0 AND "OpenRequests" >= 0 AND "HistoryCount" >= 0 """.Trim());
            table.HasCheckConstraint(
                "CK_Orders_Canceled", """ "Status" <> 'canceled' OR ("OpenRequests" = 0 AND "RequestDueAt" IS NULL) """.Trim());
        });
        order.HasKey(row => row.Key);
        MapTexts(order);
        MapListIndexes(order);
        MapOpenRequestIndexes(order);
        MapTimerIndexes(order);
    }

    private static void MapTexts(EntityTypeBuilder<OrderRow> order)
    {
        order.Property(row => row.OrderId).HasMaxLength(100);
        order.Property(row => row.Sequence).HasMaxLength(100);
        order.Property(row => row.OrderGroup).HasMaxLength(100);
        order.Property(row => row.SellerOrderId).HasMaxLength(100);
        order.Property(row => row.MarketplaceOrderId).HasMaxLength(100);
        order.Property(row => row.Origin).HasMaxLength(50);
        order.Property(row => row.AffiliateId).HasMaxLength(50);
        order.Property(row => row.SalesChannel).HasMaxLength(50);
        order.Property(row => row.SellerId).HasMaxLength(100);
        order.Property(row => row.SellerName).HasMaxLength(500);
        order.Property(row => row.Status).HasMaxLength(100);
        order.Property(row => row.StatusBefore).HasMaxLength(100);
        order.Property(row => row.Currency).HasMaxLength(3);
        order.Property(row => row.CustomerName).HasMaxLength(1001);
        order.Property(row => row.CustomerEmail).HasMaxLength(500);
        order.Property(row => row.CustomerDocument).HasMaxLength(100);
        order.Property(row => row.PaymentNames).HasMaxLength(1000);
        order.Property(row => row.GiftListId).HasMaxLength(200).HasDefaultValue("");
        order.Property(row => row.GiftListType).HasMaxLength(200).HasDefaultValue("");
        order.Property(row => row.OperatorName).HasMaxLength(200).HasDefaultValue("");
        order.Property(row => row.AssigneeId).HasMaxLength(100);
        order.Property(row => row.AssigneeName).HasMaxLength(200);
        order.Property(row => row.CanceledBy).HasMaxLength(200);
        order.Property(row => row.CanceledById).HasMaxLength(100);
        order.Property(row => row.CancelRequestId).HasMaxLength(32);
        order.Property(row => row.CancelReceipt).HasMaxLength(32);
        order.Property(row => row.DocumentHash).HasMaxLength(32);
        order.Property(row => row.LastHash).HasMaxLength(32);
    }

    // The key ends every index: a page goes on behind (sorted column, key).
    private static void MapListIndexes(EntityTypeBuilder<OrderRow> order)
    {
        order.HasIndex(row => row.OrderId).IsUnique();
        order.HasIndex(row => row.Sequence);
        order.HasIndex(row => row.OrderGroup).HasFilter(""" "OrderGroup" <> '' """.Trim());
        order.HasIndex(row => new { row.CreatedAt, row.Key });
        order.HasIndex(row => new { row.Value, row.Key });
        order.HasIndex(row => new { row.LastChangeAt, row.Key });
        order.HasIndex(row => new { row.Status, row.CreatedAt, row.Key });
        order.HasIndex(row => new { row.Status, row.Value, row.Key });
        order.HasIndex(row => new { row.Status, row.LastChangeAt, row.Key });
        order.HasIndex(row => new { row.SellerId, row.CreatedAt, row.Key });
        order.HasIndex(row => new { row.Origin, row.CreatedAt, row.Key });
        order.HasIndex(row => new { row.SellerName, row.CreatedAt, row.Key });
        order.HasIndex(row => new { row.SalesChannel, row.CreatedAt, row.Key });
        order.HasIndex(row => new { row.AffiliateId, row.CreatedAt, row.Key }).HasFilter(""" "AffiliateId" <> '' """.Trim());
        order.HasIndex(row => new { row.CreatedAt, row.Key }, "IX_Orders_Returned_CreatedAt").HasFilter(""" "InputInvoices" > 0 """.Trim());
        order.HasIndex(row => new { row.CreatedAt, row.Key }, "IX_Orders_Invoiced_CreatedAt").HasFilter(""" "OutputInvoices" > 0 """.Trim());
        order.HasIndex(row => new { row.CreatedAt, row.Key }, "IX_Orders_Refunded_CreatedAt").HasFilter(""" "IsRefunded" """.Trim());
        foreach (var column in UsualCreation.Columns)
        {
            order.HasIndex(row => new { row.CreatedAt, row.Key }, $"IX_Orders_Unusual_{column}").HasFilter(UsualCreation.IsUnusual(column, ""));
        }

        order.HasIndex(row => row.CanceledById).HasFilter(""" "CanceledById" IS NOT NULL """.Trim());
        order.HasIndex(row => row.CancelReasonLabelId).HasFilter(""" "CancelReasonLabelId" IS NOT NULL """.Trim());
        order.HasIndex(row => row.CanceledFor).HasFilter(""" "CanceledFor" IS NOT NULL """.Trim());
        order.HasIndex(row => new { row.Units, row.Key });
        order.HasIndex(row => new { row.InvoicedAt, row.Key }).HasFilter(""" "InvoicedAt" IS NOT NULL """.Trim());
        order.HasIndex(row => new { row.AuthorizedAt, row.Key }).HasFilter(""" "AuthorizedAt" IS NOT NULL """.Trim());
        order.HasIndex(row => new { row.EstimatedTo, row.Key }).HasFilter(""" "EstimatedTo" IS NOT NULL """.Trim());
    }

    // Few orders have an open request: each sort has a small index of them.
    private static void MapOpenRequestIndexes(EntityTypeBuilder<OrderRow> order)
    {
        var isOpen = """ "OpenRequests" > 0 """.Trim();
        order.HasIndex(row => new { row.CreatedAt, row.Key }, "IX_Orders_OpenRequests_CreatedAt").HasFilter(isOpen);
        order.HasIndex(row => new { row.Value, row.Key }, "IX_Orders_OpenRequests_Value").HasFilter(isOpen);
        order.HasIndex(row => new { row.Status, row.CreatedAt, row.Key }, "IX_Orders_OpenRequests_Status").HasFilter(isOpen);
        order.HasIndex(row => new { row.LastChangeAt, row.Key }, "IX_Orders_OpenRequests_LastChangeAt").HasFilter(isOpen);
    }

    private static void MapTimerIndexes(EntityTypeBuilder<OrderRow> order)
    {
        order.HasIndex(row => new { row.StatusDueAt, row.Key }, "IX_Orders_Hanging").HasFilter(MovingSql.IsIndexed);
        order.HasIndex(row => new { row.StatusDueAt, row.Key }).HasFilter(""" "StatusDueAt" IS NOT NULL """.Trim());
        order.HasIndex(row => new { row.RequestDueAt, row.Key }).HasFilter(""" "RequestDueAt" IS NOT NULL """.Trim());
        order.HasIndex(row => new { row.SellerId, row.RequestDueAt, row.Key }).HasFilter(""" "RequestDueAt" IS NOT NULL """.Trim());
        order.HasIndex(row => new { row.AssigneeId, row.RequestDueAt, row.Key }).HasFilter(""" "RequestDueAt" IS NOT NULL """.Trim());
    }
}
