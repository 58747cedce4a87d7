using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using AdminOrders.Trials.Races;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Trials;

/// <summary>Two processes on one database, released by a barrier, a thousand rounds for each pair of commands on each engine.</summary>
public sealed class RaceTests(Races races) : IClassFixture<Races>
{
    private const double LeastShare = 0.05;

    public static TheoryData<string> Names() => new(Pairs.All.Select(pair => pair.Name));

    [Theory]
    [EveryEngineWith(nameof(Names))]
    public async Task One_wins_and_the_other_is_told_who_did_what_and_when(Engine engine, string pair)
    {
        var verdict = await races.Verdict(engine, pair);

        Assert.Empty(verdict.Faults);
        Assert.Equal(Races.Rounds, verdict.Rounds.Values.Sum());
        Assert.True(verdict.LeastShare >= LeastShare, string.Join(", ", verdict.Rounds));
    }

    [Theory]
    [EveryEngine]
    public async Task The_store_is_whole_after_all_races(Engine engine)
    {
        var report = await races.Verify(engine);

        Assert.Empty(report.Broken);
        Assert.Equal(Pairs.All.Count * Races.Rounds, report.Orders);
    }
}

/// <summary>All races, on all engines side by side: they wait for disks more than they work.</summary>
public sealed class Races : IAsyncLifetime
{
    public const int Rounds = 1_000;

    private readonly Dictionary<(Engine, string), TaskCompletionSource<Verdict>> verdicts = Engines.All
        .SelectMany(engine => Pairs.All.Select(pair => (engine, pair.Name)))
        .ToDictionary(key => key, _ => new TaskCompletionSource<Verdict>());

    private Dictionary<Engine, Task<VerificationReport>> runs = [];

    public Task InitializeAsync()
    {
        runs = Engines.All.ToDictionary(engine => engine, engine => Task.Run(() => Run(engine)));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Task.WhenAll(runs.Values).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>How the pair's race ended; throws what ended the engine's races.</summary>
    internal async Task<Verdict> Verdict(Engine engine, string pair)
    {
        var verdict = verdicts[(engine, pair)].Task;
        if (await Task.WhenAny(verdict, runs[engine]) == runs[engine] && runs[engine].IsFaulted)
        {
            await runs[engine];
        }

        return await verdict;
    }

    /// <summary>What a verification finds after the last race.</summary>
    internal Task<VerificationReport> Verify(Engine engine) => runs[engine];

    private async Task<VerificationReport> Run(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var track = new RaceTrack(new(database.Provider, database.ConnectionString));
        foreach (var pair in Pairs.All)
        {
            verdicts[(engine, pair.Name)].SetResult(await track.Judge(await track.Run(pair, Rounds)));
        }

        return await track.Store.Services.GetRequiredService<StoreVerification>().Run();
    }
}
