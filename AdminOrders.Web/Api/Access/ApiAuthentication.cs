using AdminOrders.Core.Orders;
using AdminOrders.Web.Features.Account;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Web.Api.Access;

/// <summary>Finds out who calls: by the cookie of who is signed in.</summary>
internal sealed class ApiAuthentication(CurrentUser currentUser)
{
    /// <summary>Who calls; null: nobody that is known.</summary>
    public async Task<ApiCaller?> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var cookie = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (cookie.Principal is not { } principal || await currentUser.OfAsync(principal, cancellationToken) is not { } user)
        {
            return null;
        }

        context.User = principal;
        return new($"user:{user.UserId}", user.Actor, SecondCall.Default);
    }
}
