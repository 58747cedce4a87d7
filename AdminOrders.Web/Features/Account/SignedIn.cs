using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;

namespace AdminOrders.Web.Features.Account;

/// <summary>Who is signed in, as the database knew them when it was asked. Do not keep it: ask <see cref="CurrentUser"/> again.</summary>
/// <param name="UserId">The account's id.</param>
/// <param name="Email">The sign-in name.</param>
/// <param name="DisplayName">What colleagues read.</param>
/// <param name="Roles">Names of the roles, in alphabetical order.</param>
/// <param name="Granted">What the roles give.</param>
internal sealed record SignedIn(string UserId, string Email, string DisplayName, ImmutableArray<string> Roles, Granted Granted)
{
    /// <summary>Whether one of the roles allows it.</summary>
    public bool May(string resource) => Granted.Resources.Contains(resource);

    /// <summary>The person as the rules see them.</summary>
    public Actor Actor => Granted.To(new(Side.Store, "user:" + UserId, DisplayName));
}
