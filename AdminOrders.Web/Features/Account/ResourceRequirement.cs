using Microsoft.AspNetCore.Authorization;

namespace AdminOrders.Web.Features.Account;

/// <summary>A policy of the resource's own name: <c>[Authorize(Resource.ListOrders)]</c>.</summary>
internal sealed record ResourceRequirement(string Resource) : IAuthorizationRequirement;

/// <summary>Asks the database, not the cookie.</summary>
internal sealed class ResourceHandler(CurrentUser currentUser) : AuthorizationHandler<ResourceRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ResourceRequirement requirement)
    {
        if (await currentUser.OfAsync(context.User, CancellationToken.None) is { } user && user.May(requirement.Resource))
        {
            context.Succeed(requirement);
        }
    }
}
