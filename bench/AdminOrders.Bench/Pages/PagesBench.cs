using System.Collections.Concurrent;
using AdminOrders.Bench.Api;

namespace AdminOrders.Bench.Pages;

/// <summary>Many open pages of 50 rows with the list live: what each keeps in the server's memory, and how often they read the store, while nothing happens and while orders that they show are canceled.</summary>
internal static class PagesBench
{
    private const double MostMebibytes = 1;
    private const double MostReads = 1;
    private const int AtOnce = 4;
    private const int WarmUps = 20;
    private const string Page = "/orders";
    private const int Changes = 20;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(Changes);
    private static readonly TimeSpan BetweenPings = TimeSpan.FromSeconds(10);

    /// <summary>Prints the figures; 0 where a page keeps at most a mebibyte and all together read at most once a second while nothing happens, else 1.</summary>
    /// <param name="pages">How many.</param>
    public static async Task<int> Run(int orders, int pages, string? kept, string? folder)
    {
        using var place = new StorePlace(kept);
        await using var store = await place.OpenSample(orders);
        using var readings = new StoreReadings(place.Folder);
        await using var server = await ServerProcess.Application(place.File, folder, readings.Settings);
        var headers = await SignIn.As(await store.MakeOwner(), server.Address);
        // They stand on the first page of everybody.
        var arrived = new Queue<string>(await store.AddArrivals(2 * Changes));
        using var watched = new Watched(server, readings, await store.MakeKey(), arrived);
        await server.UntilItRests();
        var alone = await watched.Reads();
        Console.WriteLine(FormattableString.Invariant($"{await store.CountOrders():N0} orders, load {Machine.Load}; the server's own reads a second, without a page: {alone:0.00}"));

        var open = new ConcurrentBag<Circuit>();
        using var ended = new CancellationTokenSource();
        var pinging = KeepAlive(open, ended.Token);
        try
        {
            await Open(open, WarmUps, server, headers);
            var few = await watched.Look(open);
            await Open(open, pages - WarmUps, server, headers);
            var many = await watched.Look(open);
            var each = (many.Resident - few.Resident) / (pages - WarmUps) / 1024 / 1024;
            Console.WriteLine($"{WarmUps} pages: {few}{Environment.NewLine}{pages} pages: {many}");
            Console.WriteLine(FormattableString.Invariant($"pages: {each:0.00} MiB each"));
            return each <= MostMebibytes && many.QuietReads - alone <= MostReads ? 0 : 1;
        }
        finally
        {
            await ended.CancelAsync();
            await pinging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.WhenAll(open.Select(circuit => circuit.DisposeAsync().AsTask()));
        }
    }

    // The page asks the browser which rows were chosen when it follows the store.
    private static Task Open(ConcurrentBag<Circuit> open, int pages, ServerProcess server, IReadOnlyDictionary<string, string> headers) => Parallel.ForEachAsync(
        Enumerable.Range(0, pages),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (_, _) => open.Add(await Circuit.Open(server, Page, headers, script: "adminOrders.selection.kept")));

    private static async Task KeepAlive(ConcurrentBag<Circuit> open, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(BetweenPings, cancellationToken);
            foreach (var circuit in open)
            {
                await circuit.Ping();
            }
        }
    }

    /// <summary>What a server with open pages was seen to do.</summary>
    /// <param name="Resident">Bytes, after a while at rest.</param>
    /// <param name="QuietReads">A second, while nothing happens.</param>
    /// <param name="LiveReads">A second, while an order a second is canceled.</param>
    /// <param name="Worked">Cores, meanwhile.</param>
    private sealed record Looked(double Resident, double QuietReads, double LiveReads, double Worked)
    {
        public override string ToString() => FormattableString.Invariant(
            $"resident {Resident / 1e6:N0} MB; reads a second {QuietReads:0.00} while nothing happens, {LiveReads:N0} while an order a second is canceled, which takes {Worked:0.00} of a core");
    }

    private sealed class Watched(ServerProcess server, StoreReadings readings, IReadOnlyDictionary<string, string> key, Queue<string> arrived) : IDisposable
    {
        private readonly HttpClient client = Load.Client(server.Address, key);

        public async Task<double> Reads()
        {
            var before = readings.Count;
            await Task.Delay(Window);
            return (readings.Count - before) / Window.TotalSeconds;
        }

        public async Task<Looked> Look(IReadOnlyCollection<Circuit> open)
        {
            await server.UntilItRests();
            var quiet = await Reads();
            var resident = server.Resident;
            var (drawn, read, worked) = (open.ToDictionary(circuit => circuit, circuit => circuit.Drawn), readings.Count, server.Worked);
            for (var change = 0; change < Changes; change++)
            {
                await Task.WhenAll(Cancel(arrived.Dequeue()), Task.Delay(Window / Changes));
            }

            if (open.Count(circuit => circuit.Drawn == drawn[circuit]) is > 0 and var still)
            {
                throw new InvalidOperationException($"{still} pages did not follow.");
            }

            return new(resident, quiet, (readings.Count - read) / Window.TotalSeconds, (server.Worked - worked) / Window);
        }

        public void Dispose() => client.Dispose();

        private async Task Cancel(string order)
        {
            using var body = new StringContent("""{"reason":"The warehouse has none of it left"}""", System.Text.Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync($"/api/oms/pvt/orders/{order}/cancel", body);
            answer.EnsureSuccessStatusCode();
        }
    }
}
