using AdminOrders.Bench.Api;
using AdminOrders.Bench.Growth;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench.Pages;

/// <summary>The page of all orders as the server draws it, 8 at once by somebody who has signed in, beside a bare endpoint that sends the bytes of one.</summary>
internal static class RenderBench
{
    private const double MostMilliseconds = 60;
    private const int Connections = 8;
    private const int WarmUps = 5;
    private const int Slices = 7;
    private const int Size = 240;
    private const int Places = 100;

    /// <summary>Prints the figures; 0 where the p95 of each kind of page is at most 60 ms, else 1.</summary>
    public static async Task<int> Run(int orders, string? kept, string? folder)
    {
        using var place = new StorePlace(kept);
        List<string> cursors;
        (string, string) owner;
        await using (var store = await place.OpenSample(orders))
        {
            Console.WriteLine(FormattableString.Invariant($"{await store.CountOrders():N0} orders, load {Machine.Load}"));
            (cursors, owner) = (await Cursors(store), await store.MakeOwner());
        }

        await using var server = await ServerProcess.Application(place.File, folder);
        var headers = await SignIn.As(owner, server.Address);
        await server.UntilItRests();
        using var real = new Load(server, Connections, headers);
        var page = Path.Combine(place.Folder, "page.html");
        await File.WriteAllBytesAsync(page, await Bytes(server, headers));
        await using var bare = await ServerProcess.Bare("page", page);
        using var floor = new Load(bare, Connections, headers);
        return await Compare("first page", real, floor, _ => "/orders") &
            await Compare("one status", real, floor, _ => "/orders?status=handling") &
            await Compare("by cursor", real, floor, number => $"/orders?cursor={cursors[number % cursors.Count]}") ? 0 : 1;
    }

    private static async Task<List<string>> Cursors(BenchStore store)
    {
        List<string> cursors = [];
        foreach (var (key, _) in RandomOrders.Of(store.Source, Places, "1 = 1"))
        {
            var row = (await store.Reader.Rows([key]))[0];
            cursors.Add(OrderReader.From(row.CreatedAt, ascending: false));
        }

        return cursors;
    }

    private static async Task<byte[]> Bytes(ServerProcess server, IReadOnlyDictionary<string, string> headers)
    {
        using var client = Load.Client(server.Address, headers);
        return await client.GetByteArrayAsync("/orders");
    }

    private static async Task<bool> Compare(string name, Load real, Load floor, Func<int, string> page)
    {
        List<Seen> reals = [], floors = [];
        for (var slice = 0; slice < WarmUps + Slices; slice++)
        {
            reals.Add(await real.Send(slice * Size, Size, number => new(HttpMethod.Get, page(number))));
            floors.Add(await floor.Send(slice * Size, Size, _ => new(HttpMethod.Get, "/page")));
        }

        var seen = Seen.Together([.. reals.Skip(WarmUps)]);
        Console.WriteLine($"render, {Connections} at once, {name,-10}: {seen}   bare {Seen.Together([.. floors.Skip(WarmUps)])}");
        return seen.At(0.95) <= MostMilliseconds;
    }
}
