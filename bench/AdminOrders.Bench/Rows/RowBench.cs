using System.Globalization;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench.Rows;

/// <summary>How many rows a page of the list looks at, by its filter: the first page and the one behind it.</summary>
internal static class RowBench
{
    private const int Size = 50;
    private const int MostOfAPage = 20;
    private const long MostOfFew = 10_000;

    // What made-up orders have none of: people who cancel, some of them seldom, and reasons that hardly anybody gives.
    private const string WhoAndWhy = """
        UPDATE "Orders" SET
            "CanceledById" = CASE WHEN "Key" % 997 = 0 THEN 'user:seldom' WHEN "Key" % 17 = 0 THEN 'user:some' ELSE 'user:often' END,
            "CancelReasonLabelId" = (SELECT "Id" FROM "CancellationReasonLabels" ORDER BY "Id" LIMIT 1 OFFSET (CASE WHEN "Key" % 499 = 0 THEN 3 WHEN "Key" % 5 = 0 THEN 1 ELSE 0 END))
        WHERE "Status" = 'canceled'
        """;

    /// <summary>Prints the figures; 0 where no statement looks at more than 20 times the rows it brings, or 10,000, else 1.</summary>
    /// <param name="file">A store that is kept for another run; null: one that goes away.</param>
    public static async Task<int> Run(int orders, string? file)
    {
        var folder = Directory.CreateTempSubdirectory("adminorders-rows-").FullName;
        try
        {
            await using var store = await BenchStore.Open(file ?? Path.Combine(folder, "rows.db"));
            await Fill(store, orders);
            var (values, last) = (await FilterValues.Read(store.Source), await Last(store.Source));
            var missed = 0;
            foreach (var (name, filter) in RowFilters.Of(values, last))
            {
                missed += await Measure(store.Source, name, filter) ? 0 : 1;
            }

            return missed == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Fill(BenchStore store, int orders)
    {
        await using var connection = await store.Source.OpenConnectionAsync();
        var there = (await connection.Read(new("""SELECT COUNT(*) FROM "Orders" """, []), row => row.GetInt64(0), CancellationToken.None))[0];
        if (there < orders)
        {
            await store.Sample.Add(orders, seed: 1, null);
        }

        await connection.Read(new(WhoAndWhy, []), row => 0, CancellationToken.None);
    }

    private static async Task<DateTimeOffset> Last(StoreSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        return Ticks.From((await connection.Read(new("""SELECT MAX("CreatedAt") FROM "Orders" """, []), row => row.GetInt64(0), CancellationToken.None))[0]);
    }

    private static async Task<bool> Measure(StoreSource source, string name, OrderFilter filter)
    {
        await using var reading = new CountedReading(await source.OpenReading(CancellationToken.None), source.ConnectionString);
        OrderPosition? behind = null;
        var (rows, holds) = (0, true);
        for (var page = 0; page < 2; page++)
        {
            var walk = await OrderWalk.BeginNear(source, reading, filter, CancellationToken.None);
            var found = await walk.Read(OrderWalk.PositionColumns, behind, backward: false, Size + 1, row => OrderWalk.Position(row, walk.Filter.Sort), CancellationToken.None);
            holds &= reading.Most <= Math.Max(MostOfFew, MostOfAPage * found.Count);
            rows += Math.Min(Size, found.Count);
            behind = found.Count > Size ? found[Size - 1] : behind;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-40} {rows,4} rows: {reading.Most,9:N0} by the statement that looks at most, {reading.All,9:N0} by all of two pages{(holds ? "" : "   TOO MANY")}"));
        return holds;
    }
}
