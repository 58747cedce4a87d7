using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using AdminOrders.Trials.Races;

namespace AdminOrders.Tests.Trials;

/// <summary>A judge who finds nothing in a race that was tampered with would find nothing in a broken program.</summary>
public sealed class RaceJudgeTests(ShortRaces races) : IClassFixture<ShortRaces>
{
    private const int Rounds = 20;

    [Theory]
    [InlineData("""DELETE FROM "History" WHERE "Kind" = 'order-canceled' AND "Number" = 2""", "ended canceled by ")]
    [InlineData("""UPDATE "History" SET "Hash" = X'00' WHERE "Number" = 2""", "row 2 of the history does not follow")]
    [InlineData("""UPDATE "History" SET "At" = "At" + 1 WHERE "Number" = 2""", "told as the last change")]
    [InlineData("""UPDATE "Orders" SET "Status" = 'handling'""", "ended handling by")]
    [InlineData("""UPDATE "Orders" SET "Version" = "Version" + 1""", "is at version")]
    [InlineData("""UPDATE "Orders" SET "HistoryCount" = "HistoryCount" + 1""", "rows and canceled; the history says")]
    public async Task What_is_not_on_record_as_it_was_told_is_found(string tampering, string fault)
    {
        var run = await Run("cancel ∥ cancel, at once");
        Assert.Empty((await races.Track.Judge(run)).Faults);

        await races.Track.Store.Execute("PRAGMA foreign_keys=OFF; " + tampering);

        Assert.Contains((await races.Track.Judge(run)).Faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_loser_who_is_told_too_little_is_found()
    {
        var run = await Run("confirm ∥ decline");

        Assert.Contains(await Faults(run, told => told with { LastChange = null }), fault => fault.Contains("told as the last change", StringComparison.Ordinal));
        Assert.Contains(await Faults(run, told => told with { WaysOut = [] }), fault => fault.Contains("without a way out", StringComparison.Ordinal));
        Assert.Contains(await Faults(run, told => told with { Reply = "accepted" }), fault => fault.Contains("instead of", StringComparison.Ordinal));
        Assert.Contains(
            await Faults(run, told => told with { Receipt = new EarlierAnswer("0", told.LastChange!.At) }), fault => fault.Contains("receipt", StringComparison.Ordinal));
    }

    private Task<RunRace> Run(string name) => races.Track.Run(Pairs.All.Single(pair => pair.Name == name), Rounds);

    private async Task<IReadOnlyList<string>> Faults(RunRace run, Func<Told, Told> change) =>
        (await races.Track.Judge(run with { One = [.. run.One.Select(change)], Other = [.. run.Other.Select(change)] })).Faults;
}

/// <summary>Two parties on a store that may be damaged.</summary>
public sealed class ShortRaces : IAsyncLifetime
{
    private TestDatabase? database;
    private Lazy<RaceTrack>? track;

    internal RaceTrack Track => track!.Value;

    public async Task InitializeAsync()
    {
        var made = database = await TestDatabase.Create(Engine.Sqlite);
        track = new(() => new RaceTrack(new(made.Provider, made.ConnectionString + ";Pooling=False")));
    }

    public async Task DisposeAsync()
    {
        await Track.DisposeAsync();
        await database!.DisposeAsync();
    }
}
