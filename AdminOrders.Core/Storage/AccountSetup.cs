using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AdminOrders.Core.Storage;

/// <summary>Makes roles and accounts: at start, from the command line and for the sample store.</summary>
public sealed class AccountSetup(UserManager<User> users, RoleManager<Role> roles, OrdersDb db, StoreSource source)
{
    private const int LongestName = 100;
    private const int LongestEmail = 256;

    /// <summary>Whether every predefined role is there.</summary>
    public static async Task<bool> HasRolesAsync(StoreSource source)
    {
        await using var reading = await source.OpenReading(CancellationToken.None);
        var names = await reading.Read(new("""SELECT "Name" FROM "AspNetRoles" """, []), row => row.TextOrNull(0), CancellationToken.None);
        return PredefinedRoles.All.Keys.All(names.Contains);
    }

    /// <summary>Creates the predefined roles that are not there; one that is there keeps what the store made of it.</summary>
    public async Task CreateRolesAsync()
    {
        if (await HasRolesAsync(source))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        source.LockSetup(transaction.GetDbTransaction());
        foreach (var (name, resources) in PredefinedRoles.All)
        {
            if (!await roles.RoleExistsAsync(name))
            {
                await CreateRoleAsync(name, resources);
            }
        }

        await transaction.CommitAsync();
    }

    /// <summary>Creates an account that can sign in at once.</summary>
    /// <param name="email">The sign-in name, unique in any casing.</param>
    /// <param name="displayName">The name that colleagues see, at most 100 characters.</param>
    /// <param name="password">At least 10 characters.</param>
    /// <param name="role">A role that exists.</param>
    /// <returns>What Identity says: success, or every reason why not (the role unknown among them).</returns>
    public async Task<IdentityResult> CreateUserAsync(string email, string displayName, string password, string role)
    {
        if (!await roles.RoleExistsAsync(role))
        {
            return IdentityResult.Failed(AccountErrors.RoleUnknown(role));
        }

        if (displayName.Trim().Length is 0 or > LongestName)
        {
            return IdentityResult.Failed(AccountErrors.NameInvalid(LongestName));
        }

        if (email.Length > LongestEmail)
        {
            return IdentityResult.Failed(users.ErrorDescriber.InvalidEmail(email));
        }

        var user = new User { UserName = email, Email = email, EmailConfirmed = true, LockoutEnabled = true, DisplayName = displayName.Trim() };
        var created = await users.CreateAsync(user, password);
        return created.Succeeded ? await users.AddToRoleAsync(user, role) : created;
    }

    /// <summary>Whether anybody can sign in at all.</summary>
    public Task<bool> HasUsersAsync(CancellationToken cancellationToken) => users.Users.AnyAsync(cancellationToken);

    private async Task CreateRoleAsync(string name, IEnumerable<string> resources)
    {
        var role = new Role { Name = name };
        Expect(await roles.CreateAsync(role));
        foreach (var resource in resources)
        {
            Expect(await roles.AddClaimAsync(role, new Claim(PredefinedRoles.ResourceClaim, resource)));
        }
    }

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
        }
    }
}
