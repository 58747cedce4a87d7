
namespace AdminOrders.Core.Storage;

/// <summary>The products of one order, in the order's own order.</summary>
/// <param name="Lines">The first of them.</param>
/// <param name="More">How many products there are beyond <paramref name="Lines"/>.</param>
public sealed record OrderProducts(IReadOnlyList<OrderProduct> Lines, int More);

/// <summary>A product and how many units of it the order still holds: ordered and not removed.</summary>
public sealed record OrderProduct(string Name, long Units);

internal static class OrderProductsSql
{
    public static async Task<OrderProducts> Read(StoreReading reading, long key, int most, CancellationToken cancellationToken)
    {
        var found = await reading.Read(
            Query(key, most), row => (Product: new OrderProduct(row.GetString(0), row.GetInt64(1)), All: row.GetInt64(2)), cancellationToken);
        return new([.. found.Select(line => line.Product)], found.Count == 0 ? 0 : (int)found[0].All - found.Count);
    }

    // A product that stands in several lines of the order is one product.
    internal static SqlQuery Query(long key, int most) => new(
        """
        SELECT MIN(i."Name"), SUM(i."Quantity" - i."RemovedQuantity"), COUNT(*) OVER () FROM "OrderItems" i
        WHERE i."OrderKey" = @key GROUP BY i."SkuId" ORDER BY MIN(i."ItemIndex") LIMIT @most
        """, [new("@key", key), new("@most", most)]);
}
