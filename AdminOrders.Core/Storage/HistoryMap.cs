using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage;

internal sealed class HistoryMap : IEntityTypeConfiguration<HistoryRow>
{
    public void Configure(EntityTypeBuilder<HistoryRow> history)
    {
        history.ToTable("History");
        history.HasKey(row => row.Position);
        history.Property(row => row.Position).ValueGeneratedNever();
        history.HasAlternateKey(row => row.HistoryId);
        history.HasIndex(row => new { row.OrderKey, row.Number }).IsUnique();
        history.Property(row => row.HistoryId).HasMaxLength(32);
        history.Property(row => row.Kind).HasMaxLength(60);
        history.Property(row => row.Status).HasMaxLength(100);
        history.Property(row => row.ActorId).HasMaxLength(100);
        history.Property(row => row.ActorName).HasMaxLength(200);
        history.Property(row => row.TextHashes).HasMaxLength(1000);
        history.Property(row => row.Hash).HasMaxLength(32);
        history.BelongsToAnOrder(row => row.OrderKey);
    }
}

internal sealed class HistoryTextMap : IEntityTypeConfiguration<HistoryTextRow>
{
    public void Configure(EntityTypeBuilder<HistoryTextRow> text)
    {
        text.ToTable("HistoryTexts");
        text.HasKey(row => new { row.HistoryId, row.Name });
        text.HasIndex(row => row.OrderKey);
        text.Property(row => row.HistoryId).HasMaxLength(32);
        text.Property(row => row.Name).HasMaxLength(60);
        text.Property(row => row.Salt).HasMaxLength(16);
        text.Property(row => row.Value).HasMaxLength(4000);
        text.HasOne<HistoryRow>().WithMany().HasForeignKey(row => row.HistoryId).HasPrincipalKey(row => row.HistoryId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeliveryMap : IEntityTypeConfiguration<DeliveryRow>
{
    public void Configure(EntityTypeBuilder<DeliveryRow> delivery)
    {
        delivery.ToTable("Deliveries", table => table.HasCheckConstraint("CK_Deliveries_Attempts", """ "Attempts" >= 0 """.Trim()));
        delivery.HasKey(row => row.Id);
        delivery.HasIndex(row => new { row.HistoryId, row.Consumer }).IsUnique();
        delivery.HasIndex(row => new { row.Consumer, row.NextAttemptAt, row.Id }, "IX_Deliveries_Owed").HasFilter(""" "State" = 0 """.Trim());
        delivery.HasIndex(row => new { row.Consumer, row.Id }, "IX_Deliveries_OwedByAge").HasFilter(""" "State" = 0 """.Trim());
        delivery.HasIndex(row => new { row.Consumer, row.Id }, "IX_Deliveries_Failed").HasFilter(""" "State" = 2 """.Trim());
        delivery.HasIndex(row => row.OrderKey);
        delivery.Property(row => row.HistoryId).HasMaxLength(32);
        delivery.Property(row => row.Consumer).HasMaxLength(40);
        delivery.Property(row => row.Subject).HasMaxLength(100).HasDefaultValue("");
        delivery.Property(row => row.LastAnswer).HasMaxLength(2000);
        delivery.HasOne<HistoryRow>().WithMany().HasForeignKey(row => row.HistoryId).HasPrincipalKey(row => row.HistoryId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AlertMap : IEntityTypeConfiguration<AlertRow>
{
    public void Configure(EntityTypeBuilder<AlertRow> alert)
    {
        alert.ToTable("Alerts");
        alert.HasKey(row => new { row.OrderKey, row.Kind });
        alert.BelongsToAnOrder(row => row.OrderKey);
    }
}

internal sealed class PositionMap : IEntityTypeConfiguration<PositionRow>
{
    public void Configure(EntityTypeBuilder<PositionRow> position)
    {
        position.ToTable("Positions", table => table.HasCheckConstraint("CK_Positions_One", """ "Id" = 1 """.Trim()));
        position.HasKey(row => row.Id);
        position.Property(row => row.Id).ValueGeneratedNever();
        position.HasData(new PositionRow { Id = 1, Last = 0 });
    }
}
