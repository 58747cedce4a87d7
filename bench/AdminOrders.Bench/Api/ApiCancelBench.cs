namespace AdminOrders.Bench.Api;

/// <summary>
/// Cancel requests over HTTP with an app key (rules, history, one flush a commit) beside a bare endpoint that writes the same rows, at 1, 8
/// and 32 connections. Both take turns.
/// </summary>
internal static class ApiCancelBench
{
    private const double Least = 0.4;
    private const double MostMilliseconds = 60;
    private static readonly int[] Connections = [1, 8, 32];

    /// <summary>Prints the figures; 0 where every ratio is at least 0.4 and every p99 at most 60 ms, else 1.</summary>
    public static async Task<int> Run(int slices, int size)
    {
        var folder = Directory.CreateTempSubdirectory("adminorders-bench-").FullName;
        try
        {
            var (store, copy) = (Path.Combine(folder, "api.db"), Path.Combine(folder, "bare.db"));
            var key = await Fill(store, copy, (slices + 1) * size * Connections.Length);
            await using var application = await ServerProcess.Application(store);
            await using var bare = await ServerProcess.Bare("cancel", copy, store);
            var passes = new List<bool>();
            for (var at = 0; at < Connections.Length; at++)
            {
                passes.Add(await Compare(application, bare, key, Connections[at], at * (slices + 1) * size, slices, size));
            }

            return passes.TrueForAll(pass => pass) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>> Fill(string store, string copy, int orders)
    {
        await using (var open = await BenchStore.Open(store))
        {
            await open.Fill(orders);
        }

        File.Copy(store, copy);
        await using var again = await BenchStore.Open(store);
        return await again.MakeKey();
    }

    private static async Task<bool> Compare(
        ServerProcess application, ServerProcess bare, IReadOnlyDictionary<string, string> key, int connections, int first, int slices, int size)
    {
        using var real = new Load(application, connections, key);
        using var floor = new Load(bare, connections, new Dictionary<string, string>(StringComparer.Ordinal));
        using var loader = new HttpClient { BaseAddress = new Uri(bare.Address) };
        var (reals, floors) = (new List<Seen>(), new List<Seen>());
        for (var slice = 0; slice <= slices; slice++)
        {
            var from = first + (slice * size);
            reals.Add(await real.Send(from, size, number => Post($"/api/oms/pvt/orders/{BenchStore.Id(number)}/cancel")));
            (await loader.PostAsync($"/load/{from}/{from + size}", null)).EnsureSuccessStatusCode();
            floors.Add(await floor.Send(from, size, number => Post($"/cancel/{number}")));
        }

        // The first slice warms up; medians, as another program may take the machine for a while.
        var ratio = reals.Zip(floors, (one, other) => one.PerSecond / other.PerSecond).Skip(1).Order().ElementAt(slices / 2);
        var seen = Seen.Together([.. reals.Skip(1)]);
        Console.WriteLine(FormattableString.Invariant(
            $"cancel, {connections,2} connections: {seen}   bare {Seen.Together([.. floors.Skip(1)])}   ratio {ratio:0.00}"));
        return ratio >= Least && seen.At(0.99) <= MostMilliseconds;
    }

    private static HttpRequestMessage Post(string path) => new(HttpMethod.Post, path)
    {
        Content = new StringContent("""{"reason":"The warehouse has none of it left"}""", System.Text.Encoding.UTF8, "application/json"),
    };
}
