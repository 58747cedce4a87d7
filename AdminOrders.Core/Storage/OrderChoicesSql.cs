namespace AdminOrders.Core.Storage;

/// <summary>What orders can be filtered by.</summary>
internal static class OrderChoicesSql
{
    private const string NameOfSeller =
        """(SELECT o."SellerName" FROM "Orders" o WHERE o."SellerId" = d.v ORDER BY o."CreatedAt" DESC, o."Key" DESC LIMIT 1)""";

    public static async Task<OrderChoices> Read(StoreReading reading, CancellationToken cancellationToken) => new(
        await reading.Read(DistinctSql.Of("o.\"Status\"", "d.v"), row => row.GetString(0), cancellationToken),
        await reading.Read(DistinctSql.Of("o.\"SellerId\"", NameOfSeller), row => new SellerChoice(row.GetString(0), row.GetString(1)), cancellationToken),
        await reading.Read(DistinctSql.Of("o.\"Origin\"", "d.v"), row => row.GetString(0), cancellationToken));
}
