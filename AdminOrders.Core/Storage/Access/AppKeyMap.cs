using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage;

internal sealed class AppKeyMap : IEntityTypeConfiguration<AppKeyRow>
{
    public void Configure(EntityTypeBuilder<AppKeyRow> key)
    {
        // Sides by number: 0 store, 1 seller, 2 marketplace.
        key.ToTable("AppKeys", table =>
        {
            table.HasCheckConstraint("CK_AppKeys_Side", """ ("Side" = 0 AND "Party" IS NULL) OR ("Side" IN (1, 2) AND "Party" IS NOT NULL) """.Trim());
            table.HasCheckConstraint("CK_AppKeys_Previous", """ ("PreviousHash" IS NULL) = ("PreviousUntil" IS NULL) """.Trim());
            table.HasCheckConstraint("CK_AppKeys_SecondCall", """ "SecondCall" >= 0 """.Trim());
        });
        key.HasKey(row => row.Id);
        key.Property(row => row.Id).HasMaxLength(40);
        key.Property(row => row.Name).HasMaxLength(100);
        key.Property(row => row.Party).HasMaxLength(100);
        key.Property(row => row.TokenHash).HasMaxLength(32);
        key.Property(row => row.PreviousHash).HasMaxLength(32);
        key.Property(row => row.IssuedById).HasMaxLength(64);
    }
}

internal sealed class AppKeyRoleMap : IEntityTypeConfiguration<AppKeyRoleRow>
{
    public void Configure(EntityTypeBuilder<AppKeyRoleRow> link)
    {
        link.ToTable("AppKeyRoles");
        link.HasKey(row => new { row.AppKeyId, row.RoleId });
        link.Property(row => row.AppKeyId).HasMaxLength(40);
        link.HasOne<AppKeyRow>().WithMany().HasForeignKey(row => row.AppKeyId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Role>().WithMany().HasForeignKey(row => row.RoleId).OnDelete(DeleteBehavior.Cascade);
    }
}
