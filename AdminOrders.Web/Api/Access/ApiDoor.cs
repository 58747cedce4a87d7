using System.Globalization;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Errors;
using AdminOrders.Web.Api.Limits;
using Microsoft.AspNetCore.Antiforgery;

namespace AdminOrders.Web.Api.Access;

/// <summary>
/// Lets in who may: known, and with a resource that the operation needs. What is not an operation is told apart from one only by who has
/// something to do here at all, so that neither operations nor orders can be found by trying.
/// </summary>
internal sealed class ApiDoor(RequestDelegate next, IAntiforgery antiforgery, ApiLimits limits)
{
    // Who is not known has one share for all of them together: guessing takes nothing from who is.
    private const string Nobody = "nobody";

    public async Task InvokeAsync(HttpContext context, ApiAuthentication authentication)
    {
        var caller = await authentication.ReadAsync(context, context.RequestAborted);
        context.Features.Set(caller);
        var refusal = TooMany(context, caller) ?? (caller is null ? Unknown(context) : await WhyNotAsync(context, caller));
        await (refusal is null ? next(context) : refusal.ExecuteAsync(context));
    }

    private ApiError? TooMany(HttpContext context, ApiCaller? caller)
    {
        if (limits.SecondsToWait(caller?.Share ?? Nobody) is not { } seconds)
        {
            return null;
        }

        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ApiErrors.TooManyRequests(seconds);
    }

    private static ApiError Unknown(HttpContext context)
    {
        var needed = context.GetEndpoint()?.Metadata.GetMetadata<NeededResources>();
        if (needed is not { IsForCustomers: true })
        {
            return needed is { Channel: not null } ? ApiErrors.UnknownChannel() : ApiErrors.Unauthorized();
        }

        context.Response.Headers.WWWAuthenticate = ApiAuthentication.CustomerScheme;
        return ApiErrors.UnknownCustomer();
    }

    private async Task<ApiError?> WhyNotAsync(HttpContext context, ApiCaller caller)
    {
        var needed = context.GetEndpoint()?.Metadata.GetMetadata<NeededResources>();
        var opens = needed is null ? PredefinedRoles.OrderResources.Overlaps(caller.Actor.Resources) : needed.IsOpenTo(caller);
        if (!opens)
        {
            return ApiErrors.MissingResource(needed?.AnyOf ?? []);
        }

        // Another site can make a browser send the cookie, never the token.
        var isPerson = caller.Actor.IsStoreUser;
        return isPerson && !await antiforgery.IsRequestValidAsync(context) ? ApiErrors.ForgedRequest() : null;
    }
}
