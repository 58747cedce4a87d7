using System.Globalization;
using System.Text.Json;
using AdminOrders.Core.Storage;
using AdminOrders.Trials.Races;
using AdminOrders.Trials.Stores;

if (args is ["party"])
{
    var setup = JsonSerializer.Deserialize((await Console.In.ReadLineAsync())!, RaceJson.Default.PartySetup)!;
    await using var party = new RaceParty(setup);
    await party.Run(Console.In, Console.Out);
    return 0;
}

if (args is ["race", var provider, var connection, var rounds])
{
    var address = new StoreAddress(provider, connection);
    await using var track = new RaceTrack(address);
    await track.Store.Services.MigrateStorage();
    foreach (var pair in Pairs.All)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        var verdict = await track.Run(pair, int.Parse(rounds, CultureInfo.InvariantCulture));
        Console.WriteLine($"{pair.Name,-40} {string.Join("  ", verdict.Rounds.Select(outcome => $"{outcome.Key} {outcome.Value}"))}  faults {verdict.Faults.Count}  {System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        foreach (var fault in verdict.Faults.Take(3)) Console.WriteLine("   " + fault);
    }
    return 0;
}

await Console.Error.WriteLineAsync("usage: party");
return 2;
