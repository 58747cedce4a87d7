using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Account;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Web.Api.Access;

/// <summary>Finds out who calls: an app key by its token, or else who is signed in by their cookie.</summary>
internal sealed class ApiAuthentication(AppKeyDoor keys)
{
    public const string KeyHeader = "X-VTEX-API-AppKey";
    public const string TokenHeader = "X-VTEX-API-AppToken";

    /// <summary>Who calls; null: nobody that is known. Who shows half a key, or a wrong one, is not asked for a cookie.</summary>
    public Task<ApiCaller?> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (key, token) = (context.Request.Headers[KeyHeader], context.Request.Headers[TokenHeader]);
        return key.Count == 0 && token.Count == 0 ? UserAsync(context, cancellationToken) : KeyAsync(key, token, cancellationToken);
    }

    private async Task<ApiCaller?> KeyAsync(Microsoft.Extensions.Primitives.StringValues key, Microsoft.Extensions.Primitives.StringValues token, CancellationToken cancellationToken)
    {
        if (key is not [{ } id] || token is not [{ } secret] || await keys.Find(id, secret, cancellationToken) is not { } known)
        {
            return null;
        }

        return new($"key:{known.Id}", known.Actor, known.SecondCall)
        {
            Affiliate = known.Side is Side.Marketplace ? known.Party : null,
            SellerId = known.Side is Side.Seller ? known.Party : null,
        };
    }

    private static async Task<ApiCaller?> UserAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var cookie = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        // Asked for only here: what it needs is made for each request, and a key has no use for it.
        var currentUser = context.RequestServices.GetRequiredService<CurrentUser>();
        if (cookie.Principal is not { } principal || await currentUser.OfAsync(principal, cancellationToken) is not { } user)
        {
            return null;
        }

        context.User = principal;
        return new($"user:{user.UserId}", user.Actor, SecondCall.Default);
    }
}
