using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Core.Storage;

/// <summary>Somebody who signs in.</summary>
public sealed class User : IdentityUser
{
    /// <summary>The name that colleagues see in the history, at most 100 characters.</summary>
    public required string DisplayName { get; set; }
}

/// <summary>A named set of resources; the resources are its claims of type <see cref="PredefinedRoles.ResourceClaim"/>.</summary>
public sealed class Role : IdentityRole;
