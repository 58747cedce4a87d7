using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage;

internal sealed class OrderItemMap : IEntityTypeConfiguration<OrderItemRow>
{
    public void Configure(EntityTypeBuilder<OrderItemRow> item)
    {
        item.ToTable("OrderItems", table => table.HasCheckConstraint(
            "CK_OrderItems_Quantities", """ "Quantity" >= 0 AND "InvoicedQuantity" >= 0 AND "RemovedQuantity" >= 0 AND "ReturnedQuantity" >= 0 """.Trim()));
        item.HasKey(row => new { row.OrderKey, row.ItemIndex });
        item.Property(row => row.SkuId).HasMaxLength(100);
        item.Property(row => row.Name).HasMaxLength(1000);
        item.BelongsToAnOrder(row => row.OrderKey);
    }
}

internal sealed class InvoiceMap : IEntityTypeConfiguration<InvoiceRow>
{
    public void Configure(EntityTypeBuilder<InvoiceRow> invoice)
    {
        invoice.ToTable("Invoices", table => table.HasCheckConstraint("CK_Invoices_Value", """ "Value" >= 0 """.Trim()));
        invoice.HasKey(row => row.Id);
        invoice.HasIndex(row => new { row.OrderKey, row.Type, row.Number }).IsUnique();
        invoice.Property(row => row.Number).HasMaxLength(200);
        invoice.Property(row => row.Url).HasMaxLength(2000);
        invoice.Property(row => row.AccessKey).HasMaxLength(200);
        invoice.Property(row => row.Courier).HasMaxLength(200);
        invoice.Property(row => row.TrackingNumber).HasMaxLength(200);
        invoice.Property(row => row.TrackingUrl).HasMaxLength(2000);
        invoice.Property(row => row.DispatchedDate).HasMaxLength(60);
        invoice.Property(row => row.DeliveredDate).HasMaxLength(60);
        invoice.BelongsToAnOrder(row => row.OrderKey);
    }
}

internal sealed class InvoiceItemMap : IEntityTypeConfiguration<InvoiceItemRow>
{
    public void Configure(EntityTypeBuilder<InvoiceItemRow> item)
    {
        item.ToTable("InvoiceItems", table => table.HasCheckConstraint("CK_InvoiceItems_Quantity", """ "Quantity" >= 0 """.Trim()));
        item.HasKey(row => new { row.InvoiceId, row.ItemIndex });
        item.HasOne<InvoiceRow>().WithMany().HasForeignKey(row => row.InvoiceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaymentMap : IEntityTypeConfiguration<PaymentRow>
{
    public void Configure(EntityTypeBuilder<PaymentRow> payment)
    {
        payment.ToTable("Payments", table =>
        {
            table.HasCheckConstraint(
                "CK_Payments_Amounts", """ "Value" >= 0 AND "Captured" >= 0 AND "Refunded" >= 0 AND "Owed" >= 0 """.Trim());
            table.HasCheckConstraint(
                "CK_Payments_GivenBack",
                """ "Refunded" + "Owed" <= (CASE WHEN "Captured" > "Value" THEN "Captured" ELSE "Value" END) """.Trim());
        });
        payment.HasKey(row => new { row.OrderKey, row.PaymentId });
        payment.Property(row => row.PaymentId).HasMaxLength(100);
        payment.Property(row => row.TransactionId).HasMaxLength(100);
        payment.Property(row => row.SystemName).HasMaxLength(200);
        payment.Property(row => row.PaymentGroup).HasMaxLength(100);
        payment.BelongsToAnOrder(row => row.OrderKey);
    }
}

internal sealed class ReservationMap : IEntityTypeConfiguration<ReservationRow>
{
    public void Configure(EntityTypeBuilder<ReservationRow> reservation)
    {
        reservation.ToTable("Reservations", table =>
        {
            table.HasCheckConstraint("CK_Reservations_Units", """ "Reserved" >= 0 AND "Released" >= 0 AND "Consumed" >= 0 """.Trim());
            table.HasCheckConstraint("CK_Reservations_Held", """ "Released" + "Consumed" <= "Reserved" """.Trim());
        });
        reservation.HasKey(row => new { row.OrderKey, row.ReservationId });
        // Only what holds units: few of all that there ever were. By place, and by the lock that an id begins with.
        const string Held = """ "Released" + "Consumed" < "Reserved" """;
        reservation.HasIndex(row => new { row.SkuId, row.WarehouseId, row.OrderKey }).HasFilter(Held.Trim());
        reservation.HasIndex(row => row.ReservationId, "IX_Reservations_HeldByLock").HasFilter(Held.Trim());
        reservation.Property(row => row.ReservationId).HasMaxLength(250);
        reservation.Property(row => row.WarehouseId).HasMaxLength(100);
        reservation.Property(row => row.SkuId).HasMaxLength(100);
        reservation.BelongsToAnOrder(row => row.OrderKey);
    }
}

internal sealed class CancellationRequestMap : IEntityTypeConfiguration<CancellationRequestRow>
{
    public void Configure(EntityTypeBuilder<CancellationRequestRow> request)
    {
        request.ToTable("CancellationRequests");
        // Within its order: a marketplace's order and the one that fulfils it may both be here and share a request's id.
        request.HasKey(row => new { row.OrderKey, row.RequestId });
        request.Property(row => row.RequestId).HasMaxLength(32);
        request.Property(row => row.EnteredBy).HasMaxLength(100);
        request.Property(row => row.EnteredByName).HasMaxLength(200);
        request.Property(row => row.EnteredByIssuer).HasMaxLength(100);
        request.Property(row => row.ClosedByName).HasMaxLength(200);
        request.Property(row => row.Receipt).HasMaxLength(32);
        request.Property(row => row.ClosedByHistoryId).HasMaxLength(32);
        request.BelongsToAnOrder(row => row.OrderKey);
    }
}

internal sealed class OrderDocumentMap : IEntityTypeConfiguration<OrderDocumentRow>
{
    public void Configure(EntityTypeBuilder<OrderDocumentRow> document)
    {
        document.ToTable("OrderDocuments");
        document.HasKey(row => row.OrderKey);
        document.Property(row => row.OrderKey).ValueGeneratedNever();
        document.BelongsToAnOrder(row => row.OrderKey);
    }
}

internal sealed class OrderSearchMap : IEntityTypeConfiguration<OrderSearchRow>
{
    public void Configure(EntityTypeBuilder<OrderSearchRow> search)
    {
        search.ToTable("OrderSearch");
        search.HasKey(row => row.OrderKey);
        search.Property(row => row.OrderKey).ValueGeneratedNever();
        search.Property(row => row.Text).HasMaxLength(4000);
        search.BelongsToAnOrder(row => row.OrderKey);
    }
}

internal sealed class OrderTermMap : IEntityTypeConfiguration<OrderTermRow>
{
    public void Configure(EntityTypeBuilder<OrderTermRow> term)
    {
        term.ToTable("OrderTerms");
        term.HasKey(row => new { row.Kind, row.Value, row.CreatedAt, row.OrderKey });
        term.Property(row => row.Kind).ValueGeneratedNever();
        term.Property(row => row.Value).HasMaxLength(TermValue.Longest);
        term.Property(row => row.CreatedAt).ValueGeneratedNever();
        term.Property(row => row.OrderKey).ValueGeneratedNever();
    }
}

internal sealed class SkuNameMap : IEntityTypeConfiguration<SkuNameRow>
{
    public void Configure(EntityTypeBuilder<SkuNameRow> name)
    {
        name.ToTable("SkuNames");
        name.HasKey(row => new { row.SkuId, row.Text });
        name.Property(row => row.SkuId).HasMaxLength(100);
        name.Property(row => row.Text).HasMaxLength(SkuNames.Longest);
    }
}

internal static class OrderParts
{
    public static void BelongsToAnOrder<TRow>(
        this EntityTypeBuilder<TRow> part, System.Linq.Expressions.Expression<Func<TRow, object?>> orderKey)
        where TRow : class =>
        part.HasOne<OrderRow>().WithMany().HasForeignKey(orderKey).OnDelete(DeleteBehavior.Restrict);
}
