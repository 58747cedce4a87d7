using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AdminOrders.Core.Storage.Channels;

internal static class ChannelLengths
{
    public const int Channel = 30;
    public const int Id = 100;
    public const int Kind = 60;
    public const int Payload = 2_000;
    public const int Words = 2_000;
    public const int Reason = 200;
}

internal sealed class ChannelMap : IEntityTypeConfiguration<ChannelRow>
{
    public void Configure(EntityTypeBuilder<ChannelRow> channel)
    {
        channel.ToTable("Channels");
        channel.HasKey(row => row.Key);
        channel.Property(row => row.Key).HasMaxLength(ChannelLengths.Channel);
        channel.Property(row => row.LastError).HasMaxLength(ChannelLengths.Words);
    }
}

internal sealed class ChannelInboxMap : IEntityTypeConfiguration<ChannelInboxRow>
{
    public void Configure(EntityTypeBuilder<ChannelInboxRow> hint)
    {
        hint.ToTable("ChannelInbox");
        hint.HasKey(row => row.Id);
        hint.HasIndex(row => new { row.Channel, row.NotificationId }).IsUnique();
        hint.HasIndex(row => new { row.Channel, row.ChannelOrderId });
        hint.HasIndex(row => new { row.Channel, row.NextAt }).HasFilter("\"NextAt\" IS NOT NULL");
        hint.Property(row => row.Channel).HasMaxLength(ChannelLengths.Channel);
        hint.Property(row => row.NotificationId).HasMaxLength(ChannelLengths.Id);
        hint.Property(row => row.ChannelOrderId).HasMaxLength(ChannelLengths.Id);
        hint.Property(row => row.Kind).HasMaxLength(ChannelLengths.Kind);
        hint.Property(row => row.Payload).HasMaxLength(ChannelLengths.Payload);
        hint.Property(row => row.Words).HasMaxLength(ChannelLengths.Words);
        hint.Property(row => row.OrderId).HasMaxLength(ChannelLengths.Id);
    }
}

internal sealed class ChannelOrderMap : IEntityTypeConfiguration<ChannelOrderRow>
{
    public void Configure(EntityTypeBuilder<ChannelOrderRow> order)
    {
        order.ToTable("ChannelOrders");
        order.HasKey(row => new { row.Channel, row.ChannelOrderId });
        order.HasIndex(row => row.OrderId);
        order.Property(row => row.Channel).HasMaxLength(ChannelLengths.Channel);
        order.Property(row => row.ChannelOrderId).HasMaxLength(ChannelLengths.Id);
        order.Property(row => row.OrderId).HasMaxLength(ChannelLengths.Id);
        order.Property(row => row.CanceledItems).HasMaxLength(ChannelLengths.Words);
        order.Property(row => row.ReasonText).HasMaxLength(Orders.InputLimits.ReasonLength);
    }
}

internal sealed class ChannelSecretMap : IEntityTypeConfiguration<ChannelSecretRow>
{
    public void Configure(EntityTypeBuilder<ChannelSecretRow> secret)
    {
        secret.ToTable("ChannelSecrets");
        secret.HasKey(row => row.Id);
        secret.HasIndex(row => row.Channel);
        secret.Property(row => row.Channel).HasMaxLength(ChannelLengths.Channel);
        secret.Property(row => row.Hash).HasMaxLength(32);
    }
}

internal sealed class ChannelReasonMap : IEntityTypeConfiguration<ChannelReasonRow>
{
    public void Configure(EntityTypeBuilder<ChannelReasonRow> reason)
    {
        reason.ToTable("ChannelReasons");
        reason.HasKey(row => new { row.Channel, row.Words });
        reason.Property(row => row.Channel).HasMaxLength(ChannelLengths.Channel);
        reason.Property(row => row.Words).HasMaxLength(ChannelLengths.Reason);
        reason.HasOne<CancellationReasonRow>().WithMany().HasForeignKey(row => row.ReasonId).OnDelete(DeleteBehavior.Restrict);
    }
}
