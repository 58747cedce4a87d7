using System.Globalization;
using AdminOrders.Core.Storage;

namespace AdminOrders.Tests.Support;

/// <summary>Two heaps of orders, each of more than a list sorts: <c>old-1</c>, <c>old-2</c> … a minute apart back from the border, <c>new-1</c> … from it on; each changed a minute after it was created.</summary>
internal static class OldAndNewOrders
{
    // A whole day more than that, so that days can be asked for.
    private const int Each = OrderCandidates.Few + 1_500;

    public static readonly DateTimeOffset Border = An.Instant.AddDays(-30);

    public static async Task Fill(TestStore store)
    {
        await store.Import(An.Order("pattern-01").Ready());
        await using var db = store.Read();
        var columns = db.Orders.EntityType.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal).ToList();
        var minute = TimeSpan.TicksPerMinute.ToString(CultureInfo.InvariantCulture);
        foreach (var (heap, step, firstKey) in new[] { ("old", "- n", 0), ("new", "+ n", Each) })
        {
            var created = $"{Border.UtcTicks.ToString(CultureInfo.InvariantCulture)} {step} * {minute}";
            var values = columns.Select(column => column switch
            {
                "Key" => $"""o."Key" + n + {firstKey.ToString(CultureInfo.InvariantCulture)}""",
                "OrderId" => $"'{heap}-' || n",
                "CreatedAt" => created,
                "LastChangeAt" => $"{created} + {minute}",
                "Value" => "n",
                _ => $"o.\"{column}\"",
            });
            await store.Execute(
                $"""
                INSERT INTO "Orders" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
                WITH RECURSIVE numbers(n) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n < {Each.ToString(CultureInfo.InvariantCulture)})
                SELECT {string.Join(", ", values)} FROM "Orders" o CROSS JOIN numbers WHERE o."OrderId" = 'pattern-01'
                """);
        }
    }
}
