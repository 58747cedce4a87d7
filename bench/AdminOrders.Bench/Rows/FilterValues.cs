using AdminOrders.Core.Storage;

namespace AdminOrders.Bench.Rows;

/// <summary>What the orders of a store have to be asked for, the most frequent first.</summary>
internal sealed class FilterValues(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    // Made-up orders do not have everything: then for something that no order has.
    private const string Nobodys = "nobody-has-it";
    private static readonly string[] Columns = ["Status", "SellerId", "SellerName", "Origin", "SalesChannel", "AffiliateId", "CanceledById"];

    public string Most(string what) => values[what].FirstOrDefault(Nobodys);

    public string Middle(string what) => values[what].ElementAtOrDefault(values[what].Count / 2) ?? Nobodys;

    public string Rarest(string what) => values[what].LastOrDefault(Nobodys);

    public static async Task<FilterValues> Read(StoreSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        Dictionary<string, IReadOnlyList<string>> all = new(StringComparer.Ordinal);
        foreach (var column in Columns)
        {
            all[column] = await Ranked($"""SELECT o."{column}" FROM "Orders" o WHERE o."{column}" <> '' GROUP BY o."{column}" ORDER BY COUNT(*) DESC""");
        }

        all["Reason"] = await Ranked("""
            SELECT r."Code" FROM "Orders" o JOIN "CancellationReasonLabels" l ON l."Id" = o."CancelReasonLabelId" JOIN "CancellationReasons" r ON r."Id" = l."ReasonId"
            GROUP BY r."Code" ORDER BY COUNT(*) DESC
            """);
        foreach (var kind in Enum.GetValues<Core.Orders.TermKind>())
        {
            all[kind.ToString()] = await Ranked($"""
                SELECT t."Value" FROM "OrderTerms" t WHERE t."Kind" = {(int)kind} GROUP BY t."Value" ORDER BY COUNT(*) DESC LIMIT 1000
                """);
        }

        return new(all);

        async Task<IReadOnlyList<string>> Ranked(string sql) => await connection.Read(new(sql, []), row => row.GetString(0), CancellationToken.None);
    }
}
