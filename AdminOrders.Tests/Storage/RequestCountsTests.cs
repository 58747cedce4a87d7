using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage;

public sealed class RequestCountsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [EveryEngine]
    public async Task Open_requests_are_counted_by_who_has_them_and_by_deadline(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        store.Clock.Set(An.Instant);
        await store.Import(An.Order("one").Handling().AskedBy(Side.Customer));
        await store.Import(An.Order("two").Handling().AskedBy(Side.Customer, after: TimeSpan.FromDays(2)));
        await store.Import(An.Order("three").Handling());
        await store.Send("two", new TakeRequest(), Actors.Operator);
        store.Clock.Set(An.Instant.AddDays(29.5));

        var tally = await store.Get<RequestCounts>().Now();

        Assert.Equal(new RequestTally(2, 1, 1, 0, [("user:ana", 1)]), tally);
        Assert.Equal((1, 0), (tally!.Of("user:ana"), tally.Of("user:bruno")));
    }

    [Theory]
    [EveryEngine]
    public async Task Who_follows_is_told_of_what_another_process_does(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var elsewhere = store.OpenElsewhere();
        await store.Import(An.Order("one").Handling());
        var counts = store.Get<RequestCounts>();
        var told = new TaskCompletionSource();
        using var following = counts.Follow(() => told.TrySetResult());
        Assert.Equal(0, (await counts.Now())!.Open);

        await elsewhere.GetRequiredService<OrderWorkflow>().Send(
            new("one", new Cancel(Guid.NewGuid().ToString("N"), Side.Store, new Reason(null, "sold out")), Actors.Operator));

        await told.Task.WaitAsync(Patience);
        Assert.Equal(1, (await counts.Now())!.Open);
    }
}
