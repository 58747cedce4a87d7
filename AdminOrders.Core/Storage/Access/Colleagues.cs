using AdminOrders.Core.Orders;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>The people of the store by what they may do.</summary>
public sealed class Colleagues(IDbContextFactory<OrdersDb> databases)
{
    /// <summary>Everybody one of whose roles has the resource, in the order of their names.</summary>
    public async Task<IReadOnlyList<Assignee>> WhoMay(string resource, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var roles = database.RoleClaims
            .Where(claim => claim.ClaimType == PredefinedRoles.ResourceClaim && claim.ClaimValue == resource).Select(claim => claim.RoleId);
        return await People(database, roles, cancellationToken);
    }

    /// <summary>Everybody who has one of these roles, by the roles' names, in the order of their own.</summary>
    public async Task<IReadOnlyList<Assignee>> InRoles(IReadOnlyCollection<string> roleNames, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await People(database, database.Roles.Where(role => roleNames.Contains(role.Name)).Select(role => role.Id), cancellationToken);
    }

    private static async Task<IReadOnlyList<Assignee>> People(OrdersDb database, IQueryable<string> roles, CancellationToken cancellationToken)
    {
        var ids = database.UserRoles.Where(link => roles.Contains(link.RoleId)).Select(link => link.UserId);
        var users = await database.Users.Where(user => ids.Contains(user.Id)).OrderBy(user => user.DisplayName).ThenBy(user => user.Id)
            .Select(user => new { user.Id, user.DisplayName }).ToListAsync(cancellationToken);
        return [.. users.Select(user => new Assignee("user:" + user.Id, user.DisplayName))];
    }
}
