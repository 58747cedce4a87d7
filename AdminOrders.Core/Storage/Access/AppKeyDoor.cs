using System.Collections.Immutable;
using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Knows an app key by its token. It asks the store each time, by one indexed read, and remembers nothing: a key that is revoked and a resource
/// that is taken away are gone with the next request, whichever process did it.
/// </summary>
public sealed class AppKeyDoor(StoreSource source, AppKeyUse use, TimeProvider time)
{
    private const int LongestId = 40;
    private const int LongestToken = 200;

    private const string Sql =
        $"""
        SELECT k."Name", k."Side", k."Party", k."SecondCall", k."TokenHash", k."PreviousHash", k."PreviousUntil", k."IssuedById", c."ClaimValue"
        FROM "AppKeys" k
        LEFT JOIN "AppKeyRoles" r ON r."AppKeyId" = k."Id"
        LEFT JOIN "AspNetRoleClaims" c ON c."RoleId" = r."RoleId" AND c."ClaimType" = '{PredefinedRoles.ResourceClaim}'
        WHERE k."Id" = @Id AND k."RevokedAt" IS NULL
        """;

    // What a token is compared with where there is no such key: an unknown key takes as long as a wrong token.
    private static readonly byte[] Nothing = new byte[32];

    /// <summary>The key, if it is in force and this is a token of it; else null.</summary>
    public async Task<KnownAppKey?> Find(string id, string token, CancellationToken cancellationToken = default)
    {
        if (id.Length is 0 or > LongestId || token.Length is 0 or > LongestToken || !System.Text.Ascii.IsValid(id) || id.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var hash = AppToken.HashOf(token);
        var found = await Read(id, cancellationToken);
        var isPresent = AppToken.Is(hash, found?.TokenHash ?? Nothing);
        var isPrevious = AppToken.Is(hash, found?.PreviousHash ?? Nothing) && now < found?.PreviousUntil;
        if (found is null || !(isPresent || isPrevious))
        {
            return null;
        }

        use.Note(id, now);
        return found.Key;
    }

    private async Task<Found?> Read(string id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var statement = new SqlStatement(connection, Sql);
        await using var rows = statement.Read(id);
        if (!await rows.ReadAsync(cancellationToken))
        {
            return null;
        }

        var found = Of(id, rows);
        var resources = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        do
        {
            if (!rows.IsDBNull(8))
            {
                resources.Add(rows.GetString(8));
            }
        }
        while (await rows.ReadAsync(cancellationToken));
        return found with { Key = found.Key with { Resources = Implied.By(resources.ToImmutable()) } };
    }

    private static Found Of(string id, DbDataReader row) => new(
        new(
            id,
            row.GetString(0),
            (Side)row.GetInt32(1),
            row.IsDBNull(2) ? null : row.GetString(2),
            new SecondCall(row.IsDBNull(3) ? null : row.GetInt32(3)),
            [],
            row.IsDBNull(7) ? null : row.GetString(7)),
        row.GetFieldValue<byte[]>(4),
        row.IsDBNull(5) ? null : row.GetFieldValue<byte[]>(5),
        row.IsDBNull(6) ? null : Ticks.From(row.GetInt64(6)));

    private sealed record Found(KnownAppKey Key, byte[] TokenHash, byte[]? PreviousHash, DateTimeOffset? PreviousUntil);
}
