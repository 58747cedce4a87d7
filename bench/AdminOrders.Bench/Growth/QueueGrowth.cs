using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench.Growth;

/// <summary>The queue of open requests as it grows: what its page, its filters, its counts and a change of an open page read. All orders were asked for by the product's own command.</summary>
internal static class QueueGrowth
{
    private const int PageSize = 50;
    private const int Times = 400;
    private static readonly string[] Parts = ["CancellationRequests", "Payments", "Reservations", "OrderItems"];
    private static readonly Actor Customer = new(Side.Customer, "customer", "");

    /// <summary>Prints a table in Markdown.</summary>
    /// <param name="sizes">Open requests, ascending.</param>
    public static async Task<int> Run(IReadOnlyList<int> sizes)
    {
        var folder = Directory.CreateTempSubdirectory("adminorders-queue-").FullName;
        try
        {
            List<Measurement> all = [];
            foreach (var size in sizes)
            {
                await using var store = await BenchStore.Open(Path.Combine(folder, $"queue-{size}.db"));
                await store.Fill(size);
                await Ask(store, size);
                all.AddRange(await Measure(store, size));
            }

            return GrowthBench.Print(all);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<Measurement>> Measure(BenchStore store, int orders)
    {
        var places = await Places(store.Requests, orders);
        var keys = (await store.Requests.List(new(), null, PageSize)).Rows.Select(row => row.Key).ToList();
        var nobodys = new RequestFilter { IsNobodys = true, SellerId = "1" };
        using var raw = new RawReader(store.Source, 2, Statements("1 = 1"));
        using var filtered = new RawReader(store.Source, 2, Statements("""o."AssigneeId" IS NULL AND o."SellerId" = '1'"""));
        using var counted = new RawReader(store.Source, 0, """SELECT COUNT(*) FROM "Orders" WHERE "RequestDueAt" IS NOT NULL""");
        return
        [
            await Measurement.Take("first page of the queue", orders, Times, _ => store.Requests.List(new(), null, PageSize), _ => raw.Read(0L, 0L)),
            await Measurement.Take("page of the queue, random depth", orders, Times, time => store.Requests.List(new(), places[time % places.Count].Cursor, PageSize),
                time => raw.Read(places[time % places.Count].DueAt, places[time % places.Count].Key)),
            await Measurement.Take("nobody's of one seller", orders, Times, _ => store.Requests.List(nobodys, null, PageSize), _ => filtered.Read(0L, 0L)),
            await Measurement.Take("a side that asked for nothing", orders, Times / 10, _ => store.Requests.List(new() { Side = Side.Marketplace }, null, PageSize), _ => counted.Read()),
            await Measurement.Take("what can be filtered by", orders, Times, _ => store.Requests.Choices(), _ => raw.Read(0L, 0L)),
            await Measurement.Take("50 rows of an open page", orders, Times, _ => store.Requests.Rows(keys), _ => raw.Read(0L, 0L)),
            await Measurement.Take("counts", orders, Times, _ => store.RequestCounts.Now(), _ => counted.Read()),
        ];
    }

    // The rows of a page and of each table that it shows, every column read once and thrown away.
    private static string[] Statements(string condition)
    {
        var page = $"""FROM "Orders" o WHERE o."RequestDueAt" IS NOT NULL AND (o."RequestDueAt", o."Key") > (@a, @b) AND {condition} ORDER BY o."RequestDueAt", o."Key" LIMIT {PageSize}""";
        return
        [
            $"SELECT * {page}",
            .. Parts.Select(table => $"""SELECT * FROM "{table}" WHERE "OrderKey" IN (SELECT o."Key" {page})"""),
        ];
    }

    private static Task Ask(BenchStore store, int orders) => Parallel.ForEachAsync(
        Enumerable.Range(0, orders),
        new ParallelOptions { MaxDegreeOfParallelism = 64 },
        async (number, cancellationToken) =>
        {
            var answer = await store.Workflow.Send(
                new(BenchStore.Id(number), new Cancel(Guid.NewGuid().ToString("N"), Side.Customer, new Reason(null, "I ordered twice")), Customer), cancellationToken);
            _ = answer.Decision as Accepted ?? throw new InvalidOperationException($"{BenchStore.Id(number)}: {answer.Decision}");
        });

    private static async Task<List<(string Cursor, long DueAt, long Key)>> Places(RequestReader reader, int orders)
    {
        List<(string, long, long)> places = [];
        string? cursor = null;
        for (var page = 0; page < Math.Min(orders / PageSize, Times) - 1; page++)
        {
            var read = await reader.List(new(), cursor, PageSize);
            (cursor, var last) = (read.Next!, read.Rows[^1]);
            places.Add((cursor, last.First!.DueAt.UtcTicks, last.Key));
        }

        return places;
    }
}
