using System.CommandLine;
using System.Diagnostics;
using AdminOrders.Core.Storage;
using AdminOrders.Trials.Stores;

namespace AdminOrders.Trials.Races;

/// <summary><c>race</c>: every pair on a store, and how often each outcome came.</summary>
internal static class RaceCommand
{
    public static Command Build()
    {
        var store = new StoreOptions();
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each pair.", DefaultValueFactory = _ => 1_000 };
        var command = new Command("race", "Let two processes meet on the same orders.") { store.Provider, store.Connection, rounds };
        command.SetAction((parsed, cancellationToken) => Run(store.Of(parsed), parsed.GetValue(rounds), cancellationToken));
        return command;
    }

    private static async Task<int> Run(StoreAddress address, int rounds, CancellationToken cancellationToken)
    {
        await using var track = new RaceTrack(address);
        await track.Store.Services.MigrateStorage(cancellationToken);
        var faults = 0;
        foreach (var pair in Pairs.All)
        {
            var began = Stopwatch.GetTimestamp();
            var verdict = await track.Judge(await track.Run(pair, rounds, cancellationToken), cancellationToken);
            Print(verdict, Stopwatch.GetElapsedTime(began));
            faults += verdict.Faults.Count;
        }

        return faults == 0 ? 0 : 1;
    }

    private static void Print(Verdict verdict, TimeSpan took)
    {
        var outcomes = string.Join(", ", verdict.Rounds.Select(outcome => $"{outcome.Key} {outcome.Value}"));
        Console.WriteLine($"{verdict.Pair.Name,-40} {took.TotalSeconds,5:0.0} s  faults {verdict.Faults.Count}  {outcomes}");
        foreach (var fault in verdict.Faults)
        {
            Console.WriteLine($"  {fault}");
        }
    }
}
