using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Asks the indexes of the selective conditions whether few orders match at all. Few: the page sorts those few. Many: it walks the
/// sort's index, because then the next matching row is near. Either way a page costs a bounded number of rows.
/// </summary>
internal static class OrderCandidates
{
    private const int Few = 4_000;

    /// <summary>The keys beyond which nothing matches, at most 4,000; null where every condition alone matches more, or the sort's own index serves it.</summary>
    public static async Task<IReadOnlyList<long>?> Find(
        StoreSource source, DbConnection connection, OrderFilter filter, TextCondition? text, CancellationToken cancellationToken)
    {
        foreach (var query in Probes(source, connection, filter, text))
        {
            var keys = await connection.Read(query, row => row.GetInt64(0), cancellationToken);
            if (keys.Count <= Few)
            {
                return [.. keys.Distinct()];
            }
        }

        return null;
    }

    private static IEnumerable<SqlQuery> Probes(StoreSource source, DbConnection connection, OrderFilter filter, TextCondition? text)
    {
        if (text is not null)
        {
            yield return text.Keys(source, connection, Few + 1);
        }

        // The order of creation has indexes that begin with seller and with origin; beside statuses they do not serve.
        if (filter.Sort is OrderSort.CreatedAt && filter.Statuses.Count == 0)
        {
            yield break;
        }

        if (filter.SellerId is { } seller)
        {
            yield return Probe("""o."SellerId" = @a""", seller);
        }

        if (filter.Origin is { } origin)
        {
            yield return Probe("""o."Origin" = @a""", origin);
        }

        if (filter.Sort is not OrderSort.CreatedAt && (filter.CreatedFrom is not null || filter.CreatedBefore is not null))
        {
            yield return Probe(
                """o."CreatedAt" >= @a AND o."CreatedAt" < @b""",
                (filter.CreatedFrom ?? DateTimeOffset.MinValue).UtcTicks, (filter.CreatedBefore ?? DateTimeOffset.MaxValue).UtcTicks);
        }
    }

    private static SqlQuery Probe(string condition, params object[] values) =>
        new($"""SELECT o."Key" FROM "Orders" o WHERE {condition} LIMIT {Few + 1}""", [.. values.Select((value, index) => KeyValuePair.Create(index == 0 ? "@a" : "@b", value))]);
}
