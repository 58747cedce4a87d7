using System.Security.Claims;
using AdminOrders.Core.Storage;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Web.Features.Account;

/// <summary>
/// Tells who is signed in and what they may do, as the database has it at every call: a permission that is taken away is gone at once,
/// in pages that are open too. Nobody, where the account is gone or locked, or its password has changed since the sign-in.
/// </summary>
internal sealed class CurrentUser(AuthenticationStateProvider authentication, UserDoor users)
{
    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>Who uses this page; null for nobody. For components; an endpoint passes its principal to <see cref="OfAsync"/>.</summary>
    public async Task<SignedIn?> ReadAsync(CancellationToken cancellationToken = default)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return await OfAsync(state.User, cancellationToken);
    }

    /// <summary>Whether who uses this page may use the resource, at this moment.</summary>
    public async Task<bool> MayAsync(string resource, CancellationToken cancellationToken = default) =>
        await ReadAsync(cancellationToken) is { } user && user.May(resource);

    /// <summary>Who this principal is; null for nobody.</summary>
    public async Task<SignedIn?> OfAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && await users.Find(id, principal.FindFirstValue(StampClaim), cancellationToken) is { } user
            ? new SignedIn(user.Id, user.Email, user.DisplayName, user.Roles, user.Granted)
            : null;
}
