using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Storage.Export;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage;

internal sealed class CancellationReasonMap : IEntityTypeConfiguration<CancellationReasonRow>
{
    public void Configure(EntityTypeBuilder<CancellationReasonRow> reason)
    {
        reason.ToTable("CancellationReasons");
        reason.HasKey(row => row.Id);
        reason.HasIndex(row => row.Code).IsUnique();
        reason.Property(row => row.Code).HasMaxLength(60);
        reason.Property(row => row.MarketplaceCode).HasMaxLength(60);
        // The sentinel is what no row has: a reason that nobody may choose is kept as that.
        reason.Property(row => row.ChosenBy).HasDefaultValue(ReasonChoosers.Store).HasSentinel((ReasonChoosers)(-1));
    }
}

internal sealed class CancellationReasonLabelMap : IEntityTypeConfiguration<CancellationReasonLabelRow>
{
    public void Configure(EntityTypeBuilder<CancellationReasonLabelRow> label)
    {
        label.ToTable("CancellationReasonLabels");
        label.HasKey(row => row.Id);
        label.Property(row => row.En).HasMaxLength(200);
        label.Property(row => row.Es).HasMaxLength(200);
        label.Property(row => row.Pt).HasMaxLength(200);
        label.HasOne<CancellationReasonRow>().WithMany().HasForeignKey(row => row.ReasonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ViewMap : IEntityTypeConfiguration<ViewRow>
{
    public void Configure(EntityTypeBuilder<ViewRow> view)
    {
        view.ToTable("Views");
        view.HasKey(row => row.Id);
        view.HasIndex(row => row.CreatedAt);
        view.Property(row => row.Id).HasMaxLength(32);
    }
}

internal sealed class SettingMap : IEntityTypeConfiguration<SettingRow>
{
    public void Configure(EntityTypeBuilder<SettingRow> setting)
    {
        setting.ToTable("Settings");
        setting.HasKey(row => row.Name);
        setting.Property(row => row.Name).HasMaxLength(100);
    }
}

internal sealed class LeaseMap : IEntityTypeConfiguration<LeaseRow>
{
    public void Configure(EntityTypeBuilder<LeaseRow> lease)
    {
        lease.ToTable("Leases");
        lease.HasKey(row => row.Name);
        lease.Property(row => row.Name).HasMaxLength(60);
        lease.Property(row => row.Owner).HasMaxLength(32);
        lease.HasData(
            new LeaseRow { Name = TimerRunner.LeaseName, Owner = "", Until = 0 },
            new LeaseRow { Name = SealRunner.LeaseName, Owner = "", Until = 0 },
            new LeaseRow { Name = BulkRunner.LeaseName, Owner = "", Until = 0 },
            new LeaseRow { Name = ExportRunner.LeaseName, Owner = "", Until = 0 },
            new LeaseRow { Name = ChannelLease.Of(ChannelNames.Amazon), Owner = "", Until = 0 });
    }
}
