using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage;

internal static class SavedViewLengths
{
    public const int Id = 32;
    public const int OwnerId = 60;
    public const int Query = 4_000;
    public const int Columns = 400;
}

internal sealed class SavedViewMap : IEntityTypeConfiguration<SavedViewRow>
{
    public void Configure(EntityTypeBuilder<SavedViewRow> view)
    {
        view.ToTable("SavedViews");
        view.HasKey(row => row.Id);
        view.HasIndex(row => new { row.OwnerId, row.NameKey }).IsUnique();
        view.Property(row => row.Id).HasMaxLength(SavedViewLengths.Id);
        view.Property(row => row.OwnerId).HasMaxLength(SavedViewLengths.OwnerId);
        view.Property(row => row.Name).HasMaxLength(SavedViews.LongestName);
        // A letter may become several in capitals.
        view.Property(row => row.NameKey).HasMaxLength(3 * SavedViews.LongestName);
        view.Property(row => row.Query).HasMaxLength(SavedViewLengths.Query);
        view.Property(row => row.Text).HasMaxLength(OrderViewStore.LongestText);
        view.Property(row => row.Columns).HasMaxLength(SavedViewLengths.Columns);
    }
}

internal sealed class ListLayoutMap : IEntityTypeConfiguration<ListLayoutRow>
{
    public void Configure(EntityTypeBuilder<ListLayoutRow> layout)
    {
        layout.ToTable("ListLayouts");
        layout.HasKey(row => row.UserId);
        layout.Property(row => row.UserId).HasMaxLength(SavedViewLengths.OwnerId);
        layout.Property(row => row.Columns).HasMaxLength(SavedViewLengths.Columns);
    }
}
