using AdminOrders.Core.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage;

internal sealed class CancelPostMap : IEntityTypeConfiguration<CancelPostRow>
{
    public void Configure(EntityTypeBuilder<CancelPostRow> post)
    {
        post.ToTable("CancelPosts");
        post.HasKey(row => new { row.OrderKey, row.Credential, row.IdempotencyKey });
        post.Property(row => row.Credential).HasMaxLength(100);
        post.Property(row => row.IdempotencyKey).HasMaxLength(IdempotencyKey.Longest);
        post.Property(row => row.PostId).HasMaxLength(32);
        post.BelongsToAnOrder(row => row.OrderKey);
    }
}

internal sealed class KeptAnswerMap : IEntityTypeConfiguration<KeptAnswerRow>
{
    public void Configure(EntityTypeBuilder<KeptAnswerRow> answer)
    {
        answer.ToTable("KeptAnswers");
        answer.HasKey(row => new { row.Credential, row.IdempotencyKey });
        answer.HasIndex(row => row.At);
        answer.Property(row => row.Credential).HasMaxLength(100);
        answer.Property(row => row.IdempotencyKey).HasMaxLength(IdempotencyKey.Longest);
        answer.Property(row => row.Fingerprint).HasMaxLength(64);
        answer.Property(row => row.Receipt).HasMaxLength(32);
    }
}
