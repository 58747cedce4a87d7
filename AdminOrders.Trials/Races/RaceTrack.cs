using System.Diagnostics;
using System.Text.Json;
using AdminOrders.Trials.Stores;

namespace AdminOrders.Trials.Races;

/// <summary>Two processes that have one store open, and whoever lets them race.</summary>
internal sealed class RaceTrack : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("adminorders-races-");
    private readonly TrialStore store;
    private readonly RacingProcess[] parties;
    private int races;

    /// <param name="address">A migrated store that nobody else changes meanwhile.</param>
    public RaceTrack(StoreAddress address)
    {
        store = new TrialStore(address);
        var meeting = Path.Combine(folder.FullName, "barrier");
        parties = [.. Enum.GetValues<Corner>().Select(corner => new RacingProcess(new PartySetup(corner, meeting, address)))];
    }

    public TrialStore Store => store;

    /// <summary>Prepares an order for each round, lets the parties race, and keeps what they were told.</summary>
    /// <exception cref="InvalidOperationException">A party ended; the message holds what it printed.</exception>
    /// <exception cref="OperationCanceledException">They did not finish in time.</exception>
    public async Task<RunRace> Run(Pair pair, int rounds, CancellationToken cancellationToken = default)
    {
        var race = new Race(pair.Name, $"race-{++races:00}", rounds, TimeProvider.System.GetUtcNow());
        await store.Import(Enumerable.Range(0, rounds).Select(round => pair.Order(race.Meeting(round)).AsImported()));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var told = await Task.WhenAll(parties.Select(party => party.Run(race, patience.Token)));
        return new(race, told[0], told[1]);
    }

    /// <summary>Compares what the parties were told with what is on record now.</summary>
    public async Task<Verdict> Judge(RunRace run, CancellationToken cancellationToken = default)
    {
        await using var db = store.Read();
        return await RaceJudge.Judge(run, db, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var party in parties)
        {
            await party.DisposeAsync();
        }

        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>A race that is over, and what each party was told in each round.</summary>
internal sealed record RunRace(Race Race, IReadOnlyList<Told> One, IReadOnlyList<Told> Other);

/// <summary>A party's process, seen from outside.</summary>
internal sealed class RacingProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> complaints;

    public RacingProcess(PartySetup setup)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RacingProcess).Assembly.Location, "party"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("A party did not start.");
        complaints = process.StandardError.ReadToEndAsync();
        process.StandardInput.WriteLine(JsonSerializer.Serialize(setup, RaceJson.Default.PartySetup));
        process.StandardInput.Flush();
    }

    /// <summary>What the party was told in each round.</summary>
    public async Task<IReadOnlyList<Told>> Run(Race race, CancellationToken cancellationToken)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(race, RaceJson.Default.Race));
        await process.StandardInput.FlushAsync(cancellationToken);
        var told = new List<Told>(race.Rounds);
        while (told.Count < race.Rounds)
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new InvalidOperationException($"A party ended. {await complaints}");
            told.Add(JsonSerializer.Deserialize(line, RaceJson.Default.Told)!);
        }

        return told;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
