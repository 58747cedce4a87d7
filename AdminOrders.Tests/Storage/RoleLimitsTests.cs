using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage;

/// <summary>Limits of roles and the second person as the store keeps them: they hold from the commit on, for people and keys alike.</summary>
public sealed class RoleLimitsTests
{
    private const string Agents = "Agents";
    private const string Id = "1268540501456-01";

    [Theory]
    [EveryEngine]
    public async Task A_limit_that_is_saved_bounds_an_actor_who_was_read_before_and_a_key(Engine engine)
    {
        await using var store = await Open(engine);
        var key = await KeyOfAgents(store);
        var person = Actors.Operator with { CancelingRoles = [Agents] };
        await Limit(store, 5_000);

        foreach (var actor in new[] { person, key })
        {
            var refused = Assert.IsType<Refused>((await store.Send(Id, new Cancel(NewId(), Side.Store, new Reason(null, "sold out")), actor)).Decision);
            Assert.Equal(Refusal.AboveYourLimit, refused.Code);
            Assert.Equal(["OMS - Full access", "Owner", "Support agent"], refused.WhoMay.AsEnumerable());
        }

        await Limit(store, 1_000_000);
        Assert.Equal(Status.Canceled, (await store.Send(Id, new Cancel(NewId(), Side.Store, new Reason(null, "sold out")), key)).Status);
    }

    [Theory]
    [EveryEngine]
    public async Task A_role_that_does_not_cancel_lifts_no_limit(Engine engine)
    {
        await using var store = await Open(engine);
        await AddRole(store, "Viewers", Resource.ViewOrder);

        Assert.Equal([Agents], (await KeyOfAgents(store, "Viewers")).CancelingRoles.AsEnumerable());
    }

    [Theory]
    [EveryEngine]
    public async Task The_second_person_is_neither_the_issuer_of_the_key_nor_the_key_of_the_person(Engine engine)
    {
        await using var store = await Open(engine);
        await store.Get<PolicySetting>().Save(Policy.Default with { SecondPerson = SecondPerson.AboveValue, SecondPersonAbove = Money("EUR", 99) });
        var (key, request) = (await KeyOfAgents(store), NewId());

        var asked = await store.Send(Id, new Cancel(request, Side.Store, new Reason(null, "sold out")), key);
        var byItself = await store.Send(Id, new ConfirmCancellation(request), key);
        var byIssuer = await store.Send(Id, new ConfirmCancellation(request), Actors.Operator);
        var byOther = await store.Send(Id, new ConfirmCancellation(request), Actors.OtherOperator);

        Assert.Equal(Status.CancellationRequested, asked.Status);
        Assert.All([byItself, byIssuer], answer => Assert.Equal(Refusal.SecondPersonRequired, Assert.IsType<Refused>(answer.Decision).Code));
        Assert.Equal(Status.Canceled, byOther.Status);
    }

    [Theory]
    [EveryEngine]
    public async Task Of_two_who_replace_the_same_policy_one_does(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var elsewhere = store.OpenElsewhere();
        var settings = new[] { store.Get<PolicySetting>(), elsewhere.GetRequiredService<PolicySetting>() };
        for (var round = 1; round <= 5; round++)
        {
            var seen = await Task.WhenAll(settings.Select(setting => setting.ReadEdition()));
            var minutes = TimeSpan.FromMinutes(round * 10);
            var saved = await Task.WhenAll(settings.Select((setting, index) => setting.Replace(seen[index], Policy.Default with { GracePeriod = minutes + TimeSpan.FromMinutes(index) }, "ana")));

            Assert.Single(saved, isSaved => isSaved);
            Assert.Equal(minutes + TimeSpan.FromMinutes(saved[0] ? 0 : 1), (await settings[0].Read()).GracePeriod);
        }
    }

    [Theory]
    [EveryEngine]
    public async Task A_policy_comes_back_as_it_was_saved(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var elsewhere = store.OpenElsewhere();
        await store.Get<PolicySetting>().Save(Policy.Default with
        {
            SecondPersonAbove = Money("BRL", 7),
            CancelingRoles = [new(Agents, Money("BRL", 8))],
            CustomerDoor = new(["handling"], ["2"], ["seller"]),
        });

        var read = await elsewhere.GetRequiredService<PolicySetting>().Read();
        Assert.Equal((7, 8), (read.SecondPersonAbove["BRL"], read.CancelingRoles[0].Limits!["BRL"]));
        Assert.Equal(("handling", "2", "seller"), (read.CustomerDoor.ClosedStatuses.Single(), read.CustomerDoor.ClosedSalesChannels.Single(), read.CustomerDoor.ClosedSellers.Single()));
    }

    private static async Task<TestStore> Open(Engine engine)
    {
        var store = await TestStore.Open(engine);
        await AddRole(store, Agents, Resource.CancelOrder);
        await store.Import(An.Order(Id).Paid());
        return store;
    }

    private static async Task AddRole(TestStore store, string name, string resource)
    {
        await using var db = store.Read();
        var role = new Role { Name = name, NormalizedName = name.ToUpperInvariant() };
        db.Add(role);
        db.Add(new IdentityRoleClaim<string> { RoleId = role.Id, ClaimType = PredefinedRoles.ResourceClaim, ClaimValue = resource });
        await db.SaveChangesAsync();
    }

    private static async Task<Actor> KeyOfAgents(TestStore store, params string[] others)
    {
        var issued = (await store.Get<AppKeys>().Make(new NewAppKey("ERP", [Agents, .. others], Side.Store, null, SecondCall.Never) { IssuedById = "ana" })).Issued!;
        return (await store.Get<AppKeyDoor>().Find(issued.AppKey, issued.AppToken))!.Actor;
    }

    private static Task Limit(TestStore store, long brl) =>
        store.Get<PolicySetting>().Save(Policy.Default with { CancelingRoles = [new(Agents, Money("BRL", brl))] });

    private static ImmutableDictionary<string, long> Money(string currency, long value) => ImmutableDictionary<string, long>.Empty.Add(currency, value);

    private static string NewId() => Guid.NewGuid().ToString("N");
}
