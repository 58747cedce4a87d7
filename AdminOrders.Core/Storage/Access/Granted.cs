using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>What their roles give to a user or an app key. Both get it here, so that neither has what the other lacks.</summary>
/// <param name="Resources">What the roles allow, what that implies included.</param>
/// <param name="CancelingRoles">The names of the roles that allow to cancel, in alphabetical order: only their value limits bound who has them.</param>
public sealed record Granted(ImmutableHashSet<string> Resources, ImmutableArray<string> CancelingRoles)
{
    /// <param name="claims">Each resource with the role that has it.</param>
    public static Granted By(IReadOnlyCollection<(string Role, string Resource)> claims) => new(
        Implied.By(claims.Select(claim => claim.Resource).ToImmutableHashSet(StringComparer.Ordinal)),
        [.. claims.Where(claim => claim.Resource == Resource.CancelOrder).Select(claim => claim.Role).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <summary>The actor with all of it.</summary>
    public Actor To(Actor actor) => actor with
    {
        Resources = Resources,
        CancelingRoles = CancelingRoles,
        HasFullAccess = PredefinedRoles.OrderResources.IsSubsetOf(Resources),
    };
}
