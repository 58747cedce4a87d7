
namespace AdminOrders.Core.Storage;

/// <summary>
/// Asks the indexes of the selective conditions whether few orders match at all. Few: the page sorts those few. Many: it walks the
/// sort's index, because then the next matching row is near. Either way a page costs a bounded number of rows.
/// </summary>
internal static class OrderCandidates
{
    /// <summary>Of a million: where more match, those of a page lie within ten thousand rows of the walk.</summary>
    public const int Few = 7_000;

    /// <summary>The keys beyond which nothing matches, at most 7,000; null where every condition alone matches more, or the sort's own index serves it.</summary>
    public static async Task<IReadOnlyList<long>?> Find(
        StoreSource source, StoreReading reading, OrderFilter filter, TextCondition? text, IReadOnlyList<ValueStretch> values, CancellationToken cancellationToken)
    {
        foreach (var query in OrderSelectives.Probes(source, reading, filter, text, values, Few + 1))
        {
            var keys = await reading.Read(query, row => row.GetInt64(0), cancellationToken);
            if (keys.Count <= Few)
            {
                return [.. keys.Distinct()];
            }
        }

        return null;
    }
}
