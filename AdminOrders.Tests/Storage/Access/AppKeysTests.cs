using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage.Access;

/// <summary>App keys in the store: who gets one, what of it is kept, how long it is good.</summary>
public sealed class AppKeysTests
{
    [Theory]
    [EveryEngine]
    public async Task Of_a_token_only_its_hash_is_kept_and_it_has_256_random_bits(Engine engine)
    {
        await using var store = await Open(engine);
        var issued = await Make(store);

        Assert.Equal(32, System.Buffers.Text.Base64Url.DecodeFromChars(issued.AppToken).Length);
        await using var db = store.Read();
        var row = await db.AppKeys.SingleAsync();
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(issued.AppToken)), row.TokenHash);
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => AppToken.New()).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [EveryEngine]
    public async Task A_key_is_known_with_what_its_roles_allow_and_what_that_implies(Engine engine)
    {
        await using var store = await Open(engine, Resource.OrdersFullAccess, Resource.CancelOrder);
        var issued = await Make(store);
        var known = await store.Get<AppKeyDoor>().Find(issued.AppKey, issued.AppToken);

        Assert.Equal(
            [Resource.OrdersFullAccess, Resource.CancelOrder, Resource.ChangeOrder, Resource.ListOrders, Resource.ViewOrder],
            known!.Actor.Resources.Order(StringComparer.Ordinal));
        Assert.Equal((Side.Store, "key:" + issued.AppKey, "ERP", "user:ana"), (known.Actor.Side, known.Actor.Id, known.Actor.Name, known.Actor.IssuedBy));
        Assert.False(known.Actor.HasFullAccess);
    }

    [Theory]
    [EveryEngine]
    public async Task Of_two_tokens_the_older_ends_with_its_overlap_and_one_before_that_at_once(Engine engine)
    {
        await using var store = await Open(engine);
        var (keys, first) = (store.Get<AppKeys>(), await Make(store));
        var second = await keys.Rotate(first.AppKey, TimeSpan.FromHours(1));
        Assert.True(await Knows(store, first) && await Knows(store, second!));

        var third = await keys.Rotate(first.AppKey, TimeSpan.FromHours(1));
        Assert.Equal((false, true, true), (await Knows(store, first), await Knows(store, second!), await Knows(store, third!)));
        store.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((false, true), (await Knows(store, second!), await Knows(store, third!)));

        var fourth = await keys.Rotate(first.AppKey, TimeSpan.Zero);
        Assert.Equal((false, true), (await Knows(store, third!), await Knows(store, fourth!)));
        Assert.True(await keys.Revoke(first.AppKey));
        Assert.False(await Knows(store, fourth!));
        Assert.Null(await keys.Rotate(first.AppKey, TimeSpan.Zero));
    }

    [Theory]
    [EveryEngine]
    public async Task A_key_that_was_used_a_moment_ago_is_out_once_another_program_has_revoked_it(Engine engine)
    {
        await using var store = await Open(engine);
        var issued = await Make(store);
        Assert.True(await Knows(store, issued) && await Knows(store, issued));

        Assert.Equal(0, (await Executable.Run(store, ["keys", "revoke", issued.AppKey])).Code);
        Assert.False(await Knows(store, issued));
    }

    [Theory]
    [EveryEngine]
    public async Task While_keys_come_and_go_and_orders_too_none_is_let_in_after_it_was_revoked(Engine engine)
    {
        await using var store = await Open(engine);
        await using var other = store.OpenElsewhere();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                await store.Import(An.Order($"a-{number}").Ready());
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            for (var round = 0; round < 15; round++)
            {
                var issued = await Make(store);
                Assert.True(await Knows(store, issued) && await Knows(store, issued));
                Assert.True(await other.GetRequiredService<AppKeys>().Revoke(issued.AppKey));
                Assert.False(await Knows(store, issued));
            }
        }));
        await stop.CancelAsync();
        await writing;
    }

    [Theory]
    [EveryEngine]
    public async Task When_a_key_was_last_used_is_written_down_without_any_request_waiting(Engine engine)
    {
        await using var store = await Open(engine);
        var issued = await Make(store);
        await store.Get<AppKeyDoor>().Find(issued.AppKey, "a wrong token");
        await store.Get<AppKeyUse>().Write();
        Assert.Null((await store.Get<AppKeys>().List())[0].LastUsedAt);

        Assert.True(await Knows(store, issued));
        await store.Get<AppKeyUse>().Write();
        Assert.Equal(store.Clock.GetUtcNow(), (await store.Get<AppKeys>().List())[0].LastUsedAt);
    }

    [Theory]
    [InlineData("", Side.Store, null, 10, AppKeyProblem.NameInvalid)]
    [InlineData("a\nb", Side.Store, null, 10, AppKeyProblem.NameInvalid)]
    [InlineData("ERP", Side.Store, "AMZ", 10, AppKeyProblem.PartyInvalid)]
    [InlineData("ERP", Side.Marketplace, null, 10, AppKeyProblem.PartyInvalid)]
    [InlineData("ERP", Side.Marketplace, "A Z", 10, AppKeyProblem.PartyInvalid)]
    [InlineData("ERP", Side.Seller, "", 10, AppKeyProblem.PartyInvalid)]
    [InlineData("ERP", Side.Customer, "x", 10, AppKeyProblem.PartyInvalid)]
    [InlineData("ERP", Side.Store, null, 86_401, AppKeyProblem.SecondCallInvalid)]
    public async Task What_no_key_can_be_is_named(string name, Side side, string? party, int seconds, AppKeyProblem problem)
    {
        await using var store = await Open(Engine.Sqlite);
        var answer = await store.Get<AppKeys>().Make(new(name, ["Programs"], side, party, SecondCall.AfterSeconds(seconds)));
        Assert.Equal((null, problem), (answer.Issued, answer.Problem));
    }

    [Fact]
    public async Task A_key_has_roles_and_only_such_as_there_are()
    {
        await using var store = await Open(Engine.Sqlite);
        var keys = store.Get<AppKeys>();
        Assert.Equal(AppKeyProblem.RolesMissing, (await keys.Make(new("ERP", [], Side.Store, null, SecondCall.Never))).Problem);
        Assert.Equal(AppKeyProblem.RoleUnknown, (await keys.Make(new("ERP", ["Programs", "Nobody"], Side.Store, null, SecondCall.Never))).Problem);
        Assert.Empty(await keys.List());
    }

    [Fact]
    public void Every_predefined_role_is_made_of_resources_of_the_catalog() =>
        Assert.Empty(PredefinedRoles.All.SelectMany(role => role.Value).Except(ResourceCatalog.All.Select(resource => resource.Key), StringComparer.Ordinal));

    [Fact]
    public void Full_access_have_only_the_two_roles_that_say_so() =>
        Assert.Equal(
            [PredefinedRoles.FullAccess, PredefinedRoles.Owner],
            PredefinedRoles.All.Where(role => PredefinedRoles.OrderResources.IsSubsetOf(Implied.By(role.Value))).Select(role => role.Key).Order(StringComparer.Ordinal));

    private static async Task<TestStore> Open(Engine engine, params string[] resources)
    {
        var store = await TestStore.Open(engine);
        await using var db = store.Read();
        var role = new Role { Name = "Programs", NormalizedName = "PROGRAMS" };
        db.Add(role);
        foreach (var resource in resources.DefaultIfEmpty(Resource.ListOrders))
        {
            db.Add(new Microsoft.AspNetCore.Identity.IdentityRoleClaim<string> { RoleId = role.Id, ClaimType = PredefinedRoles.ResourceClaim, ClaimValue = resource });
        }

        await db.SaveChangesAsync();
        return store;
    }

    private static async Task<IssuedToken> Make(TestStore store) =>
        (await store.Get<AppKeys>().Make(new("ERP", ["Programs"], Side.Store, null, SecondCall.Default) { IssuedById = "ana" })).Issued!;

    private static async Task<bool> Knows(TestStore store, IssuedToken token) => await store.Get<AppKeyDoor>().Find(token.AppKey, token.AppToken) is not null;
}
