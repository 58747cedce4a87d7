using System.Diagnostics;
using AdminOrders.Bench.Growth;
using AdminOrders.Core.Storage;
using Npgsql;

namespace AdminOrders.Bench;

/// <summary>
/// The same work on a file of SQLite and on a PostgreSQL server of this machine, one after the other in one run, each on a store of the same sample orders. PostgreSQL is given a database that
/// goes away.
/// </summary>
internal static class EnginesBench
{
    private const int PageSize = 50;
    private const int Times = 300;
    private const int Callers = 32;
    private const int Canceled = 3_200;
    private static readonly OrderSort[] Sorts = [OrderSort.CreatedAt, OrderSort.Value, OrderSort.Status, OrderSort.LastChangeAt];

    /// <summary>Prints the figures; nothing has to be reached.</summary>
    /// <param name="server">How to connect to it, as somebody who may make databases.</param>
    public static async Task<int> Run(int orders, string server)
    {
        var folder = Directory.CreateTempSubdirectory("adminorders-bench-").FullName;
        try
        {
            var sqlite = await OnSqlite(orders, Path.Combine(folder, "orders.db"));
            var postgres = await OnPostgres(orders, server);
            foreach (var (ours, theirs) in sqlite.Zip(postgres))
            {
                Console.WriteLine(FormattableString.Invariant(
                    $"{ours.Name,-44} of {orders:N0}: SQLite {ours.Took.P50,9:N0} µs (p99 {ours.Took.P99,9:N0})   PostgreSQL {theirs.Took.P50,9:N0} µs (p99 {theirs.Took.P99,9:N0})   {theirs.Took.P50 / ours.Took.P50:0.0} times"));
            }

            Console.WriteLine($"load {Machine.Load}");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<Work>> OnSqlite(int orders, string file)
    {
        await using var store = await BenchStore.Open(file);
        return await Measure(store, orders);
    }

    private static async Task<List<Work>> OnPostgres(int orders, string server)
    {
        var name = $"adminorders_bench_{Guid.NewGuid():N}";
        await using var maintenance = NpgsqlDataSource.Create(server);
        await using (var made = maintenance.CreateCommand($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"))
        {
            await made.ExecuteNonQueryAsync();
        }

        try
        {
            await using var store = await BenchStore.OpenPostgres(new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString);
            return await Measure(store, orders);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await using var dropped = maintenance.CreateCommand($"DROP DATABASE {name} WITH (FORCE)");
            await dropped.ExecuteNonQueryAsync();
        }
    }

    private static async Task<List<Work>> Measure(BenchStore store, int orders)
    {
        var importing = await Measurement.Microseconds(() => store.AddSample(orders, seed: 1));
        List<Work> all = [new("import, each order", Timing.Of([importing / orders]))];
        var places = RandomOrders.Of(store.Source, Times, "1 = 1");
        foreach (var sort in Sorts)
        {
            all.Add(await Pages(store, sort, places));
        }

        all.Add(await Take("one order's page", time => store.Details.Get(places[time % places.Count].OrderId)));
        all.Add(await Take("search: order id", time => Find(store, places[time % places.Count].OrderId)));
        all.Add(await Take("search: whole name, one order in a thousand", _ => Find(store, "helena cardoso")));
        all.Add(await Take("count of one status, by counters", _ => store.Counts.AtOnce(new() { Statuses = ["canceled"] })));
        var free = RandomOrders.Of(store.Source, 2 * Canceled, CancelGrowth.CanceledAtOnce);
        _ = free.Count == 2 * Canceled ? free : throw new InvalidOperationException($"Of {orders} orders only {free.Count} can be canceled at once; {2 * Canceled} are needed.");
        all.Add(await Cancel(store, CancelGrowth.OneCaller, 1, free[..Canceled]));
        all.Add(await Cancel(store, CancelGrowth.ManyCallers, Callers, free[Canceled..]));
        return all;
    }

    private static async Task<Work> Pages(BenchStore store, OrderSort sort, List<(long Key, string OrderId)> places)
    {
        var rows = await store.Reader.Rows([.. places.Select(place => place.Key)]);
        var cursors = rows.Select(row => new OrderCursor(sort, Ascending: false, Backward: false, OrderWalk.Position(row, sort)).Encode()).ToList();
        return await Take($"page of {PageSize} by {sort}, random depth", time => store.Reader.List(new() { Sort = sort }, cursors[time % cursors.Count], PageSize));
    }

    private static Task<OrderListPage> Find(BenchStore store, string text) => store.Reader.List(new() { Text = text }, null, PageSize);

    // The first tenth warms up.
    private static async Task<Work> Take(string name, Func<int, Task> work)
    {
        List<double> took = [];
        for (var time = 0; time < Times + (Times / 10); time++)
        {
            took.Add(await Measurement.Microseconds(() => work(time)));
        }

        return new(name, Timing.Of(took.TakeLast(Times)));
    }

    // Of many callers the time is shared by what they did together.
    private static async Task<Work> Cancel(BenchStore store, string name, int callers, List<(long Key, string OrderId)> orders)
    {
        List<double> took = [];
        foreach (var slice in orders.Chunk(callers * 5))
        {
            var start = Stopwatch.GetTimestamp();
            await Parallel.ForEachAsync(slice, new ParallelOptions { MaxDegreeOfParallelism = callers }, async (order, _) => await store.Cancel(order.OrderId));
            took.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / slice.Length);
        }

        return new(name, Timing.Of(took.Skip(took.Count / 10)));
    }

    /// <param name="Name">The same on both engines.</param>
    /// <param name="Took">By one of it.</param>
    private sealed record Work(string Name, Timing Took);
}
