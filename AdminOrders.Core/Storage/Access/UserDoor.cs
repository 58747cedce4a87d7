using System.Collections.Immutable;
using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>Somebody with an account.</summary>
/// <param name="Email">The sign-in name.</param>
/// <param name="DisplayName">What colleagues read.</param>
/// <param name="Roles">Names of the roles, in alphabetical order.</param>
/// <param name="Granted">What the roles give.</param>
public sealed record KnownUser(string Id, string Email, string DisplayName, ImmutableArray<string> Roles, Granted Granted);

/// <summary>
/// Knows accounts, and what they may do, at every moment: what was read of one is used again only while nobody, in whichever process, has committed
/// anything since. Many open pages of one person ask once for all of them.
/// </summary>
public sealed class UserDoor(StoreSource source, TimeProvider time)
{
    private const string ById =
        $"""
        SELECT u."Email", u."DisplayName", u."SecurityStamp", u."LockoutEnd", n."Name", c."ClaimValue"
        FROM "AspNetUsers" u
        LEFT JOIN "AspNetUserRoles" r ON r."UserId" = u."Id"
        LEFT JOIN "AspNetRoles" n ON n."Id" = r."RoleId"
        LEFT JOIN "AspNetRoleClaims" c ON c."RoleId" = r."RoleId" AND c."ClaimType" = '{PredefinedRoles.ResourceClaim}'
        WHERE u."Id" = @id
        """;

    private readonly SharedReads<Found?> known = new(source);

    /// <summary>The account; null: it is gone or locked.</summary>
    public async Task<KnownUser?> Find(string id, CancellationToken cancellationToken = default) => (await InForce(id, cancellationToken))?.User;

    /// <summary>The same, if its sign-in has not changed since this stamp was given; else null.</summary>
    public async Task<KnownUser?> Find(string id, string? stamp, CancellationToken cancellationToken = default) =>
        await InForce(id, cancellationToken) is { } found && found.Stamp == stamp ? found.User : null;

    /// <summary>Whether the account is there, locked or not, and its sign-in has not changed since this stamp was given.</summary>
    public async Task<bool> HoldsSignIn(string id, string? stamp, CancellationToken cancellationToken = default) =>
        await Of(id, cancellationToken) is { } found && found.Stamp == stamp;

    private Task<Found?> Of(string id, CancellationToken cancellationToken) => known.Ask(id, () => Read(id), cancellationToken);

    private async Task<Found?> InForce(string id, CancellationToken cancellationToken) =>
        await Of(id, cancellationToken) is { } found && !User.IsLocked(found.LockedUntil, time.GetUtcNow()) ? found : null;

    // A row for each resource of each role, or one without.
    private async Task<Found?> Read(string id)
    {
        await using var connection = await source.OpenConnectionAsync();
        var rows = await connection.Read(new(ById, [new("@id", id)]), row => (Found: Account(id, row), Role: row.TextOrNull(4), Resource: row.TextOrNull(5)), CancellationToken.None);
        if (rows.Count == 0)
        {
            return null;
        }

        var roles = rows.Select(row => row.Role).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var granted = Granted.By([.. rows.Where(row => row.Resource is not null).Select(row => (row.Role!, row.Resource!))]);
        return rows[0].Found with { User = rows[0].Found.User with { Roles = [.. roles], Granted = granted } };
    }

    private static Found Account(string id, DbDataReader row) => new(
        new(id, row.TextOrNull(0) ?? "", row.GetString(1), [], Granted.By([])),
        row.TextOrNull(2),
        row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3));

    private sealed record Found(KnownUser User, string? Stamp, DateTimeOffset? LockedUntil);
}
