using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage;

internal sealed class SealMap : IEntityTypeConfiguration<SealRow>
{
    public void Configure(EntityTypeBuilder<SealRow> seal)
    {
        seal.ToTable("Seals", table => table.HasCheckConstraint("CK_Seals_Stretch", """ "FirstPosition" <= "LastPosition" """.Trim()));
        seal.HasKey(row => row.Number);
        seal.Property(row => row.Number).ValueGeneratedNever();
        seal.Property(row => row.Hash).HasMaxLength(32);
    }
}
