using System.Collections.Concurrent;
using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Knows an app key by its token. A key that is revoked and a resource that is taken away are gone with the next request, whichever process did
/// it: what was read of a key is used again only while nobody has committed anything since, and never to turn somebody away.
/// </summary>
public sealed class AppKeyDoor(StoreSource source, AppKeyUse use, TimeProvider time)
{
    private const int LongestId = 40;
    private const int LongestToken = 200;

    private static readonly SqlRead ById = new(
        $"""
        SELECT k."Name", k."Side", k."Party", k."SecondCall", k."TokenHash", k."PreviousHash", k."PreviousUntil", k."IssuedById", c."ClaimValue", n."Name"
        FROM "AppKeys" k
        LEFT JOIN "AppKeyRoles" r ON r."AppKeyId" = k."Id"
        LEFT JOIN "AspNetRoles" n ON n."Id" = r."RoleId"
        LEFT JOIN "AspNetRoleClaims" c ON c."RoleId" = r."RoleId" AND c."ClaimType" = '{PredefinedRoles.ResourceClaim}'
        WHERE k."Id" = @Id AND k."RevokedAt" IS NULL
        """);

    // What a token is compared with where there is no such key: an unknown key takes as long as a wrong token.
    private static readonly byte[] Nothing = new byte[32];

    // Only keys that were shown with their token: there are never more than the store has.
    private readonly ConcurrentDictionary<string, (Found Found, long Pulse)> known = new(StringComparer.Ordinal);

    /// <summary>The key, if it is in force and this is a token of it; else null.</summary>
    public async Task<KnownAppKey?> Find(string id, string token, CancellationToken cancellationToken = default)
    {
        if (id.Length is 0 or > LongestId || token.Length is 0 or > LongestToken || !System.Text.Ascii.IsValid(id) || id.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var (now, hash) = (time.GetUtcNow(), AppToken.HashOf(token));
        var found = await KeyOf(id, hash, now, cancellationToken);
        if (found is not null)
        {
            use.Note(id, now);
        }

        return found?.Key;
    }

    /// <summary>Who acts by the key, token or not; null: it is not in force.</summary>
    internal async Task<Actor?> ActorOf(string id, CancellationToken cancellationToken) => (await Read(id, cancellationToken))?.Key.Actor;

    // The pulse is taken before the key is read: what is committed in between is read, and read once more by the next request.
    private async Task<Found?> KeyOf(string id, byte[] hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pulse = source.Pulse();
        if (known.TryGetValue(id, out var last) && last.Pulse == pulse && Opens(last.Found, hash, now))
        {
            return last.Found;
        }

        var found = await Read(id, cancellationToken);
        if (!Opens(found, hash, now))
        {
            return null;
        }

        if (pulse is { } moment)
        {
            known[id] = (found!, moment);
        }

        return found;
    }

    private static bool Opens(Found? found, byte[] hash, DateTimeOffset now)
    {
        var isPresent = AppToken.Is(hash, found?.TokenHash ?? Nothing);
        var isPrevious = AppToken.Is(hash, found?.PreviousHash ?? Nothing) && now < found?.PreviousUntil;
        return found is not null && (isPresent || isPrevious);
    }

    private async Task<Found?> Read(string id, CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        Found? found = null;
        reading.Reads.Ask(ById, [id], rows => found = rows.Read() ? All(id, rows) : null);
        reading.Reads.Finish();
        return found;
    }

    // A row for each resource, or one without.
    private static Found All(string id, DbDataReader rows)
    {
        var found = Of(id, rows);
        var claims = new List<(string Role, string Resource)>();
        do
        {
            if (!rows.IsDBNull(8))
            {
                claims.Add((rows.GetString(9), rows.GetString(8)));
            }
        }
        while (rows.Read());
        return found with { Key = found.Key with { Actor = Granted.By(claims).To(found.Key.Actor) } };
    }

    private static Found Of(string id, DbDataReader row) => new(
        new(
            id,
            row.IsDBNull(2) ? null : row.GetString(2),
            new SecondCall(row.IsDBNull(3) ? null : row.GetInt32(3)),
            new((Side)row.GetInt32(1), "key:" + id, row.GetString(0)) { IssuedBy = row.IsDBNull(7) ? null : "user:" + row.GetString(7) }),
        row.GetFieldValue<byte[]>(4),
        row.IsDBNull(5) ? null : row.GetFieldValue<byte[]>(5),
        row.IsDBNull(6) ? null : Ticks.From(row.GetInt64(6)));

    private sealed record Found(KnownAppKey Key, byte[] TokenHash, byte[]? PreviousHash, DateTimeOffset? PreviousUntil);
}
