using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage;

public sealed class OrderViewStoreTests
{
    [Fact]
    public async Task A_text_is_found_again_under_128_random_bits()
    {
        await using var store = await TestStore.Open();
        var views = store.Get<OrderViewStore>();
        var (first, second) = (await views.Save("João & \"Maria\""), await views.Save("João & \"Maria\""));
        Assert.Matches("^[0-9a-f]{32}$", first);
        Assert.NotEqual(first, second);
        Assert.Equal("João & \"Maria\"", await views.Find(first));
        Assert.Null(await views.Find(first.ToUpperInvariant()));
    }

    [Fact]
    public async Task After_thirty_days_it_is_gone_and_the_next_search_deletes_it()
    {
        await using var store = await TestStore.Open();
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
    [InlineData(" ")]
    [InlineData("")]
    public async Task Nothing_is_not_kept(string text)
    {
        await using var store = await TestStore.Open();
        await Assert.ThrowsAsync<ArgumentException>(() => store.Get<OrderViewStore>().Save(text));
    }

    [Fact]
    public async Task Longer_than_200_characters_is_not_kept()
    {
        await using var store = await TestStore.Open();
        await store.Get<OrderViewStore>().Save(new string('x', OrderViewStore.LongestText));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Get<OrderViewStore>().Save(new string('x', OrderViewStore.LongestText + 1)));
    }
}
