using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace AdminOrders.Tests.Storage;

/// <summary>What a store says when it cannot write, what it keeps, and that it goes on afterwards.</summary>
public sealed class StoreProblemTests
{
    private const string Id = "1000000000001-01";

    [Fact]
    public async Task A_store_without_room_says_so_keeps_all_of_an_order_or_nothing_and_goes_on_when_there_is_room()
    {
        await using var store = await Prepared(Engine.Sqlite);
        var source = store.Get<StoreSource>();
        await SqliteRoom.TakeAway(source);

        var (kept, failure) = await CommentUntilItFails(store);
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Failure(() => Comment(store))));

        Assert.True(source.ProblemOf(failure) is StoreProblem.Full, failure.ToString());
        Assert.All(atOnce, one => Assert.Equal(StoreProblem.Full, source.ProblemOf(one!)));
        Assert.Equal(kept + 1, (await store.History(Id)).Count);
        Assert.Equal(Status.Handling, (await store.Facts(Id)).Status);
        Assert.Single((await store.Reader.List(new OrderFilter(), null, 10)).Rows);

        await SqliteRoom.GiveBack(source);
        Assert.IsType<Accepted>((await Comment(store)).Decision);
        Assert.Equal(kept + 2, (await store.History(Id)).Count);
        Assert.Empty((await store.Get<StoreVerification>().Run()).Broken);
    }

    [Theory]
    [EveryEngine]
    public async Task A_store_that_may_only_be_read_opens_is_read_and_says_why_it_is_not_changed(Engine engine)
    {
        await using var store = await Prepared(engine);
        await store.Send(Id, new AddComment("before"), Actors.Operator);

        await using (var reader = OpenReadOnly(store, engine))
        {
            await reader.MigrateStorage();
            var workflow = reader.GetRequiredService<OrderWorkflow>();
            var failure = await Failure(() => workflow.Send(new(Id, new AddComment("now"), Actors.Operator)));

            Assert.Equal(StoreProblem.ReadOnly, reader.GetRequiredService<StoreSource>().ProblemOf(failure!));
            Assert.Equal(Status.Handling, (await workflow.Facts(Id))!.Status);
        }

        Assert.IsType<Accepted>((await store.Send(Id, new AddComment("after"), Actors.Operator)).Decision);
        Assert.Equal(3, (await store.History(Id)).Count);
    }

    [Theory]
    [InlineData(raw.SQLITE_FULL, raw.SQLITE_FULL, StoreProblem.Full)]
    [InlineData(raw.SQLITE_IOERR, raw.SQLITE_IOERR_WRITE, StoreProblem.Full)]
    [InlineData(raw.SQLITE_READONLY, raw.SQLITE_READONLY, StoreProblem.ReadOnly)]
    [InlineData(raw.SQLITE_IOERR, raw.SQLITE_IOERR_FSYNC, StoreProblem.Unreachable)]
    [InlineData(raw.SQLITE_CANTOPEN, raw.SQLITE_CANTOPEN, StoreProblem.Unreachable)]
    [InlineData(raw.SQLITE_CONSTRAINT, raw.SQLITE_CONSTRAINT, null)]
    public async Task The_engines_codes_are_known_wherever_they_are_wrapped(int code, int extended, StoreProblem? problem)
    {
        await using var store = await TestStore.Open();
        var told = new SqliteException("told", code, extended);

        Assert.Equal(problem, store.Get<StoreSource>().ProblemOf(new InvalidOperationException("outer", new AggregateException(new IOException("other"), told))));
    }

    // Another host brought the order in and is gone: no writer has the store open.
    private static async Task<TestStore> Prepared(Engine engine)
    {
        var store = await TestStore.Open(engine);
        await using var elsewhere = store.OpenElsewhere();
        var order = An.Order(Id).Handling().AsImported();
        await elsewhere.GetRequiredService<OrderWorkflow>().Send(new(Id, new RecordImportedState(order), Actor.System));
        return store;
    }

    private static ServiceProvider OpenReadOnly(TestStore store, Engine engine)
    {
        var readOnly = engine is Engine.Sqlite ? ";Mode=ReadOnly" : ";Options=-c default_transaction_read_only=on";
        var configuration = new ConfigurationBuilder().AddConfiguration(store.Configuration)
            .AddInMemoryCollection([new("Storage:ConnectionString", store.ConnectionString + readOnly)]).Build();
        return new ServiceCollection().AddLogging().AddOrderStorage(configuration).BuildServiceProvider();
    }

    private static async Task<(int Kept, Exception Failure)> CommentUntilItFails(TestStore store)
    {
        for (var kept = 0; ; kept++)
        {
            if (await Failure(() => Comment(store)) is { } failure)
            {
                return (kept, failure);
            }
        }
    }

    private static Task<Answer> Comment(TestStore store) => store.Send(Id, new AddComment(new string('x', 2_000)), Actors.Operator);

    private static async Task<Exception?> Failure(Func<Task<Answer>> send)
    {
        try
        {
            await send();
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}
