using System.Globalization;

namespace AdminOrders.Bench.Api;

/// <summary>
/// Lists of 50 orders over HTTP at 8 connections, the first page and pages behind cursors anywhere, beside a bare endpoint that sends bytes it has. A page behind
/// a cursor is read for the first and last time, and no endpoint could have its bytes: it has to reach its ratio beside one that reads the same rows by a prepared
/// statement, as the raw loops of the other benchmarks do.
/// </summary>
internal static class ApiListBench
{
    private const double Least = 0.25;
    private const double MostMilliseconds = 20;
    private const int Connections = 8;
    private const int WarmUps = 10;
    private const int Places = 1_000;
    private const string FirstPage = "/api/oms/pvt/orders?per_page=50";

    /// <summary>Prints the figures; 0 where the ratios are at least 0.25 and the p99 at most 20 ms, else 1.</summary>
    /// <param name="orders">How many, in a store that is made for it.</param>
    /// <param name="slices">Each takes turns so many times.</param>
    /// <param name="size">Requests in a slice.</param>
    /// <param name="kept">The file of the store, which is made where it is not there, and stays; null: it goes away.</param>
    public static async Task<int> Run(int orders, int slices, int size, string? kept = null)
    {
        using var place = new StorePlace(kept);
        IReadOnlyDictionary<string, string> key;
        await using (var store = await place.OpenRows(orders))
        {
            key = await store.MakeKey();
        }

        await using var application = await ServerProcess.Application(place.File);
        using var real = new Load(application, Connections, key);
        var bytes = Path.Combine(place.Folder, "page.json");
        var cursors = await Look(application.Address, key, orders, bytes);
        await using var bare = await ServerProcess.Bare("list", bytes, place.File);
        using var floor = new Load(bare, Connections, new Dictionary<string, string>(StringComparer.Ordinal));
        await HaveTheSameRows(application.Address, key, bare.Address, cursors[0]);
        var passes = new[]
        {
            await Compare("first page", real, floor, slices, size, _ => new(FirstPage, "/list")),
            await Compare("by cursor ", real, floor, slices, size, number => cursors[number % cursors.Count]),
        };
        return passes.All(pass => pass) ? 0 : 1;
    }

    // Keeps the first page's bytes, and finds places anywhere in the list.
    private static async Task<List<Place>> Look(string address, IReadOnlyDictionary<string, string> key, int orders, string bytes)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        foreach (var (name, value) in key)
        {
            client.DefaultRequestHeaders.Add(name, value);
        }

        await File.WriteAllBytesAsync(bytes, await client.GetByteArrayAsync(FirstPage));
        var (random, cursors) = (new Random(1), new List<Place>());
        while (cursors.Count < Places)
        {
            var number = random.Next(100, orders);
            var from = ManyOrders.CreatedAt(number).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            using var answer = await client.GetAsync($"/api/oms/pvt/orders?per_page=1&f_creationDate={Uri.EscapeDataString($"creationDate:[* TO {from}]")}");
            var after = answer.Headers.GetValues("Link").Single().Split(["after=", ">"], StringSplitOptions.None)[1];
            cursors.Add(new($"{FirstPage}&page=2&after={after}", FormattableString.Invariant($"/rows/{ManyOrders.CreatedAt(number).UtcTicks}/{number}")));
        }

        return cursors;
    }

    // What the bare endpoint reads and writes has to be what the application does.
    private static async Task HaveTheSameRows(string address, IReadOnlyDictionary<string, string> key, string bare, Place place)
    {
        using var client = new HttpClient();
        using var asked = new HttpRequestMessage(HttpMethod.Get, address + place.Path);
        foreach (var (name, value) in key)
        {
            asked.Headers.Add(name, value);
        }

        using var answer = await client.SendAsync(asked);
        var (rows, others) = (Rows(await answer.Content.ReadAsStringAsync()), Rows(await client.GetStringAsync(bare + place.Bare)));
        if (rows != others || !rows.Contains("orderId", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The bare endpoint writes other rows: {others} instead of {rows}");
        }
    }

    private static string Rows(string answer) => answer.Split(",\"facets\"")[0];

    // The turns of all: both are as quick as they get only when the runtime has compiled what they do for good; a bare endpoint that is not is half as quick.
    private static async Task<bool> Compare(string name, Load real, Load floor, int slices, int size, Func<int, Place> place)
    {
        var readsToo = place(0).Bare is not "/list";
        var (reals, sent, read) = (new List<Seen>(), new List<Seen>(), new List<Seen>());
        for (var slice = 0; slice < WarmUps + slices; slice++)
        {
            var from = slice * size;
            reals.Add(await real.Send(0, size, number => new(HttpMethod.Get, place(from + number).Path)));
            sent.Add(await floor.Send(0, size, _ => new(HttpMethod.Get, "/list")));
            if (readsToo)
            {
                read.Add(await floor.Send(0, size, number => new(HttpMethod.Get, place(from + number).Bare)));
            }
        }

        var seen = Seen.Together([.. reals.Skip(WarmUps)]);
        Console.WriteLine($"list, {Connections} connections, {name}: {seen}");
        var ratio = Beside("bare, bytes that it has", reals, sent);
        if (readsToo)
        {
            ratio = Beside("bare, rows that it reads", reals, read);
        }

        return ratio >= Least && seen.At(0.99) <= MostMilliseconds;
    }

    private static double Beside(string name, List<Seen> reals, List<Seen> bares)
    {
        var ratios = reals.Zip(bares, (one, other) => one.PerSecond / other.PerSecond).Skip(WarmUps).Order().ToList();
        var ratio = ratios[ratios.Count / 2];
        Console.WriteLine(FormattableString.Invariant($"  {name,-24}: {Seen.Together([.. bares.Skip(WarmUps)])}   ratio {ratio:0.00}"));
        return ratio;
    }

    /// <summary>A page of the application, and where the bare endpoint has one as long.</summary>
    private sealed record Place(string Path, string Bare);
}
