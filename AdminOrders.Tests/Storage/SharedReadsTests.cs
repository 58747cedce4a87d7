using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>What many ask while nobody commits anything. Only a file tells of commits at no cost.</summary>
public sealed class SharedReadsTests
{
    private int reads;

    [Fact]
    public async Task What_many_ask_is_read_once_until_somebody_commits()
    {
        await using var store = await TestStore.Open();
        var shared = new SharedReads<int>(store.Get<StoreSource>());
        var first = await Task.WhenAll(Ask(shared, "a"), Ask(shared, "a"), Ask(shared, "a"));
        Assert.Equal([1, 1, 1], first);
        Assert.Equal(2, await Ask(shared, "b"));

        await store.Import(An.Order("a-01").Ready());

        Assert.Equal(3, await Ask(shared, "a"));
        Assert.Equal(3, await Ask(shared, "a"));
    }

    [Fact]
    public async Task What_another_process_commits_is_read_anew()
    {
        await using var store = await TestStore.Open();
        var shared = new SharedReads<int>(store.Get<StoreSource>());
        await Ask(shared, "a");

        await using (var elsewhere = store.OpenElsewhere())
        {
            await using var connection = await ((StoreSource)elsewhere.GetService(typeof(StoreSource))!).OpenConnectionAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """INSERT INTO "Settings" ("Name", "Value") VALUES ('another', '1')""";
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal(2, await Ask(shared, "a"));
    }

    [Fact]
    public async Task A_reading_that_failed_is_nobody_elses_answer()
    {
        await using var store = await TestStore.Open();
        var shared = new SharedReads<int>(store.Get<StoreSource>());
        await Assert.ThrowsAsync<InvalidOperationException>(() => shared.Ask("a", () => throw new InvalidOperationException("broken"), CancellationToken.None));

        Assert.Equal(1, await Ask(shared, "a"));
    }

    [Fact]
    public async Task Who_stops_waiting_stops_nobody_else()
    {
        await using var store = await TestStore.Open();
        var shared = new SharedReads<int>(store.Get<StoreSource>());
        var released = new TaskCompletionSource<int>();
        using var leaving = new CancellationTokenSource();
        var (first, second) = (shared.Ask("a", () => released.Task, leaving.Token), shared.Ask("a", () => released.Task, CancellationToken.None));

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        released.SetResult(7);

        Assert.Equal(7, await second);
    }

    [PostgresFact]
    public async Task Where_nothing_tells_of_commits_everybody_reads()
    {
        await using var store = await TestStore.Open(Engine.Postgres);
        var shared = new SharedReads<int>(store.Get<StoreSource>());

        Assert.Equal(1, await Ask(shared, "a"));
        Assert.Equal(2, await Ask(shared, "a"));
    }

    private Task<int> Ask(SharedReads<int> shared, string question) =>
        shared.Ask(question, () => Task.FromResult(Interlocked.Increment(ref reads)), CancellationToken.None);
}
