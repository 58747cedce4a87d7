using AdminOrders.Core.Orders;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>Finds who acts by their id, with what they may at this moment: for work that goes on when they have left.</summary>
public sealed class ActorReader(IDbContextFactory<OrdersDb> factory, AppKeyDoor keys, TimeProvider time)
{
    private const string User = "user:";
    private const string Key = "key:";

    /// <summary>The actor; null: the account is gone or locked, the key is revoked.</summary>
    public Task<Actor?> Find(string id, CancellationToken cancellationToken = default) => id switch
    {
        _ when id.StartsWith(User, StringComparison.Ordinal) => FindUser(id[User.Length..], cancellationToken),
        _ when id.StartsWith(Key, StringComparison.Ordinal) => keys.ActorOf(id[Key.Length..], cancellationToken),
        _ => Task.FromResult<Actor?>(null),
    };

    private async Task<Actor?> FindUser(string id, CancellationToken cancellationToken)
    {
        await using var database = await factory.CreateDbContextAsync(cancellationToken);
        var user = await database.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancellationToken);
        return user is null || user.IsLockedAt(time.GetUtcNow())
            ? null
            : (await UserRoles.Read(database, id, cancellationToken)).Granted.To(new(Side.Store, User + id, user.DisplayName));
    }
}

/// <summary>The roles of a user.</summary>
/// <param name="Names">In alphabetical order.</param>
/// <param name="Granted">What they give.</param>
public sealed record UserRoles(IReadOnlyList<string> Names, Granted Granted)
{
    public static async Task<UserRoles> Read(OrdersDb database, string userId, CancellationToken cancellationToken)
    {
        var roles = database.UserRoles.Where(link => link.UserId == userId).Join(database.Roles, link => link.RoleId, role => role.Id, (_, role) => role);
        var names = await roles.Select(role => role.Name!).OrderBy(name => name).ToListAsync(cancellationToken);
        var claims = await roles
            .Join(database.RoleClaims, role => role.Id, claim => claim.RoleId, (role, claim) => new { role.Name, claim.ClaimType, claim.ClaimValue })
            .Where(claim => claim.ClaimType == PredefinedRoles.ResourceClaim)
            .ToListAsync(cancellationToken);
        return new(names, Granted.By([.. claims.Select(claim => (claim.Name!, claim.ClaimValue!))]));
    }
}
