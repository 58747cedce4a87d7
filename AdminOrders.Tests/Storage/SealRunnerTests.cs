using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Tests.Storage;

public sealed class SealRunnerTests
{
    [Theory]
    [EveryEngine]
    public async Task A_seal_covers_what_was_written_since_the_last_one(Engine engine)
    {
        await using var store = await GoodStore.Open(engine);
        var first = await store.Seal();
        await store.Send(GoodStore.Requested, new AddComment("later"), Actors.Operator);
        store.Clock.Advance(TimeSpan.FromHours(1));
        var second = await store.Seal();

        Assert.Equal((1, 1L, 16L), (first!.Number, first.FirstPosition, first.LastPosition));
        Assert.Equal((2, 17L, 17L), (second!.Number, second.FirstPosition, second.LastPosition));
        StoreVerificationTests.AssertClean(await store.Verify());
        Assert.Equal(2, (await store.Verify()).Seals);
    }

    [Fact]
    public async Task The_second_seal_waits_for_the_hour()
    {
        await using var store = await GoodStore.Open();
        await store.Seal();
        await store.Send(GoodStore.Requested, new AddComment("later"), Actors.Operator);

        store.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.Null(await store.Seal());
        store.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.NotNull(await store.Seal());
    }

    [Fact]
    public async Task An_hour_in_which_nothing_was_written_has_no_seal()
    {
        await using var store = await GoodStore.Open();
        await store.Seal();
        store.Clock.Advance(TimeSpan.FromHours(5));

        Assert.Null(await store.Seal());
    }

    [Theory]
    [EveryEngine]
    public async Task Several_processes_seal_an_hour_once(Engine engine)
    {
        await using var store = await GoodStore.Open(engine);
        var runners = Enumerable.Range(0, 4).Select(_ => new SealRunner(store.Get<StoreSource>(), store.Clock, new Lines())).ToArray();

        var seals = await Task.WhenAll(runners.Select(runner => Task.Run(() => runner.RunOnce(CancellationToken.None))));

        Assert.Single(seals, seal => seal is not null);
        await using var db = store.Read();
        Assert.Equal(1, await db.Seals.CountAsync());
        Array.ForEach(runners, runner => runner.Dispose());
    }

    [Fact]
    public async Task The_seal_is_printed_to_the_log_without_personal_data()
    {
        await using var store = await GoodStore.Open();
        var log = new Lines();
        using var runner = new SealRunner(store.Get<StoreSource>(), store.Clock, log);

        var seal = await runner.RunOnce(CancellationToken.None);

        Assert.Equal([$"Information: Seal 1 over positions 1 to 16: {Convert.ToHexStringLower(seal!.Hash)}"], log.All);
    }

    [Fact]
    public async Task A_history_that_is_wholly_rewritten_no_longer_has_its_seal()
    {
        await using var store = await GoodStore.Open();
        await store.Seal();
        await store.Forge(GoodStore.Canceled, history => history[1].ActorName = "Somebody else");

        var report = await store.Verify();

        var broken = Assert.Single(report.Broken);
        Assert.Equal("seal-hash", AdminOrders.Core.Storage.Verification.Invariants.CodeOf(broken.Invariant));
        Assert.Equal("Seals 1", broken.First.Row);
    }

    private sealed class Lines : ILogger<SealRunner>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (All)
            {
                All.Add($"{logLevel}: {formatter(state, exception)}");
            }
        }
    }
}
