using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage;

internal sealed class RestoreMap : IEntityTypeConfiguration<RestoreRow>
{
    public void Configure(EntityTypeBuilder<RestoreRow> restore)
    {
        restore.ToTable("Restores", table => table.HasCheckConstraint("CK_Restores_Gap", """ "LastPosition" <= "ContinuesBehind" """.Trim()));
        restore.HasKey(row => row.Number);
        restore.Property(row => row.Number).ValueGeneratedNever();
    }
}
