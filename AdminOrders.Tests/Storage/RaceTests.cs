using System.Collections.Concurrent;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage;

public sealed class RaceTests
{
    private const int Rounds = 1_000;
    private const int Callers = 32;

    [Fact]
    public async Task Two_who_cancel_a_handled_order_at_once_and_retry_at_once_have_asked_once_and_canceled_nothing()
    {
        await using var store = await TestStore.Open();
        await Task.WhenAll(Enumerable.Range(0, Rounds).Select(round => store.Import(An.Order(Id(round)).Handling())));
        var winners = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Rounds),
            new ParallelOptions { MaxDegreeOfParallelism = Callers / 2 },
            async (round, _) =>
            {
                var answers = await Task.WhenAll(CancelTwice(store, round, Actors.Operator), CancelTwice(store, round, Actors.OtherOperator));
                winners.Add(Winner(answers));
            });

        await using var db = store.Read();
        Assert.All(await db.Orders.AsNoTracking().ToListAsync(), row => Assert.Equal(("cancellation-requested", 1, 2), (row.Status, row.OpenRequests, row.HistoryCount)));
        Assert.Equal(Rounds, await db.CancellationRequests.CountAsync(row => row.State == RequestState.Open));
        Assert.All(["user:ana", "user:bruno"], id => Assert.InRange(winners.Count(winner => winner == id), Rounds / 20, Rounds));
    }

    // Whoever comes first is not told to the other by the order of the calls: half of the rounds begin late.
    private static async Task<(string Actor, Answer[] Answers)> CancelTwice(TestStore store, int round, Actor actor)
    {
        await Task.Yield();
        if ((round % 2 == 0) == (actor == Actors.Operator))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(2)));
        }

        var first = await store.Send(Id(round), NewCancel(), actor);
        return (actor.Id, [first, await store.Send(Id(round), NewCancel(), actor)]);
    }

    private static string Winner((string Actor, Answer[] Answers)[] callers)
    {
        var all = callers.SelectMany(caller => caller.Answers).ToArray();
        var accepted = Assert.Single(all, answer => answer.Decision is Accepted);
        Assert.Equal(3, all.Count(answer => answer.Decision is Unchanged { Why: Already.Requested }));
        Assert.All(all, answer => Assert.Equal((accepted.Receipt, "cancellation-requested"), (answer.Receipt, answer.Status)));
        return Assert.Single(callers, caller => caller.Answers.Contains(accepted)).Actor;
    }

    private static Cancel NewCancel() => new(Guid.NewGuid().ToString("N"), Side.Store, new Reason(null, "sold out"));

    private static string Id(int round) => $"race-{round:0000}";
}
