using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>An app key that somebody wants.</summary>
/// <param name="Name">1 to 100 characters; what colleagues read in the history.</param>
/// <param name="Roles">Names of roles, at least one.</param>
/// <param name="Side">Store, seller or marketplace.</param>
/// <param name="Party">The affiliate of a marketplace, the id of a seller; null for the store.</param>
public sealed record NewAppKey(string Name, ImmutableArray<string> Roles, Side Side, string? Party, SecondCall SecondCall)
{
    /// <summary>The id of the user who makes it; null: the command line.</summary>
    public string? IssuedById { get; init; }
}

/// <summary>Both halves of an app key, as its program needs them. The token is known here and now, and never again.</summary>
public sealed record IssuedToken(string AppKey, string AppToken);

/// <summary>What is wrong with a wanted app key.</summary>
public enum AppKeyProblem
{
    NameInvalid,
    RolesMissing,
    RoleUnknown,
    PartyInvalid,
    SecondCallInvalid,
}

/// <summary>The answer to a wanted app key: one of both.</summary>
public sealed record AppKeyAnswer(IssuedToken? Issued, AppKeyProblem? Problem);

/// <summary>An app key as its owner sees it.</summary>
/// <param name="IssuedBy">The name of the user who made it; null: the command line, or an account that is gone.</param>
/// <param name="PreviousUntil">Until when the token before is good; null: there is none.</param>
/// <param name="LastUsedAt">To the minute; null: never.</param>
public sealed record AppKeyView(
    string Id,
    string Name,
    ImmutableArray<string> Roles,
    Side Side,
    string? Party,
    SecondCall SecondCall,
    string? IssuedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PreviousUntil,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt);

/// <summary>An app key that has shown its token, as the store knew it at that moment.</summary>
/// <param name="Party">The affiliate of a marketplace, the id of a seller; null for the store.</param>
/// <param name="Actor">As the rules and the history know it, with what its roles give.</param>
public sealed record KnownAppKey(string Id, string? Party, SecondCall SecondCall, Actor Actor);
