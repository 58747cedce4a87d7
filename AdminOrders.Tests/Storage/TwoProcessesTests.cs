using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage;

/// <summary>Two services on one store know nothing of each other, as two processes do.</summary>
public sealed class TwoProcessesTests
{
    private const int Orders = 300;

    [Theory]
    [EveryEngine]
    public async Task Who_import_the_same_new_orders_at_once_bring_each_in_once(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var other = store.OpenElsewhere();

        var answers = await Task.WhenAll(Enumerable.Range(0, Orders).SelectMany(number => new[]
        {
            store.Import(An.Order(Id(number)).Paid()),
            other.GetRequiredService<OrderWorkflow>().Send(new(Id(Orders - 1 - number), new RecordImportedState(An.Order(Id(Orders - 1 - number)).Paid().AsImported()), Actor.System)),
        }));

        Assert.Equal(Orders, answers.Count(answer => answer.Decision is Accepted));
        await using var db = store.Read();
        Assert.Equal(Orders, await db.Orders.CountAsync());
        Assert.Equal(Orders, await db.History.CountAsync());
    }

    [Theory]
    [EveryEngine]
    public async Task Who_work_on_the_same_orders_from_both_ends_never_wait_for_each_other_for_ever(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var other = store.OpenElsewhere();
        await Task.WhenAll(Enumerable.Range(0, Orders).Select(number => store.Import(An.Order(Id(number)).Handling())));

        var answers = await Task.WhenAll(Enumerable.Range(0, Orders).SelectMany(number => new[]
        {
            store.Send(Id(number), NewCancel(), Actors.Operator),
            other.GetRequiredService<OrderWorkflow>().Send(new(Id(Orders - 1 - number), NewCancel(), Actors.OtherOperator)),
        }));

        Assert.Equal(Orders, answers.Count(answer => answer.Decision is Accepted));
        Assert.Equal(Orders, answers.Count(answer => answer.Decision is Unchanged { Why: Already.Requested } && answer.LastChange is not null));
    }

    [Theory]
    [EveryEngine]
    public async Task Who_follows_the_positions_meanwhile_misses_none(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var other = store.OpenElsewhere();
        var writing = Task.WhenAll(Enumerable.Range(0, Orders).SelectMany(number => new[]
        {
            store.Import(An.Order(Id(number)).Paid()),
            other.GetRequiredService<OrderWorkflow>().Send(new("b-" + Id(number), new RecordImportedState(An.Order("b-" + Id(number)).Paid().AsImported()), Actor.System)),
        }));

        var seen = new List<long>();
        for (var isDone = false; !isDone;)
        {
            isDone = writing.IsCompleted;
            await using var db = store.Read();
            var last = seen.LastOrDefault();
            seen.AddRange(await db.History.Where(row => row.Position > last).OrderBy(row => row.Position).Select(row => row.Position).ToListAsync());
        }

        await writing;
        Assert.Equal(Enumerable.Range(1, 2 * Orders).Select(position => (long)position), seen);
    }

    [Theory]
    [EveryEngine]
    public async Task What_one_changes_the_feed_of_the_other_tells_within_two_seconds(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var other = store.OpenElsewhere();
        using var feed = new OrderFeed(
            other.GetRequiredService<StoreSource>(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<OrderFeed>.Instance);
        var told = new TaskCompletionSource<IReadOnlySet<long>>();
        using var following = feed.Subscribe(keys =>
        {
            told.TrySetResult(keys);
            return Task.CompletedTask;
        });

        await store.Import(An.Order("one").Paid());

        var keys = await told.Task.WaitAsync(TimeSpan.FromSeconds(2));
        Assert.Equal([(await store.Row("one")).Key], keys);
    }

    private static Cancel NewCancel() => new(Guid.NewGuid().ToString("N"), Side.Store, new Reason(null, "sold out"));

    private static string Id(int number) => $"order-{number:000}";
}
