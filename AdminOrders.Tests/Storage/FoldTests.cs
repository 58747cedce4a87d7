using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage;

/// <summary>What is stored equals what the pure functions fold, after every command of long random sequences.</summary>
public sealed class FoldTests
{
    private const int Orders = 12;
    private const int Commands = 60;

    [Theory]
    [EveryEngine(1)]
    [EveryEngine(2)]
    [EveryEngine(3)]
    public async Task Stored_facts_equal_the_pure_fold_and_the_trail_has_no_gap(Engine engine, int seed)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < Orders; number++)
        {
            await using var store = await TestStore.Open(engine);
            await RunSequence(store, new RandomCommands((seed * 1_000) + number), $"fold-{number:00}");
            kinds.UnionWith((await store.History($"fold-{number:00}")).Select(row => row.Kind));
        }

        Assert.InRange(kinds.Count, 12, 22);
    }

    private static async Task RunSequence(TestStore store, RandomCommands random, string id)
    {
        var order = random.NewOrder(id).AsImported();
        await store.Import(order);
        var folded = OrderFacts.NotOnRecord(id).Apply(
            new OrderImported(Convert.ToHexStringLower(order.DocumentHash)) { Order = order }, Actor.System, store.Clock.GetUtcNow(), (await store.History(id))[0].HistoryId);
        var written = 1;
        for (var step = 0; step < Commands; step++)
        {
            store.Clock.Advance(random.Pause());
            (folded, written) = await SendAndFold(store, random, folded, written);
            FactsEqual.Assert(folded, await store.Facts(id));
        }

        await AssertTrail(store, id);
    }

    private static async Task<(OrderFacts Folded, int Written)> SendAndFold(TestStore store, RandomCommands random, OrderFacts facts, int known)
    {
        var now = store.Clock.GetUtcNow();
        var (command, actor) = random.Next(facts);
        var expected = Rules.Consider(facts, command, actor, now, Policy.Default);
        var answer = await store.Send(facts.OrderId, command, actor);
        var written = (await store.History(facts.OrderId)).Skip(known).ToArray();
        var events = expected.Due.Events.Select(happened => (happened, Actor.System))
            .Concat(expected.Decision is Accepted accepted ? accepted.Events.Select(happened => (happened, actor)) : [])
            .ToArray();

        Assert.Equal(expected.Decision.GetType(), answer.Decision.GetType());
        Assert.Equal(events.Select(pair => (EventJson.KindOf(pair.happened), pair.Item2.Id)), written.Select(row => (row.Kind, row.ActorId)));
        var folded = events.Zip(written).Aggregate(facts, (before, pair) => before.Apply(pair.First.happened, pair.First.Item2, now, pair.Second.HistoryId));
        Assert.Equal((folded.Status, folded.Version), (answer.Status, answer.Version));
        return (folded, known + written.Length);
    }

    private static async Task AssertTrail(TestStore store, string id)
    {
        var history = await store.History(id);
        var row = await store.Row(id);
        await using var db = store.Read();

        Assert.Equal(Enumerable.Range(1, history.Count), history.Select(entry => entry.Number));
        Assert.Equal(Enumerable.Range(1, history.Count).Select(position => (long)position), history.Select(entry => entry.Position));
        Assert.Null(HistoryHash.FirstBroken(id, history));
        Assert.Equal(history[^1].Status, row.Status);
        Assert.Equal(row.OpenRequests, await db.CancellationRequests.CountAsync(request => request.State == RequestState.Open));
        Assert.Equal(row.OutputInvoices + row.InputInvoices, await db.Invoices.CountAsync());
        Assert.All(history, entry => EventJson.Read(new(entry.Kind, entry.KindVersion, entry.Payload)));
    }
}
