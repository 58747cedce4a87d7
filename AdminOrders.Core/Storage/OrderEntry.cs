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

    public DateTimeOffset? InvoicedAt { get; init; }

    public DateTimeOffset? EstimatedFrom { get; init; }

    public DateTimeOffset? EstimatedTo { get; init; }

    public required string CustomerName { get; init; }

    public required string CustomerEmail { get; init; }

    public required string CustomerDocument { get; init; }

    public required long Value { get; init; }

    public required string Currency { get; init; }

    /// <summary>Units ordered and not removed.</summary>
    public required long Units { get; init; }

    public required string PaymentNames { get; init; }

    public required string OrderGroup { get; init; }

    public required string SellerOrderId { get; init; }

    public required string MarketplaceOrderId { get; init; }

    public required string Origin { get; init; }

    public required string AffiliateId { get; init; }

    public required string SalesChannel { get; init; }

    public required string SellerId { get; init; }

    public required string SellerName { get; init; }

    public required bool IsInStore { get; init; }

    public required string GiftListId { get; init; }

    public required string GiftListType { get; init; }

    public required string OperatorName { get; init; }

    /// <summary>The columns that <see cref="Read"/> reads, in its order; those of a position first.</summary>
    internal const string Columns =
        $"""
        {OrderWalk.PositionColumns}, o."Sequence", o."StatusDueAt", o."AuthorizedAt", o."InvoicedAt", o."EstimatedFrom", o."EstimatedTo", o."CustomerName",
        o."CustomerEmail", o."CustomerDocument", o."Currency", o."PaymentNames", o."OrderGroup", o."SellerOrderId", o."MarketplaceOrderId", o."AffiliateId",
        o."SalesChannel", o."SellerId", o."SellerName", o."IsInStore", o."GiftListId", o."GiftListType", o."OperatorName"
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
        StatusDueAt = Instant(row, 9),
        AuthorizedAt = Instant(row, 10),
        InvoicedAt = Instant(row, 11),
        EstimatedFrom = Instant(row, 12),
        EstimatedTo = Instant(row, 13),
        CustomerName = row.GetString(14),
        CustomerEmail = row.GetString(15),
        CustomerDocument = row.GetString(16),
        Currency = row.GetString(17),
        PaymentNames = row.GetString(18),
        OrderGroup = row.GetString(19),
        SellerOrderId = row.GetString(20),
        MarketplaceOrderId = row.GetString(21),
        AffiliateId = row.GetString(22),
        SalesChannel = row.GetString(23),
        SellerId = row.GetString(24),
        SellerName = row.GetString(25),
        IsInStore = row.GetBoolean(26),
        GiftListId = row.GetString(27),
        GiftListType = row.GetString(28),
        OperatorName = row.GetString(29),
    };

    private static DateTimeOffset? Instant(DbDataReader row, int column) => row.IsDBNull(column) ? null : Ticks.From(row.GetInt64(column));
}
