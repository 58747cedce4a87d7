using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage.CustomerDoor;

public sealed class CustomerLinksTests
{
    private const string OrderId = "1000000000001-01";
    private const string OtherId = "1000000000002-01";

    [Theory]
    [EveryEngine]
    public async Task A_link_names_its_order_for_thirty_days(Engine engine)
    {
        await using var store = await Open(engine);
        var link = await Make(store);

        Assert.Equal(store.Clock.GetUtcNow() + CustomerLinks.GoodFor, link.GoodUntil);
        Assert.Equal(OrderId, await Find(store, link.Token));

        store.Clock.Set(link.GoodUntil.AddTicks(-1));
        Assert.Equal(OrderId, await Find(store, link.Token));
        store.Clock.Set(link.GoodUntil);
        Assert.Null(await Find(store, link.Token));
    }

    [Theory]
    [EveryEngine]
    public async Task A_token_is_short_and_tells_nothing_of_the_customer(Engine engine)
    {
        await using var store = await Open(engine);
        var token = (await Make(store)).Token;

        Assert.Matches("^[A-Za-z0-9_-]{43}$", token);
        Assert.Null(await store.Get<CustomerLinks>().Make("no-such-order"));
    }

    [Theory]
    [EveryEngine]
    public async Task No_letter_of_a_token_can_be_another(Engine engine)
    {
        await using var store = await Open(engine);
        var token = (await Make(store)).Token;

        for (var at = 0; at < token.Length; at++)
        {
            // The neighbour in the alphabet differs in the last bit, which in the last letter means nothing and has to be zero.
            var other = token[at] is 'A' ? 'B' : (char)(token[at] is 'a' or '0' or '-' or '_' ? 'Z' : token[at] - 1);
            Assert.Null(await Find(store, token[..at] + other + token[(at + 1)..]));
        }

        Assert.Null(await Find(store, ""));
        Assert.Null(await Find(store, token + "A"));
        Assert.Null(await Find(store, token[..^1]));
        Assert.Null(await Find(store, new string('ä', 43)));
    }

    [Theory]
    [EveryEngine]
    public async Task A_changed_address_ends_its_links_whatever_its_casing_was(Engine engine)
    {
        await using var store = await Open(engine);
        var token = (await Make(store)).Token;

        await Address(store, "JOSE@Example.com");
        Assert.Equal(OrderId, await Find(store, token));
        await Address(store, "maria@example.com");
        Assert.Null(await Find(store, token));
    }

    [Theory]
    [EveryEngine]
    public async Task A_token_of_another_store_opens_nothing(Engine engine)
    {
        await using var store = await Open(engine);
        await using var foreign = await Open(engine);
        await Make(store);

        Assert.Null(await Find(store, (await Make(foreign)).Token));
    }

    [Theory]
    [EveryEngine]
    public async Task An_order_that_took_the_place_of_another_is_not_opened_by_its_link(Engine engine)
    {
        await using var store = await Open(engine);
        var token = (await Make(store)).Token;

        await store.Execute($"""UPDATE "Orders" SET "OrderId" = 'another-01' WHERE "OrderId" = '{OrderId}'""");

        Assert.Null(await Find(store, token));
    }

    [Theory]
    [EveryEngine]
    public async Task A_rotated_key_is_good_until_its_last_link_has_run_out(Engine engine)
    {
        await using var store = await Open(engine);
        var before = await Make(store);
        store.Clock.Advance(TimeSpan.FromDays(10));
        var late = await Make(store);
        await store.Get<CustomerLinks>().Rotate(atOnce: false);
        var after = await Make(store);

        Assert.Equal((OrderId, OrderId, OrderId), (await Find(store, before.Token), await Find(store, late.Token), await Find(store, after.Token)));
        store.Clock.Advance(CustomerLinks.GoodFor - TimeSpan.FromSeconds(1));
        Assert.Equal((null, OrderId, OrderId), (await Find(store, before.Token), await Find(store, late.Token), await Find(store, after.Token)));
        Assert.Equal(3, new[] { before.Token, late.Token, after.Token }.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [EveryEngine]
    public async Task A_rotation_at_once_ends_every_link_there_is_and_none_that_comes(Engine engine)
    {
        await using var store = await Open(engine);
        var links = store.Get<CustomerLinks>();
        var first = await Make(store);
        await links.Rotate(atOnce: false);
        var second = await Make(store);

        await links.Rotate(atOnce: true);

        Assert.Null(await Find(store, first.Token));
        Assert.Null(await Find(store, second.Token));
        Assert.Equal(OrderId, await Find(store, (await Make(store)).Token));
    }

    [Theory]
    [EveryEngine]
    public async Task Two_servers_that_need_the_first_key_at_once_have_the_same(Engine engine)
    {
        await using var store = await Open(engine);
        await using var elsewhere = store.OpenElsewhere();
        CustomerLinks[] servers = [store.Get<CustomerLinks>(), elsewhere.GetRequiredService<CustomerLinks>()];
        Assert.Null(await servers[0].KeyMadeAt());

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => servers[number % 2].Make(OrderId))));

        await using var db = store.Read();
        Assert.Equal(1, (await db.CustomerLinkKeys.SingleAsync()).Number);
        Assert.All(await Task.WhenAll(made.Select(link => servers[1].Find(link!.Token))), order => Assert.Equal(OrderId, order?.OrderId));
    }

    private static async Task<TestStore> Open(Engine engine)
    {
        var store = await TestStore.Open(engine);
        await store.Import(An.Order(OrderId).Ready());
        await store.Import(An.Order(OtherId).Ready());
        return store;
    }

    private static async Task<CustomerLink> Make(TestStore store) =>
        await store.Get<CustomerLinks>().Make(OrderId) ?? throw new InvalidOperationException("The order is not there.");

    private static async Task<string?> Find(TestStore store, string token) => (await store.Get<CustomerLinks>().Find(token))?.OrderId;

    private static Task Address(TestStore store, string email) => store.Execute($"""UPDATE "Orders" SET "CustomerEmail" = '{email}' WHERE "OrderId" = '{OrderId}'""");
}
