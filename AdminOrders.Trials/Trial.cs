using System.CommandLine;
using System.Text.Json;
using AdminOrders.Trials.Crashes;
using AdminOrders.Trials.Races;

namespace AdminOrders.Trials;

/// <summary>The trials by hand: <c>race</c>, <c>crash</c>, and the party that a race starts.</summary>
internal static class Trial
{
    private static async Task<int> Main(string[] arguments) => arguments switch
    {
        ["party"] => await RunParty(),
        _ => await new RootCommand("Trials of a store by real processes.") { RaceCommand.Build(), CrashCommand.Build() }.Parse(arguments).InvokeAsync(),
    };

    private static async Task<int> RunParty()
    {
        var setup = JsonSerializer.Deserialize((await Console.In.ReadLineAsync())!, RaceJson.Default.PartySetup)!;
        await using var party = await RaceParty.Join(setup);
        await party.Run(Console.In, Console.Out);
        return 0;
    }
}
