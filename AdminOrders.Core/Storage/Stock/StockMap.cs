using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage.Stock;

internal sealed class StockLevelMap : IEntityTypeConfiguration<StockLevelRow>
{
    public void Configure(EntityTypeBuilder<StockLevelRow> level)
    {
        level.ToTable("StockLevels", table => table.HasCheckConstraint(
            "CK_StockLevels_Units", """ ("OnHand" IS NULL OR "OnHand" >= 0) AND "Reserved" >= 0 AND "Quarantined" >= 0 """.Trim()));
        level.HasKey(row => new { row.SkuId, row.WarehouseId });
        level.HasIndex(row => new { row.WarehouseId, row.SkuId });
        level.HasIndex(row => new { row.SearchName, row.SkuId, row.WarehouseId });
        level.HasIndex(row => new { row.SkuId, row.WarehouseId }, "IX_StockLevels_NotCounted").HasFilter(""" "OnHand" IS NULL """.Trim());
        level.HasIndex(row => new { row.SkuId, row.WarehouseId }, "IX_StockLevels_Short").HasFilter(""" "OnHand" < "Reserved" """.Trim());
        level.Property(row => row.SkuId).HasMaxLength(100);
        level.Property(row => row.WarehouseId).HasMaxLength(100);
        level.Property(row => row.Name).HasMaxLength(1000);
        level.Property(row => row.SearchName).HasMaxLength(StockLevelRow.LongestSearchName);
    }
}

internal sealed class StockMovementMap : IEntityTypeConfiguration<StockMovementRow>
{
    public void Configure(EntityTypeBuilder<StockMovementRow> movement)
    {
        movement.ToTable("StockMovements", table => table.HasCheckConstraint("CK_StockMovements_Quantity", """ "Quantity" >= 0 """.Trim()));
        movement.HasKey(row => row.Id);
        movement.HasIndex(row => new { row.SkuId, row.WarehouseId, row.Id });
        movement.HasIndex(row => new { row.OrderKey, row.ReservationId, row.HistoryId }).IsUnique().HasFilter(""" "OrderKey" IS NOT NULL """.Trim());
        movement.Property(row => row.SkuId).HasMaxLength(100);
        movement.Property(row => row.WarehouseId).HasMaxLength(100);
        movement.Property(row => row.ReservationId).HasMaxLength(250);
        movement.Property(row => row.HistoryId).HasMaxLength(32);
        movement.Property(row => row.ActorId).HasMaxLength(100);
        movement.Property(row => row.ActorName).HasMaxLength(200);
        movement.Property(row => row.Note).HasMaxLength(StockCount.LongestNote);
        movement.HasOne<ReservationRow>().WithMany().HasForeignKey(row => new { row.OrderKey, row.ReservationId }).OnDelete(DeleteBehavior.Restrict);
    }
}
