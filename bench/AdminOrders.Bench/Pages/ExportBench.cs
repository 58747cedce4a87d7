using System.Diagnostics;
using System.Security.Cryptography;
using AdminOrders.Bench.Api;

namespace AdminOrders.Bench.Pages;

/// <summary>
/// All orders loaded down as CSV, as somebody does who has signed in, beside a bare endpoint that reads the same columns and writes the same bytes; and what the server's memory grows by beyond a small export's. Then
/// the whole file, whose other columns stand in the orders' documents.
/// </summary>
internal static class ExportBench
{
    private const double Most = 2.5;
    private const double MostMegabytes = 50;
    private const int Times = 5;
    private const string Whole = "/export/orders?format=csv";

    // What the code itself takes is there after the first export, however small: some thousand orders of those values.
    private const string Few = "&min=100&max=101";
    private static readonly TimeSpan UntilSpareIsGivenBack = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Prints the figures; 0 where the middle ratio is at most 2.5 and the memory grows by at most 50 MB, else 1.</summary>
    public static async Task<int> Run(int orders, string? kept, string? folder)
    {
        using var place = new StorePlace(kept);
        (string, string) owner;
        await using (var store = await place.OpenSample(orders))
        {
            Console.WriteLine(FormattableString.Invariant($"{await store.CountOrders():N0} orders, load {Machine.Load}"));
            owner = await store.MakeOwner();
        }

        await using var server = await ServerProcess.Application(place.File, folder);
        await using var bare = await ServerProcess.Bare("export", place.File);
        using var client = Load.Client(server.Address, await SignIn.As(owner, server.Address));
        using var floor = Load.Client(bare.Address, new Dictionary<string, string>(StringComparer.Ordinal));
        await LoadDown(client, $"{Whole}{Few}", server);
        await server.UntilItRests();
        await Task.Delay(UntilSpareIsGivenBack);
        var before = server.Resident;
        var address = $"{Whole}&rows=order{string.Concat(RawExport.Columns.Select(column => $"&column={Uri.EscapeDataString(column)}"))}";
        await HaveTheSameRows(client, address, floor);
        List<Loaded> ours = [], bares = [];
        for (var time = 0; time < Times; time++)
        {
            ours.Add(await LoadDown(client, address, server));
            bares.Add(await LoadDown(floor, "/export", bare));
        }

        var ratio = ours.Zip(bares, (one, other) => one.Seconds / other.Seconds).Order().ElementAt(Times / 2);
        var grown = (ours.Max(loaded => loaded.Resident) - before) / 1e6;
        Console.WriteLine(FormattableString.Invariant($"export, columns of the order: {Words(ours)}   bare {Words(bares)}   ratio {ratio:0.00}   memory grows by {grown:N0} MB"));
        var whole = await LoadDown(client, Whole, server);
        var grownMost = (whole.Resident - before) / 1e6;
        Console.WriteLine(FormattableString.Invariant($"export, all columns, a row for each SKU: {Words([whole])}   memory grows by {grownMost:N0} MB"));
        return ratio <= Most && Math.Max(grown, grownMost) <= MostMegabytes ? 0 : 1;
    }

    private static async Task HaveTheSameRows(HttpClient client, string address, HttpClient floor)
    {
        var (rows, bare) = (await Hash(client, address, lines: 1), await Hash(floor, "/export", lines: 0));
        if (rows != bare)
        {
            throw new InvalidOperationException("The bare endpoint writes other bytes.");
        }
    }

    // Without the lines that it begins with.
    private static async Task<string> Hash(HttpClient client, string address, int lines)
    {
        await using var file = await client.GetStreamAsync(address);
        for (var read = 0; lines > 0 && read >= 0; lines -= read == '\n' ? 1 : 0)
        {
            read = file.ReadByte();
        }

        return Convert.ToHexString(await SHA256.HashDataAsync(file));
    }

    private static async Task<Loaded> LoadDown(HttpClient client, string address, ServerProcess server)
    {
        var loading = Task.Run(async () =>
        {
            var (bytes, room, watch) = (0L, new byte[64 * 1024], Stopwatch.StartNew());
            await using var file = await client.GetStreamAsync(address);
            for (var read = await file.ReadAsync(room); read > 0; read = await file.ReadAsync(room))
            {
                bytes += read;
            }

            return (Bytes: bytes, watch.Elapsed.TotalSeconds);
        });
        long most;
        for (most = 0; !loading.IsCompleted; await Task.Delay(BetweenLooks))
        {
            most = Math.Max(most, server.Resident);
        }

        var (all, seconds) = await loading;
        return new(seconds, all, most);
    }

    private static string Words(List<Loaded> loads) => FormattableString.Invariant(
        $"{loads.Select(load => load.Seconds).Order().ElementAt(loads.Count / 2):0.00} s for {loads[0].Bytes / 1e6:N0} MB");

    /// <param name="Resident">The most bytes of memory that the server had meanwhile.</param>
    private sealed record Loaded(double Seconds, long Bytes, long Resident);
}
