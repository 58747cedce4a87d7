using AdminOrders.Core.Storage;
using AdminOrders.Trials.Races;
using AdminOrders.Trials.Stores;

namespace AdminOrders.Tests.Trials;

/// <summary>Two processes on one database, released by a barrier, a thousand rounds for each pair of commands.</summary>
public abstract class RaceTests(RaceStore store)
{
    private const int Rounds = 1_000;
    private const double LeastShare = 0.05;

    public static TheoryData<string> Names() => new(Pairs.All.Select(pair => pair.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task One_wins_and_the_other_is_told_who_did_what_and_when(string pair)
    {
        var verdict = await store.Track.Judge(await store.Track.Run(Pairs.All.Single(one => one.Name == pair), Rounds));

        Assert.Empty(verdict.Faults);
        Assert.Equal(Rounds, verdict.Rounds.Values.Sum());
        Assert.True(verdict.LeastShare >= LeastShare, string.Join(", ", verdict.Rounds));
    }
}

public sealed class RacesOnSqliteTests(SqliteRaceStore store) : RaceTests(store), IClassFixture<SqliteRaceStore>;

/// <summary>A store that two processes have open for all races of a class.</summary>
public abstract class RaceStore : IAsyncLifetime
{
    private readonly Lazy<RaceTrack> track;

    protected RaceStore() => track = new(() => new RaceTrack(Address));

    internal RaceTrack Track => track.Value;

    private protected abstract StoreAddress Address { get; }

    public virtual Task InitializeAsync() => Track.Store.Services.MigrateStorage();

    public virtual async Task DisposeAsync() => await Track.DisposeAsync();
}

public sealed class SqliteRaceStore : RaceStore
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("adminorders-races-");

    private protected override StoreAddress Address => new("Sqlite", $"Data Source={Path.Combine(folder.FullName, "orders.db")};Pooling=False");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
