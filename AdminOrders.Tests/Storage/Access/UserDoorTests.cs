using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Tests.Storage.Access;

/// <summary>Who has an account, and what it gives.</summary>
public sealed class UserDoorTests
{
    private const string Id = "ana";
    private const string Stamp = "first";

    [Theory]
    [EveryEngine]
    public async Task An_account_has_what_its_roles_give(Engine engine)
    {
        await using var store = await Opened(engine);

        var user = await store.Get<UserDoor>().Find(Id, Stamp);

        Assert.Equal(("Ana Operator", "ana@example.com"), (user!.DisplayName, user.Email));
        Assert.Equal<string>(["Cancels", "Idle", "Looks"], [.. user.Roles]);
        Assert.Contains(Resource.CancelOrder, user.Granted.Resources);
        Assert.Contains(Resource.ListOrders, user.Granted.Resources);
        Assert.DoesNotContain(Resource.ManageUsers, user.Granted.Resources);
        Assert.Equal("Cancels", Assert.Single(user.Granted.CancelingRoles));
    }

    [Theory]
    [EveryEngine]
    public async Task What_is_taken_away_is_gone_at_once(Engine engine)
    {
        await using var store = await Opened(engine);
        var door = store.Get<UserDoor>();
        Assert.NotNull(await door.Find(Id, Stamp));

        await store.Execute("""DELETE FROM "AspNetUserRoles" WHERE "RoleId" = 'Cancels'""");
        Assert.DoesNotContain(Resource.CancelOrder, (await door.Find(Id, Stamp))!.Granted.Resources);

        await store.Execute("""UPDATE "AspNetUsers" SET "SecurityStamp" = 'second'""");
        Assert.Null(await door.Find(Id, Stamp));
        Assert.NotNull(await door.Find(Id, "second"));
        Assert.NotNull(await door.Find(Id));

        await store.Execute("""DELETE FROM "AspNetUsers" """);
        Assert.Null(await door.Find(Id));
    }

    [Theory]
    [EveryEngine]
    public async Task A_lock_holds_for_as_long_as_it_says_though_nobody_commits_anything(Engine engine)
    {
        await using var store = await Opened(engine);
        var until = store.Clock.GetUtcNow() + TimeSpan.FromHours(1);
        await store.Execute($"""UPDATE "AspNetUsers" SET "LockoutEnd" = '{until.UtcDateTime:yyyy-MM-dd HH:mm:ss}+00:00'""");
        var door = store.Get<UserDoor>();
        Assert.Null(await door.Find(Id));

        store.Clock.Advance(TimeSpan.FromHours(1));

        Assert.NotNull(await door.Find(Id));
    }

    private static async Task<TestStore> Opened(Engine engine)
    {
        var store = await TestStore.Open(engine);
        await using var db = store.Read();
        db.Add(new User { Id = Id, UserName = "ana@example.com", Email = "ana@example.com", DisplayName = "Ana Operator", SecurityStamp = Stamp });
        foreach (var role in new[] { "Looks", "Cancels", "Idle" })
        {
            db.Add(new Role { Id = role, Name = role, NormalizedName = role.ToUpperInvariant() });
            db.Add(new IdentityUserRole<string> { UserId = Id, RoleId = role });
        }

        db.Add(Claim("Looks", Resource.ListOrders));
        db.Add(Claim("Cancels", Resource.CancelOrder));
        await db.SaveChangesAsync();
        return store;
    }

    private static IdentityRoleClaim<string> Claim(string role, string resource) => new() { RoleId = role, ClaimType = PredefinedRoles.ResourceClaim, ClaimValue = resource };
}
