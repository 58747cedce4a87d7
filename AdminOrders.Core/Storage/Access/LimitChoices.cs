using AdminOrders.Core.Orders;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>What limits are set for: the roles that may cancel, and the currencies that orders come in.</summary>
public sealed class LimitChoices(IDbContextFactory<OrdersDb> databases)
{
    private const int LookedAt = 1_000;

    /// <summary>The names of the roles that allow to cancel, in alphabetical order.</summary>
    public async Task<IReadOnlyList<string>> Roles(CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var names = await RolesOf(database).Select(role => role.Name!).ToListAsync(cancellationToken);
        return [.. names.Order(StringComparer.Ordinal)];
    }

    /// <summary>The currencies of the latest orders, in alphabetical order: to look at all of them would read the whole store.</summary>
    public async Task<IReadOnlyList<string>> Currencies(CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await database.Orders.OrderByDescending(order => order.Key).Select(order => order.Currency).Take(LookedAt).Distinct().ToListAsync(cancellationToken);
        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static IQueryable<Role> RolesOf(OrdersDb database) => database.Roles.Where(role => database.RoleClaims.Any(
        claim => claim.RoleId == role.Id && claim.ClaimType == PredefinedRoles.ResourceClaim && claim.ClaimValue == Resource.CancelOrder));
}
