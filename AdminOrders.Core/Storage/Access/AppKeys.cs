using System.Text.RegularExpressions;
using AdminOrders.Core.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The app keys of the store: made, listed, given a new token, revoked. Every change is in force with the next request to any server, and
/// leaves a line in the log: which key, by whom, never a token.
/// </summary>
public sealed partial class AppKeys(IDbContextFactory<OrdersDb> factory, TimeProvider time, ILogger<AppKeys> logger)
{
    /// <summary>A second cancel may have to wait for a day at most.</summary>
    public const int LongestSecondCall = 24 * 60 * 60;

    /// <summary>The longest time for which the token before stays good.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    private const int LongestName = 100;

    /// <summary>All, those in force first, each group by name.</summary>
    public async Task<IReadOnlyList<AppKeyView>> List(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var keys = await db.AppKeys.AsNoTracking().ToListAsync(cancellationToken);
        var roles = (await db.AppKeyRoles.Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => new { link.AppKeyId, role.Name }).ToListAsync(cancellationToken))
            .ToLookup(link => link.AppKeyId, link => link.Name!, StringComparer.Ordinal);
        var names = await db.Users.Where(user => db.AppKeys.Any(key => key.IssuedById == user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.DisplayName, StringComparer.Ordinal, cancellationToken);
        var now = time.GetUtcNow();
        return [.. keys.OrderBy(key => key.RevokedAt is not null).ThenBy(key => key.Name, StringComparer.OrdinalIgnoreCase).ThenBy(key => key.CreatedAt)
            .Select(key => View(key, roles[key.Id], key.IssuedById is { } id ? names.GetValueOrDefault(id) : null, now))];
    }

    /// <summary>The names of the roles that there are, in alphabetical order.</summary>
    public async Task<IReadOnlyList<string>> Roles(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var names = await db.Roles.Select(role => role.Name!).ToListAsync(cancellationToken);
        return [.. names.Order(StringComparer.Ordinal)];
    }

    /// <summary>Makes a key with its first token.</summary>
    public async Task<AppKeyAnswer> Make(NewAppKey wanted, CancellationToken cancellationToken = default)
    {
        if (ProblemOf(wanted) is { } problem)
        {
            return new(null, problem);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var names = wanted.Roles.Distinct(StringComparer.Ordinal).ToList();
        var roleIds = await db.Roles.Where(role => names.Contains(role.Name!)).Select(role => role.Id).ToListAsync(cancellationToken);
        if (roleIds.Count != names.Count)
        {
            return new(null, AppKeyProblem.RoleUnknown);
        }

        var issued = new IssuedToken(AppToken.NewId(), AppToken.New());
        db.Add(Row(wanted, issued));
        db.AddRange(roleIds.Select(role => new AppKeyRoleRow { AppKeyId = issued.AppKey, RoleId = role }));
        await db.SaveChangesAsync(cancellationToken);
        LogMade(logger, issued.AppKey, By(wanted.IssuedById), wanted.Side, wanted.Party ?? "(all orders)", string.Join(", ", names));
        return new(issued, null);
    }

    /// <summary>
    /// Gives a key that is in force a new token; the present one stays good for so long (at most <see cref="LongestOverlap"/>), one before that ends
    /// at once. Null: there is no such key in force.
    /// </summary>
    /// <param name="byId">The id of the user who does it; null: the command line.</param>
    public async Task<IssuedToken?> Rotate(string id, TimeSpan overlap, string? byId = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(overlap, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(overlap, LongestOverlap);
        var issued = new IssuedToken(id, AppToken.New());
        var hash = AppToken.HashOf(issued.AppToken);
        var now = time.GetUtcNow();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        // One statement: of two who rotate at once, the later one keeps the other's token as the one before.
        var changed = await db.AppKeys.Where(key => key.Id == id && key.RevokedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(key => key.PreviousHash, key => key.TokenHash)
                .SetProperty(key => key.PreviousUntil, Ticks.Of(now + overlap))
                .SetProperty(key => key.RotatedAt, Ticks.Of(now))
                .SetProperty(key => key.TokenHash, hash),
            cancellationToken);
        if (changed == 0)
        {
            return null;
        }

        LogRotated(logger, id, By(byId), now + overlap);
        return issued;
    }

    /// <summary>Ends a key for ever, whichever of its tokens is used. False: there is no such key in force.</summary>
    /// <param name="byId">The id of the user who does it; null: the command line.</param>
    public async Task<bool> Revoke(string id, string? byId = null, CancellationToken cancellationToken = default)
    {
        var now = Ticks.Of(time.GetUtcNow());
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var changed = await db.AppKeys.Where(key => key.Id == id && key.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, now), cancellationToken);
        if (changed == 0)
        {
            return false;
        }

        LogRevoked(logger, id, By(byId));
        return true;
    }

    private static string By(string? userId) => userId is null ? "the command line" : $"user:{userId}";

    [LoggerMessage(LogLevel.Information, "App key {AppKey} was made by {By}: side {Side} {Party}, roles {Roles}")]
    private static partial void LogMade(ILogger logger, string appKey, string by, Side side, string party, string roles);

    [LoggerMessage(LogLevel.Information, "App key {AppKey} got a new token by {By}; the one before is good until {Until:O}")]
    private static partial void LogRotated(ILogger logger, string appKey, string by, DateTimeOffset until);

    [LoggerMessage(LogLevel.Information, "App key {AppKey} was revoked by {By}")]
    private static partial void LogRevoked(ILogger logger, string appKey, string by);

    private static AppKeyProblem? ProblemOf(NewAppKey wanted) => wanted switch
    {
        _ when wanted.Name.Trim().Length is 0 or > LongestName || wanted.Name.Any(char.IsControl) => AppKeyProblem.NameInvalid,
        { Roles.IsDefaultOrEmpty: true } => AppKeyProblem.RolesMissing,
        { Side: Side.Store, Party: not null } => AppKeyProblem.PartyInvalid,
        { Side: Side.Marketplace or Side.Seller } when wanted.Party is null || !PartyPattern().IsMatch(wanted.Party) => AppKeyProblem.PartyInvalid,
        { Side: not (Side.Store or Side.Marketplace or Side.Seller) } => AppKeyProblem.PartyInvalid,
        { SecondCall.Seconds: < 0 or > LongestSecondCall } => AppKeyProblem.SecondCallInvalid,
        _ => null,
    };

    private AppKeyRow Row(NewAppKey wanted, IssuedToken issued) => new()
    {
        Id = issued.AppKey,
        Name = wanted.Name.Trim(),
        Side = wanted.Side,
        Party = wanted.Party,
        SecondCall = wanted.SecondCall.Seconds,
        TokenHash = AppToken.HashOf(issued.AppToken),
        IssuedById = wanted.IssuedById,
        CreatedAt = Ticks.Of(time.GetUtcNow()),
    };

    private static AppKeyView View(AppKeyRow key, IEnumerable<string> roles, string? issuedBy, DateTimeOffset now) => new(
        key.Id,
        key.Name,
        [.. roles.Order(StringComparer.Ordinal)],
        key.Side,
        key.Party,
        new SecondCall(key.SecondCall),
        issuedBy,
        Ticks.From(key.CreatedAt),
        key.PreviousUntil is { } until && Ticks.From(until) > now ? Ticks.From(until) : null,
        key.RevokedAt is { } revoked ? Ticks.From(revoked) : null,
        key.LastUsedAt is { } used ? Ticks.From(used) : null);

    [GeneratedRegex("^[A-Za-z0-9._-]{1,100}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PartyPattern();
}
