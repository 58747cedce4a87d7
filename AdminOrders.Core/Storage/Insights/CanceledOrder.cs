using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Insights;

/// <summary>What figures are made of. Texts are "" where there is nothing.</summary>
internal sealed record CanceledOrder(
    OrderPosition Position, long Key, DateTimeOffset CreatedAt, string Origin, string Currency, string AffiliateId, string SellerId, string SellerName,
    Side? CanceledFor, DateTimeOffset? CanceledAt, string ReasonCode, IReadOnlyList<MoneyBack> MoneyBack)
{
    private const string ReasonSql =
        """(SELECT r."Code" FROM "CancellationReasonLabels" l JOIN "CancellationReasons" r ON r."Id" = l."ReasonId" WHERE l."Id" = o."CancelReasonLabelId")""";

    private static readonly MoneyBack[] Money = Enum.GetValues<MoneyBack>();

    /// <summary>The columns that <see cref="Read"/> reads, in its order. Where the money is the list asks in the same words.</summary>
    public static string Columns { get; } =
        $"""
        {OrderWalk.PositionColumns}, o."Currency", o."AffiliateId", o."SellerId", o."SellerName", o."CanceledFor", o."CanceledAt", {ReasonSql},
        {string.Join(", ", Money.Select(money => $"CASE WHEN {OrderSelectives.IsMoneyBack(money)} THEN 1 ELSE 0 END"))}
        """;

    /// <summary>Each SKU once.</summary>
    public IReadOnlyList<CanceledSku> Skus { get; init; } = [];

    public IReadOnlyList<CanceledPayment> Payments { get; init; } = [];

    public static CanceledOrder Read(DbDataReader row) => new(
        OrderWalk.Position(row, OrderSort.CreatedAt), row.GetInt64(0), Ticks.From(row.GetInt64(3)), row.GetString(7), row.GetString(8), row.GetString(9), row.GetString(10),
        row.GetString(11), row.IsDBNull(12) ? null : (Side)row.GetInt32(12), row.InstantOrNull(13), row.TextOrNull(14) ?? "",
        [.. Money.Where((_, at) => row.GetInt32(15 + at) == 1)]);
}

/// <summary>A SKU of an order.</summary>
internal sealed record CanceledSku(long OrderKey, string SkuId, string Name);

/// <summary>A payment of an order, in minor units of the order's currency.</summary>
internal sealed record CanceledPayment(long OrderKey, PaymentState State, long Value, long Captured, long Refunded, long Owed)
{
    /// <summary>What was authorized and let go before it was captured.</summary>
    public long Voided => State is PaymentState.Voided ? Math.Max(0, Value - Captured) : 0;
}
