using AdminOrders.Bench.Api;

namespace AdminOrders.Bench.Pages;

/// <summary>From the start of the process to the first page of the list, for somebody who signed in before it; and what the process then keeps while nobody uses it. Beside a bare server.</summary>
internal static class StartBench
{
    private const double MostSeconds = 2;
    private const double MostMegabytes = 150;
    private const int Times = 7;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    /// <summary>Prints the figures; 0 where the middle start takes at most two seconds and the middle idle process 150 MB, else 1.</summary>
    public static async Task<int> Run(int orders, string? kept, string? folder)
    {
        using var place = new StorePlace(kept);
        long count;
        (string, string) owner;
        await using (var store = await place.OpenSample(orders))
        {
            (count, owner) = (await store.CountOrders(), await store.MakeOwner());
        }

        var headers = await FirstTime(place.File, folder, owner);
        var page = Path.Combine(place.Folder, "page.html");
        await File.WriteAllTextAsync(page, "");
        List<Started> ours = [], bare = [];
        for (var time = 0; time < Times; time++)
        {
            ours.Add(await Start(ServerProcess.BeginApplication(place.File, folder), "/orders", headers));
            bare.Add(await Start(ServerProcess.BeginBare("page", page), "/page", headers));
        }

        Console.WriteLine(FormattableString.Invariant($"start, {count:N0} orders: {Words(ours)}   bare: {Words(bare)}   (load {Machine.Load})"));
        return Middle(ours, start => start.Seconds) <= MostSeconds && Middle(ours, start => start.Megabytes) <= MostMegabytes ? 0 : 1;
    }

    // What a store has done to it once (seals of what was imported, timers that are over) is not part of every start.
    private static async Task<IReadOnlyDictionary<string, string>> FirstTime(string store, string? folder, (string, string) owner)
    {
        await using var server = await ServerProcess.Application(store, folder);
        var headers = await SignIn.As(owner, server.Address);
        await server.UntilItRests();
        return headers;
    }

    private static async Task<Started> Start(ServerProcess begun, string page, IReadOnlyDictionary<string, string> headers)
    {
        await using var server = begun;
        var took = await server.Until(page, headers);
        await Task.Delay(Quiet);
        return new(took.TotalSeconds, server.Resident / 1e6);
    }

    private static double Middle(List<Started> starts, Func<Started, double> figure) => starts.Select(figure).Order().ElementAt(starts.Count / 2);

    private static string Words(List<Started> starts) => FormattableString.Invariant(
        $"{Middle(starts, start => start.Seconds):0.00} s to the first page ({starts.Min(start => start.Seconds):0.00} to {starts.Max(start => start.Seconds):0.00}, {starts.Count} times), then idle {Middle(starts, start => start.Megabytes):N0} MB ({starts.Min(start => start.Megabytes):N0} to {starts.Max(start => start.Megabytes):N0})");

    private sealed record Started(double Seconds, double Megabytes);
}
