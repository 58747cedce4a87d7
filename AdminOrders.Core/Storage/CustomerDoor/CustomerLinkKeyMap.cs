using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage;

internal sealed class CustomerLinkKeyMap : IEntityTypeConfiguration<CustomerLinkKeyRow>
{
    public void Configure(EntityTypeBuilder<CustomerLinkKeyRow> key)
    {
        key.ToTable("CustomerLinkKeys");
        key.HasKey(row => row.Number);
        key.Property(row => row.Number).ValueGeneratedNever();
        key.Property(row => row.Secret).HasMaxLength(CustomerLinkToken.SecretLength);
    }
}
