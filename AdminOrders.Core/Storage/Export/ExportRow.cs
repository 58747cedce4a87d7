using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage.Export;

/// <summary>A row of <see cref="PastExport"/>; instants are UTC ticks.</summary>
public sealed class ExportRow
{
    public required string Id { get; set; }

    public required string ActorId { get; set; }

    public required string ActorName { get; set; }

    public required string Query { get; set; }

    public string? Text { get; set; }

    /// <summary>JSON of the <see cref="OrderFilter"/> that the query meant when it was asked.</summary>
    public required string Filter { get; set; }

    public ExportFormat Format { get; set; }

    public ExportRows Rows { get; set; }

    /// <summary>JSON of the heads that were chosen; null: all.</summary>
    public string? Columns { get; set; }

    public bool IsPersonal { get; set; }

    /// <summary>IANA id.</summary>
    public required string Zone { get; set; }

    public required string Culture { get; set; }

    public ExportState State { get; set; }

    public ExportFailure? Failure { get; set; }

    public string? Trace { get; set; }

    public int Beginnings { get; set; }

    public long Written { get; set; }

    public long? Total { get; set; }

    public long Bytes { get; set; }

    public long CreatedAt { get; set; }

    public long? StartedAt { get; set; }

    public long? EndedAt { get; set; }

    public long? ExpiresAt { get; set; }

    public long Version { get; set; }
}

internal sealed class ExportMap : IEntityTypeConfiguration<ExportRow>
{
    public void Configure(EntityTypeBuilder<ExportRow> export)
    {
        export.ToTable("Exports");
        export.HasKey(row => row.Id);
        export.HasIndex(row => row.State);
        export.HasIndex(row => row.CreatedAt);
        export.HasIndex(row => new { row.ActorId, row.CreatedAt });
        export.Property(row => row.Id).HasMaxLength(32);
        export.Property(row => row.ActorId).HasMaxLength(100);
        export.Property(row => row.ActorName).HasMaxLength(200);
        export.Property(row => row.Text).HasMaxLength(OrderViewStore.LongestText);
        export.Property(row => row.Zone).HasMaxLength(100);
        export.Property(row => row.Culture).HasMaxLength(20);
        export.Property(row => row.Trace).HasMaxLength(32);
    }
}
