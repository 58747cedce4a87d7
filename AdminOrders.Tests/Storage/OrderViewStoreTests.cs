using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage;

public sealed class OrderViewStoreTests
{
    [Theory]
    [EveryEngine]
    public async Task A_text_is_found_again_under_128_random_bits(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var views = store.Get<OrderViewStore>();
        var (first, second) = (await views.Save("João & \"Maria\""), await views.Save("João & \"Maria\""));
        Assert.Matches("^[0-9a-f]{32}$", first);
        Assert.NotEqual(first, second);
        Assert.Equal("João & \"Maria\"", await views.Find(first));
        Assert.Null(await views.Find(first.ToUpperInvariant()));
    }

    [Theory]
    [EveryEngine]
    public async Task After_thirty_days_it_is_gone_and_the_next_search_deletes_it(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var views = store.Get<OrderViewStore>();
        var id = await views.Save("joao");
        store.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal("joao", await views.Find(id));
        store.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await views.Find(id));

        var next = await views.Save("maria");
        await using var db = store.Read();
        Assert.Equal(next, (await db.Views.SingleAsync()).Id);
    }

    [Theory]
    [EveryEngine(" ")]
    [EveryEngine("")]
    public async Task Nothing_is_not_kept(Engine engine, string text)
    {
        await using var store = await TestStore.Open(engine);
        await Assert.ThrowsAsync<ArgumentException>(() => store.Get<OrderViewStore>().Save(text));
    }

    [Theory]
    [EveryEngine]
    public async Task Longer_than_200_characters_is_not_kept(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Get<OrderViewStore>().Save(new string('x', OrderViewStore.LongestText));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Get<OrderViewStore>().Save(new string('x', OrderViewStore.LongestText + 1)));
    }
}
