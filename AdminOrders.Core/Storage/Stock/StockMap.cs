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
        level.HasIndex(row => new { row.SkuId, row.WarehouseId }, "IX_StockLevels_Missing").HasFilter(""" "Missing" > 0 """.Trim());
        level.Property(row => row.Missing).HasDefaultValue(0L);
        level.Property(row => row.SkuId).HasMaxLength(100);
        level.Property(row => row.WarehouseId).HasMaxLength(100);
        level.Property(row => row.Name).HasMaxLength(1000);
        level.Property(row => row.SearchName).HasMaxLength(StockLevelRow.LongestSearchName);
    }
}

internal sealed class LooseReservationMap : IEntityTypeConfiguration<LooseReservationRow>
{
    public void Configure(EntityTypeBuilder<LooseReservationRow> reservation)
    {
        reservation.ToTable("LooseReservations", table => table.HasCheckConstraint(
            "CK_LooseReservations_Ended", $"""("State" < {(int)LooseState.Expired}) = ("EndedAt" IS NULL)"""));
        reservation.HasKey(row => row.ReservationId);
        // Only what holds units, and of that only what waits for its time: few of all that there ever were.
        reservation.HasIndex(row => row.ReservationId, "IX_LooseReservations_Open").HasFilter(""" "EndedAt" IS NULL """.Trim());
        reservation.HasIndex(row => new { row.ExpiresAt, row.ReservationId }).HasFilter(""" "State" = 0 """.Trim());
        reservation.Property(row => row.ReservationId).HasMaxLength(LooseReservationRow.LongestId);
        reservation.Property(row => row.SalesChannel).HasMaxLength(100);
        reservation.HasOne<OrderRow>().WithMany().HasForeignKey(row => row.OrderKey).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LooseUnitsMap : IEntityTypeConfiguration<LooseUnitsRow>
{
    public void Configure(EntityTypeBuilder<LooseUnitsRow> units)
    {
        units.ToTable("LooseUnits", table => table.HasCheckConstraint(
            "CK_LooseUnits_Held", """ "Quantity" > 0 AND ("Held" = 0 OR "Held" = "Quantity") """.Trim()));
        units.HasKey(row => new { row.ReservationId, row.SkuId, row.WarehouseId });
        units.HasIndex(row => new { row.SkuId, row.WarehouseId, row.ReservationId }).HasFilter(""" "Held" > 0 """.Trim());
        units.Property(row => row.ReservationId).HasMaxLength(LooseReservationRow.LongestId);
        units.Property(row => row.SkuId).HasMaxLength(100);
        units.Property(row => row.WarehouseId).HasMaxLength(100);
        units.Property(row => row.SlaType).HasMaxLength(200);
        units.Property(row => row.DockId).HasMaxLength(100);
        units.HasOne<LooseReservationRow>().WithMany().HasForeignKey(row => row.ReservationId).OnDelete(DeleteBehavior.Restrict);
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
