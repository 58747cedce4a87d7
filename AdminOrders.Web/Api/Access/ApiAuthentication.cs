using System.Globalization;
using System.Net.Http.Headers;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Web.Api.Errors;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Features.My;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Web.Api.Access;

/// <summary>
/// Finds out who calls: an app key by its token, or else who is signed in by their cookie; for what is the customer's own, the customer by the token of
/// the link to an order, and nothing else; for a channel's notifications, whoever knows its secret.
/// </summary>
internal sealed class ApiAuthentication(AppKeyDoor keys, CustomerEntrance customers, ChannelSecrets secrets)
{
    public const string CustomerScheme = "Bearer";
    public const string KeyHeader = "X-VTEX-API-AppKey";
    public const string TokenHeader = "X-VTEX-API-AppToken";
    public const string SecretHeader = "X-Channel-Secret";
    private const int LongestSecret = 200;

    /// <summary>Who calls; null: nobody that is known. Who shows half a key, or a wrong one, is not asked for a cookie.</summary>
    public Task<ApiCaller?> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var needed = context.GetEndpoint()?.Metadata.GetMetadata<NeededResources>();
        if (needed is { IsForCustomers: true })
        {
            return CustomerAsync(context, cancellationToken);
        }

        if (needed is { Channel: { } channel })
        {
            return ChannelAsync(context, channel, cancellationToken);
        }

        var (key, token) = (context.Request.Headers[KeyHeader], context.Request.Headers[TokenHeader]);
        return key.Count == 0 && token.Count == 0 ? UserAsync(context, cancellationToken) : KeyAsync(key, token, cancellationToken);
    }

    /// <exception cref="ApiRefusedException">429: too many tokens that are not good came from there.</exception>
    private async Task<ApiCaller?> CustomerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var sent)
            || !string.Equals(sent.Scheme, CustomerScheme, StringComparison.OrdinalIgnoreCase) || sent.Parameter is not { } token)
        {
            return null;
        }

        var entry = await customers.TryAsync(token, context.Connection.RemoteIpAddress, cancellationToken);
        if (entry.SecondsToWait is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            throw new ApiRefusedException(ApiErrors.TooManyRequests(seconds));
        }

        return entry.Order is { } order
            ? new(string.Create(CultureInfo.InvariantCulture, $"customer:{order.Key}"), CustomerEntrance.Customer, SecondCall.Never) { OrderId = order.OrderId }
            : null;
    }

    private async Task<ApiCaller?> ChannelAsync(HttpContext context, string channel, CancellationToken cancellationToken) =>
        context.Request.Headers[SecretHeader] is [{ Length: > 0 and <= LongestSecret } secret] && await secrets.IsGood(channel, secret, cancellationToken)
            ? new(string.Create(CultureInfo.InvariantCulture, $"channel:{channel}"), ChannelNames.ActorOf(channel), SecondCall.Never) { Channel = channel }
            : null;

    private async Task<ApiCaller?> KeyAsync(Microsoft.Extensions.Primitives.StringValues key, Microsoft.Extensions.Primitives.StringValues token, CancellationToken cancellationToken)
    {
        if (key is not [{ } id] || token is not [{ } secret] || await keys.Find(id, secret, cancellationToken) is not { } known)
        {
            return null;
        }

        return new($"key:{known.Id}", known.Actor, known.SecondCall)
        {
            Affiliate = known.Actor.Side is Side.Marketplace ? known.Party : null,
            SellerId = known.Actor.Side is Side.Seller ? known.Party : null,
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
