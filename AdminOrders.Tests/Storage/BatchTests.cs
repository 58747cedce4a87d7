using System.Data.Common;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage;

/// <summary>Batches are forced: somebody else keeps the writer waiting while commands queue up.</summary>
public sealed class BatchTests
{
    private static readonly Actor Trapped = Actors.Operator with { Id = "user:trap" };

    [Theory]
    [EveryEngine]
    public async Task A_command_that_fails_harms_no_other_of_its_batch(Engine engine)
    {
        await using var store = await Store(engine, 20);
        await store.Execute(Trap.InACommand(engine));

        var sent = await Queued(store, () => Enumerable.Range(0, 20).Select(number => Ask(store, number, number % 5 == 0 ? Trapped : Actors.Operator)));
        await Task.WhenAll(sent).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(4, sent.Count(task => task.IsFaulted));
        Assert.All(sent.Where(task => task.IsFaulted), task => Assert.IsAssignableFrom<DbException>(task.Exception!.InnerException));
        for (var number = 0; number < 20; number++)
        {
            var trapped = number % 5 == 0;
            Assert.Equal(trapped ? "ready-for-handling" : "cancellation-requested", (await store.Facts(Id(number))).Status);
            Assert.Equal(trapped ? 1 : 2, (await store.History(Id(number))).Count);
        }
    }

    [Theory]
    [EveryEngine]
    public async Task Positions_have_no_gap_after_a_failed_command(Engine engine)
    {
        await using var store = await Store(engine, 3);
        await store.Execute(Trap.InACommand(engine));

        await Assert.ThrowsAnyAsync<DbException>(() => Ask(store, 0, Trapped));
        await Ask(store, 1, Actors.Operator);
        await using var db = store.Read();

        Assert.Equal([1L, 2L, 3L, 4L], await db.History.Select(row => row.Position).OrderBy(position => position).ToListAsync());
    }

    [Theory]
    [EveryEngine]
    public async Task When_the_commit_fails_all_callers_get_the_error_and_nothing_happened(Engine engine)
    {
        await using var store = await Store(engine, 10);
        await store.Execute(Trap.InTheCommit(engine));

        var sent = await Queued(store, () => Enumerable.Range(0, 10).Select(number => Ask(store, number, number == 9 ? Trapped : Actors.Operator)));
        await Task.WhenAll(sent).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.All(sent, task => Assert.True(task.IsFaulted));
        for (var number = 0; number < 10; number++)
        {
            Assert.Equal("ready-for-handling", (await store.Facts(Id(number))).Status);
        }

        Assert.Equal("cancellation-requested", (await Ask(store, 0, Actors.Operator)).Status);
    }

    [Theory]
    [EveryEngine]
    public async Task A_caller_who_gives_up_stops_waiting_and_aborts_nothing(Engine engine)
    {
        await using var store = await Store(engine, 2);
        using var givesUp = new CancellationTokenSource();

        var sent = await Queued(
            store,
            () => [store.Workflow.Send(Request(0, Actors.Operator), givesUp.Token), Ask(store, 1, Actors.Operator)],
            givesUp.CancelAsync);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent[0]);
        Assert.Equal("cancellation-requested", (await sent[1]).Status);
        Assert.Equal("cancellation-requested", (await store.Facts(Id(0))).Status);
    }

    [Theory]
    [EveryEngine]
    public async Task Commands_that_wait_are_finished_when_the_store_closes(Engine engine)
    {
        await using var store = await Store(engine, 5);
        var closing = Task.CompletedTask;

        var sent = await Queued(
            store,
            () => Enumerable.Range(0, 5).Select(number => Ask(store, number, Actors.Operator)),
            () =>
            {
                closing = store.Workflow.DisposeAsync().AsTask();
                return Task.CompletedTask;
            });
        await closing;

        Assert.All(await Task.WhenAll(sent), answer => Assert.Equal("cancellation-requested", answer.Status));
        await Assert.ThrowsAnyAsync<Exception>(() => Ask(store, 0, Actors.Operator));
    }

    [Theory]
    [EveryEngine]
    public async Task Two_processes_on_one_store_take_turns_and_draw_positions_without_a_gap(Engine engine)
    {
        await using var store = await Store(engine, 60);
        await using var other = store.OpenElsewhere();

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).SelectMany(number => new[]
        {
            Ask(store, number, Actors.Operator),
            other.GetRequiredService<OrderWorkflow>().Send(Request(number, Actors.OtherOperator)),
        }));
        await using var db = store.Read();

        Assert.Equal(60, answers.Count(answer => answer.Decision is Accepted));
        Assert.Equal(Enumerable.Range(1, 120).Select(position => (long)position), await db.History.Select(row => row.Position).OrderBy(position => position).ToListAsync());
    }

    [Theory]
    [EveryEngine]
    public async Task Who_writes_beside_an_import_here_or_in_another_process_does_not_wait_for_its_end(Engine engine)
    {
        const int Documents = 4_000;
        await using var store = await Store(engine, 6);
        await using var other = store.OpenElsewhere();
        var imported = 0;
        var import = Parallel.ForEachAsync(Enumerable.Range(0, Documents), new ParallelOptions { MaxDegreeOfParallelism = 500 }, async (number, _) =>
        {
            await store.Import(An.Order($"document-{number}").Ready());
            Interlocked.Increment(ref imported);
        });
        for (var number = 0; number < 6; number += 2)
        {
            await Ask(store, number, Actors.Operator);
            await other.GetRequiredService<OrderWorkflow>().Send(Request(number + 1, Actors.Operator));
        }

        Assert.InRange(imported, 0, Documents - 1);
        await import;
    }

    // Sends while the writer waits for somebody else, so that everything lands in one batch.
    private static async Task<List<Task<Answer>>> Queued(
        TestStore store, Func<IEnumerable<Task<Answer>>> send, Func<Task>? meanwhile = null)
    {
        await using var held = await HeldStore.Hold(store);
        List<Task<Answer>> sent = [.. send()];
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        return sent;
    }

    private static async Task<TestStore> Store(Engine engine, int orders)
    {
        var store = await TestStore.Open(engine);
        for (var number = 0; number < orders; number++)
        {
            await store.Import(An.Order(Id(number)).Ready());
        }

        return store;
    }

    private static Task<Answer> Ask(TestStore store, int number, Actor actor) => store.Workflow.Send(Request(number, actor));

    private static OrderRequest Request(int number, Actor actor) =>
        new(Id(number), new Cancel(Guid.NewGuid().ToString("N"), Side.Customer, new Reason(null, "asked")), actor);

    private static string Id(int number) => $"order-{number:00}";
}
