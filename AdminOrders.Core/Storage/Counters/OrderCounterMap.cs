using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage.Counters;

internal sealed class OrderCounterMap : IEntityTypeConfiguration<OrderCounterRow>
{
    public void Configure(EntityTypeBuilder<OrderCounterRow> counter)
    {
        counter.ToTable("OrderCounters", table => table.HasCheckConstraint("CK_OrderCounters_Orders", """ "Orders" > 0 """.Trim()));
        counter.HasKey(row => new { row.Days, row.Day, row.Status, row.SellerId, row.Origin, row.Currency });
        counter.HasIndex(row => row.Currency).HasFilter(FormattableString.Invariant($"\"Days\" = {CounterKey.DaysTogether}"));
        counter.Property(row => row.Days).ValueGeneratedNever();
        counter.Property(row => row.Day).ValueGeneratedNever();
        counter.Property(row => row.Status).HasMaxLength(100);
        counter.Property(row => row.SellerId).HasMaxLength(100);
        counter.Property(row => row.Origin).HasMaxLength(50);
        counter.Property(row => row.Currency).HasMaxLength(3);
    }
}
