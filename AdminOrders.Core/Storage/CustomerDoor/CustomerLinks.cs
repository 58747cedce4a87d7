using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage;

/// <summary>A link's token and until when it is good (UTC).</summary>
public sealed record CustomerLink(string Token, DateTimeOffset GoodUntil);

/// <summary>The order that a good token names.</summary>
public sealed record CustomerOrderName(long Key, string OrderId);

/// <summary>
/// Makes and proves the tokens by which customers come to their one order without an account. Keys lie in the store, so every server of it proves
/// what another has made, and they come and go with its backups; they are made when the first is needed.
/// </summary>
public sealed partial class CustomerLinks(IDbContextFactory<OrdersDb> factory, StoreSource source, TimeProvider time, ILogger<CustomerLinks> logger)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(30);

    // What a token with an unheard-of key or order is compared with, so that it takes as long as any other.
    private static readonly byte[] Nothing = new byte[CustomerLinkToken.SecretLength];

    /// <summary>A new link to the order; null: there is no such order. Links that were made before stay good.</summary>
    public async Task<CustomerLink?> Make(string orderId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var order = await db.Orders.AsNoTracking().Where(order => order.OrderId == orderId)
            .Select(order => new { order.Key, order.OrderId, order.CustomerEmail }).SingleOrDefaultAsync(cancellationToken);
        if (order is null)
        {
            return null;
        }

        var key = await Newest(db, cancellationToken) ?? await Draw(db, TimeSpan.Zero, onlyIfNone: true, cancellationToken);
        var until = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + GoodFor).ToUnixTimeSeconds());
        return new(new CustomerLinkToken(key.Number, order.Key, until).Sign(key.Secret, order.OrderId, order.CustomerEmail), until);
    }

    /// <summary>
    /// The order that the token names; null: it is not good, for whatever reason: altered, made up, run out, of a key that is not good any more,
    /// of an order that is not here, or made for another e-mail address than the order has now.
    /// </summary>
    public async Task<CustomerOrderName?> Find(string text, CancellationToken cancellationToken = default)
    {
        if (!CustomerLinkToken.TryRead(text, out var token, out var signature))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var key = await db.CustomerLinkKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Number == token.KeyNumber, cancellationToken);
        var order = await db.Orders.AsNoTracking().Where(order => order.Key == token.OrderKey)
            .Select(order => new { order.Key, order.OrderId, order.CustomerEmail }).SingleOrDefaultAsync(cancellationToken);
        var isSigned = token.IsSigned(signature, key?.Secret ?? Nothing, order?.OrderId ?? "", order?.CustomerEmail ?? "");
        var now = time.GetUtcNow();
        var isGood = isSigned && key is not null && now < token.ExpiresAt && (key.GoodUntil is not { } until || now < Ticks.From(until));
        return isGood && order is not null ? new(order.Key, order.OrderId) : null;
    }

    /// <summary>Makes a new key, which signs from now on.</summary>
    /// <param name="atOnce">True: no link that was made before is good any more. False: each stays good as long as it says.</param>
    public async Task Rotate(bool atOnce, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var key = await Draw(db, atOnce ? TimeSpan.Zero : GoodFor, onlyIfNone: false, cancellationToken);
        LogRotated(logger, key.Number, atOnce ? "ended" : "stay good as long as they say");
    }

    /// <summary>When the key that signs was made (UTC); null: none has been needed yet.</summary>
    public async Task<DateTimeOffset?> KeyMadeAt(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Newest(db, cancellationToken) is { } key ? Ticks.From(key.CreatedAt) : null;
    }

    [LoggerMessage(LogLevel.Information, "Key {Number} signs customer links from now on; links that were made before {Fate}.")]
    private static partial void LogRotated(ILogger logger, int number, string fate);

    private static Task<CustomerLinkKeyRow?> Newest(OrdersDb db, CancellationToken cancellationToken) =>
        db.CustomerLinkKeys.AsNoTracking().OrderByDescending(key => key.Number).FirstOrDefaultAsync(cancellationToken);

    // Under the store's lock: of two servers that need the first key at once, the second finds that of the first.
    private async Task<CustomerLinkKeyRow> Draw(OrdersDb db, TimeSpan overlap, bool onlyIfNone, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        source.LockSetup(transaction.GetDbTransaction());
        var newest = await Newest(db, cancellationToken);
        if (onlyIfNone && newest is not null)
        {
            return newest;
        }

        var now = time.GetUtcNow();
        var until = Ticks.Of(now + overlap);
        await db.CustomerLinkKeys.Where(key => key.GoodUntil == null || key.GoodUntil > until)
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.GoodUntil, until), cancellationToken);
        var key = new CustomerLinkKeyRow
        {
            Number = (newest?.Number ?? 0) + 1,
            Secret = RandomNumberGenerator.GetBytes(CustomerLinkToken.SecretLength),
            CreatedAt = Ticks.Of(now),
        };
        db.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return key;
    }
}
