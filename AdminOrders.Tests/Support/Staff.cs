using AdminOrders.Core.Storage;
using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Tests.Support;

/// <summary>Somebody who works for a store.</summary>
internal static class Staff
{
    /// <summary>Employs Ana, whose actor is <c>user:ana</c>, with exactly these resources.</summary>
    public static async Task Employ(OrdersDb db, params string[] resources)
    {
        var role = new Role { Name = "Staff", NormalizedName = "STAFF" };
        db.Add(role);
        db.Add(new User { Id = "ana", DisplayName = "Ana", UserName = "ana@example.com", NormalizedUserName = "ANA@EXAMPLE.COM" });
        db.Add(new IdentityUserRole<string> { UserId = "ana", RoleId = role.Id });
        foreach (var resource in resources)
        {
            db.Add(new IdentityRoleClaim<string> { RoleId = role.Id, ClaimType = PredefinedRoles.ResourceClaim, ClaimValue = resource });
        }

        await db.SaveChangesAsync();
    }
}
