using AdminOrders.Core.Orders;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>Who may cancel, as the store knows it: the roles, the people that have them, the currencies that orders come in.</summary>
public sealed class CancelingPeople(IDbContextFactory<OrdersDb> databases)
{
    private const int LookedAt = 1_000;

    /// <summary>The names of the roles that allow to cancel, in alphabetical order.</summary>
    public async Task<IReadOnlyList<string>> Roles(CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var names = await RolesOf(database).Select(role => role.Name!).ToListAsync(cancellationToken);
        return [.. names.Order(StringComparer.Ordinal)];
    }

    /// <summary>Everybody one of whose roles may cancel an order of this value (minor units) in this currency under the policy, in the order of their names.</summary>
    public async Task<IReadOnlyList<Assignee>> Of(Policy policy, long value, string currency, CancellationToken cancellationToken = default)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var links = await RolesOf(database)
            .Join(database.UserRoles, role => role.Id, link => link.RoleId, (role, link) => new { role.Name, link.UserId })
            .Join(database.Users, link => link.UserId, user => user.Id, (link, user) => new { Role = link.Name!, user.Id, user.DisplayName })
            .ToListAsync(cancellationToken);
        return [.. links.Where(link => policy.Reaches(link.Role, value, currency)).Select(link => new Assignee("user:" + link.Id, link.DisplayName))
            .Distinct().OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase)];
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
