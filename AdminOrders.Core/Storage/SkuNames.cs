using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The names of SKUs, for search: those are few, so that an order's own text need not have them. A SKU has each name that it ever had in an order; it stays
/// when no order has it any more.
/// </summary>
internal static class SkuNames
{
    /// <summary>The part of a name that is looked into, in UTF-16 units.</summary>
    public const int Longest = 200;

    /// <summary>What is looked into; "" for a name of nothing.</summary>
    public static string TextOf(string name)
    {
        var folded = SearchText.Fold(name);
        return folded.Length <= Longest ? folded : folded[..(char.IsHighSurrogate(folded[Longest - 1]) ? Longest - 1 : Longest)];
    }

    /// <summary>A condition on an order <c>o</c>: a SKU of its lines has the text in its name.</summary>
    /// <param name="pattern">A parameter with the pattern of LIKE.</param>
    public static string AreIn(string pattern) =>
        $"""EXISTS (SELECT 1 FROM "OrderItems" i WHERE i."OrderKey" = o."Key" AND i."SkuId" IN ({Named(pattern)}))""";

    /// <summary>The keys of such orders, one perhaps several times.</summary>
    /// <param name="pattern">A parameter with the pattern of LIKE.</param>
    public static string Keys(string pattern) =>
        $"""SELECT t."OrderKey" FROM "OrderTerms" t WHERE t."Kind" = {(int)TermKind.Sku} AND t."Value" IN ({Named(pattern)})""";

    private static string Named(string pattern) => $"""SELECT n."SkuId" FROM "SkuNames" n WHERE n."Text" LIKE {pattern} ESCAPE '\'""";
}

/// <summary>Writes the names of the SKUs of orders that come in.</summary>
internal sealed class SkuNameWriter(StoreWrites writes)
{
    private static readonly int[] Sizes = [32, 8, 1];
    private readonly SqlInserts inserts = new(writes, "SkuNames", ["SkuId", "Text"], Sizes, "ON CONFLICT DO NOTHING");
    private readonly HashSet<(string SkuId, string Name)> waiting = [];

    public void Write(OrderChange change)
    {
        if (change.Imported is not null)
        {
            waiting.UnionWith(change.Facts.Items.Select(item => (item.SkuId, item.Name)));
        }
    }

    public void Add(string skuId, string name) => waiting.Add((skuId, name));

    public void Clear() => waiting.Clear();

    /// <summary>Queues the rows, in the order in which every writer takes them.</summary>
    public void Flush()
    {
        var rows = waiting.Select(named => (named.SkuId, Text: SkuNames.TextOf(named.Name))).Where(row => row is { SkuId.Length: > 0, Text.Length: > 0 }).Distinct()
            .OrderBy(row => row.SkuId, StringComparer.Ordinal).ThenBy(row => row.Text, StringComparer.Ordinal);
        inserts.Later(rows.SelectMany(row => new object?[] { row.SkuId, row.Text }).ToArray());
        waiting.Clear();
    }
}
