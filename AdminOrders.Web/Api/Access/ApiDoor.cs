using AdminOrders.Core.Storage;
using AdminOrders.Web.Api.Errors;
using Microsoft.AspNetCore.Antiforgery;

namespace AdminOrders.Web.Api.Access;

/// <summary>
/// Lets in who may: known, and with a resource that the operation needs. What is not an operation is told apart from one only by who has
/// something to do here at all, so that neither operations nor orders can be found by trying.
/// </summary>
internal sealed class ApiDoor(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext context, ApiAuthentication authentication)
    {
        if (await authentication.ReadAsync(context, context.RequestAborted) is not { } caller)
        {
            await ApiErrors.Unauthorized().ExecuteAsync(context);
            return;
        }

        context.Features.Set(caller);
        var refusal = await WhyNotAsync(context, caller);
        await (refusal is null ? next(context) : refusal.ExecuteAsync(context));
    }

    private async Task<ApiError?> WhyNotAsync(HttpContext context, ApiCaller caller)
    {
        var needed = context.GetEndpoint()?.Metadata.GetMetadata<NeededResources>();
        var opens = needed is null ? PredefinedRoles.OrderResources.Overlaps(caller.Actor.Resources) : needed.AnyOf.Any(caller.Actor.Resources.Contains);
        if (!opens)
        {
            return ApiErrors.MissingResource(needed?.AnyOf ?? []);
        }

        // Another site can make a browser send the cookie, never the token.
        var isPerson = caller.Actor.IsStoreUser;
        return isPerson && !await antiforgery.IsRequestValidAsync(context) ? ApiErrors.ForgedRequest() : null;
    }
}
