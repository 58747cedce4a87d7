using System.Security.Claims;
using AdminOrders.Core.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AdminOrders.Web.Features.Account;

/// <summary>
/// Ends a sign-in whose account is gone or whose password has changed, as the framework's own check does and as often. That one would make Identity's managers and EF
/// Core's model for it, which is most of the first page after a start. What somebody may do is asked at every page anyway; see <see cref="CurrentUser"/>.
/// </summary>
internal sealed class SignInCheck(UserDoor users, IOptions<SecurityStampValidatorOptions> options, IOptions<IdentityOptions> identity) : ISecurityStampValidator
{
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var now = options.Value.TimeProvider!.GetUtcNow();
        if (context.Properties.IssuedUtc is { } issued && now - issued <= options.Value.ValidationInterval)
        {
            return;
        }

        if (await HoldsAsync(context.Principal!, context.HttpContext.RequestAborted))
        {
            context.ShouldRenew = true;
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private async Task<bool> HoldsAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
        && await users.HoldsSignIn(id, principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType), cancellationToken);
}
