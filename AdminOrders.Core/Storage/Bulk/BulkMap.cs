using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage.Bulk;

internal sealed class BulkJobMap : IEntityTypeConfiguration<BulkJobRow>
{
    public void Configure(EntityTypeBuilder<BulkJobRow> job)
    {
        job.ToTable("BulkJobs");
        job.HasKey(row => row.Id);
        job.HasIndex(row => row.CreatedAt);
        job.HasIndex(row => row.State);
        job.Property(row => row.Id).HasMaxLength(32);
        job.Property(row => row.ActorId).HasMaxLength(100);
        job.Property(row => row.ActorName).HasMaxLength(200);
        job.Property(row => row.Fingerprint).HasMaxLength(64);
    }
}

internal sealed class BulkItemMap : IEntityTypeConfiguration<BulkItemRow>
{
    public void Configure(EntityTypeBuilder<BulkItemRow> item)
    {
        item.ToTable("BulkItems");
        item.HasKey(row => new { row.JobId, row.Place });
        item.Property(row => row.JobId).HasMaxLength(32);
        item.Property(row => row.OrderId).HasMaxLength(100);
        item.Property(row => row.Receipt).HasMaxLength(64);
        item.HasOne<BulkJobRow>().WithMany().HasForeignKey(row => row.JobId).OnDelete(DeleteBehavior.Cascade);
    }
}
