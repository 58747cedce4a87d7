using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>One order as other systems list it. Money in minor units of <see cref="Currency"/>; texts are "" where there is nothing.</summary>
public sealed record OrderEntry
{
    public required long Key { get; init; }

    public required string OrderId { get; init; }

    public required string Sequence { get; init; }

    public required string Status { get; init; }

    /// <summary>When the status's own timer is due.</summary>
    public DateTimeOffset? StatusDueAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastChangeAt { get; init; }

    public DateTimeOffset? AuthorizedAt { get; init; }

    public DateTimeOffset? EstimatedFrom { get; init; }

    public DateTimeOffset? EstimatedTo { get; init; }

    public required string CustomerName { get; init; }

    public required long Value { get; init; }

    public required string Currency { get; init; }

    /// <summary>Units ordered and not removed.</summary>
    public required long Units { get; init; }

    public required string PaymentNames { get; init; }

    public required string MarketplaceOrderId { get; init; }

    public required string Origin { get; init; }

    public required string AffiliateId { get; init; }

    public required string SalesChannel { get; init; }

    public required string GiftListId { get; init; }

    public required string GiftListType { get; init; }

    public required string OperatorName { get; init; }

    /// <summary>The columns that <see cref="Read"/> reads, in its order; those of a position first.</summary>
    internal const string Columns =
        $"""
        {OrderWalk.PositionColumns}, o."Sequence", o."StatusDueAt", o."AuthorizedAt", o."EstimatedFrom", o."EstimatedTo", o."CustomerName",
        o."Currency", o."PaymentNames", o."MarketplaceOrderId", o."AffiliateId", o."SalesChannel", o."GiftListId", o."GiftListType", o."OperatorName"
        """;

    internal static OrderEntry Read(DbDataReader row) => new()
    {
        Key = row.GetInt64(0),
        OrderId = row.GetString(1),
        Status = row.GetString(2),
        CreatedAt = Ticks.From(row.GetInt64(3)),
        Value = row.GetInt64(4),
        LastChangeAt = Ticks.From(row.GetInt64(5)),
        Units = row.GetInt64(6),
        Origin = row.GetString(7),
        Sequence = row.GetString(8),
        StatusDueAt = row.InstantOrNull(9),
        AuthorizedAt = row.InstantOrNull(10),
        EstimatedFrom = row.InstantOrNull(11),
        EstimatedTo = row.InstantOrNull(12),
        CustomerName = row.GetString(13),
        Currency = row.GetString(14),
        PaymentNames = row.GetString(15),
        MarketplaceOrderId = row.GetString(16),
        AffiliateId = row.GetString(17),
        SalesChannel = row.GetString(18),
        GiftListId = row.GetString(19),
        GiftListType = row.GetString(20),
        OperatorName = row.GetString(21),
    };
}
