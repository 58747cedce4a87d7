using Microsoft.AspNetCore.Identity;

namespace AdminOrders.Core.Storage;

/// <summary>Somebody who signs in.</summary>
public sealed class User : IdentityUser
{
    /// <summary>The name that colleagues see in the history, at most 100 characters.</summary>
    public required string DisplayName { get; set; }

    /// <summary>How long wrong passwords lock a sign-in.</summary>
    public static TimeSpan LockedByMistakes { get; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether somebody locked the account on purpose. Who gets another's password wrong locks their sign-in for some minutes, and not their work.
    /// </summary>
    /// <param name="until">When the lock ends; null: there is none.</param>
    public static bool IsLocked(DateTimeOffset? until, DateTimeOffset now) => until > now + LockedByMistakes;
}

/// <summary>A named set of resources; the resources are its claims of type <see cref="PredefinedRoles.ResourceClaim"/>.</summary>
public sealed class Role : IdentityRole;
