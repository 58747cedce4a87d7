using AdminOrders.Core.Storage;
using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Web.Features.Account;

/// <summary>Signs in by e-mail and password, and takes as long for an account that is unknown or locked as for a wrong password.</summary>
internal sealed class PasswordSignIn(SignInManager<User> signIn, IPasswordHasher<User> hasher)
{
    private static readonly User Nobody = new() { DisplayName = "" };

    /// <summary>Sets the cookie and returns true, or counts the attempt and returns false. The reason is not told on purpose.</summary>
    public async Task<bool> TryAsync(string email, string password, bool staysSignedIn)
    {
        var isKnown = await signIn.UserManager.FindByNameAsync(email) is { } user && !await signIn.UserManager.IsLockedOutAsync(user);
        if (!isKnown)
        {
            hasher.HashPassword(Nobody, password);
            return false;
        }

        var result = await signIn.PasswordSignInAsync(email, password, staysSignedIn, lockoutOnFailure: true);
        return result.Succeeded;
    }
}
