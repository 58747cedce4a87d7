using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>An answer that is kept for the repetition of its call.</summary>
internal sealed record KeptAnswer(string Fingerprint, EarlierAnswer? Receipt);

/// <summary>
/// What clients of the API posted, inside the writer's transaction: their earlier calls to cancel, and the answers that are kept for
/// their idempotency keys. Commands that are no such call cost nothing here.
/// </summary>
internal sealed class PostLedger(StoreReads reads, StoreWrites writes, AnsweredPosts answered)
{
    private static readonly SqlRead Earlier = new(
        """
        SELECT p."IdempotencyKey", p."PostId", p."Number" FROM "CancelPosts" p JOIN "Orders" o ON o."Key" = p."OrderKey"
        WHERE o."OrderId" = @OrderId AND p."Credential" = @Credential
        """);

    private static readonly SqlRead Answer = new(
        """
        SELECT "Fingerprint", "At", "Receipt", "ReceiptAt" FROM "KeptAnswers" WHERE "Credential" = @Credential AND "IdempotencyKey" = @IdempotencyKey
        """);

    private readonly Dictionary<string, PostRecord> ahead = new(StringComparer.Ordinal);
    private readonly HashSet<string> waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);

    private readonly SqlWrite post = writes.Add(
        """
        INSERT INTO "CancelPosts" ("OrderKey", "Credential", "IdempotencyKey", "PostId", "Number")
        VALUES (@OrderKey, @Credential, @IdempotencyKey, @PostId, @Number)
        ON CONFLICT ("OrderKey", "Credential", "IdempotencyKey") DO UPDATE SET "PostId" = excluded."PostId", "Number" = excluded."Number"
        """);

    private readonly SqlWrite answer = writes.Add(
        """
        INSERT INTO "KeptAnswers" ("Credential", "IdempotencyKey", "Fingerprint", "At", "Receipt", "ReceiptAt")
        VALUES (@Credential, @IdempotencyKey, @Fingerprint, @At, @Receipt, @ReceiptAt)
        ON CONFLICT ("Credential", "IdempotencyKey") DO UPDATE SET "Fingerprint" = excluded."Fingerprint", "At" = excluded."At",
            "Receipt" = excluded."Receipt", "ReceiptAt" = excluded."ReceiptAt"
        """);

    /// <summary>What has to be locked besides the orders, so that one key is not used on two orders at once.</summary>
    public static IEnumerable<string> LocksOf(IEnumerable<OrderRequest> requests) =>
        requests.Select(request => request.Post).OfType<Post>().Where(sent => sent.Key is not null).Select(sent => $"\0{sent.Credential}\0{sent.Key!.Value}");

    /// <summary>Forgets what it knew, and asks for all of them; the answers are there after the next <see cref="StoreReads.Finish"/>.</summary>
    public void AskAhead(IEnumerable<OrderRequest> requests)
    {
        foreach (var request in requests.Where(request => request.Post is not null))
        {
            ahead[request.Post!.Id] = Ask(reads, request.OrderId, request.Post, request.Command is Cancel);
        }
    }

    /// <summary>What is known before the call is decided.</summary>
    public PostRecord Of(string orderId, Post sent, OrderCommand command)
    {
        if (ahead.Remove(sent.Id, out var asked) && !changed.Contains(orderId))
        {
            return asked;
        }

        var record = Ask(reads, orderId, sent, command is Cancel);
        reads.Finish();
        return record;
    }

    /// <summary>What the record says of earlier calls to cancel.</summary>
    public EarlierPosts EarlierOf(PostRecord record, Post sent) => record.Earlier(sent, answered);

    /// <summary>What is known of a call to cancel that is not made, only asked about.</summary>
    public static PostRecord Read(StoreReads reads, string orderId, Post sent)
    {
        var record = Ask(reads, orderId, sent, isCancel: true);
        reads.Finish();
        return record;
    }

    /// <summary>Keeps that the credential posted cancel, with the next flush.</summary>
    public void Add(long orderKey, string orderId, Post sent, PostRecord record)
    {
        var number = record.Posts.Count == 0 ? 1 : record.Posts.Max(known => known.Number) + 1;
        post.Later(orderKey, sent.Credential, sent.Key?.Value ?? "", sent.Id, number);
        waiting.Add(orderId);
        changed.Add(orderId);
    }

    /// <summary>Keeps the answer for the call's idempotency key, with the next flush.</summary>
    public void Keep(Post sent, EarlierAnswer? receipt, DateTimeOffset at)
    {
        if (sent.Key is { } key)
        {
            answer.Later(sent.Credential, key.Value, key.Fingerprint, Ticks.Of(at), receipt?.Receipt, Ticks.Of(receipt?.At));
        }
    }

    /// <summary>Whether a call on the order waits to be flushed.</summary>
    public bool IsWaiting(string orderId) => waiting.Contains(orderId);

    public void Flushed() => waiting.Clear();

    /// <summary>A new transaction, or none of the old one's rows stay.</summary>
    public void Clear()
    {
        ahead.Clear();
        waiting.Clear();
        changed.Clear();
    }

    private static PostRecord Ask(StoreReads reads, string orderId, Post sent, bool isCancel)
    {
        var record = new PostRecord();
        if (isCancel)
        {
            reads.Ask(Earlier, [orderId, sent.Credential], rows => ReadPosts(rows, record));
        }

        if (sent.Key is { } key)
        {
            reads.Ask(Answer, [sent.Credential, key.Value], rows => ReadAnswer(rows, record));
        }

        return record;
    }

    private static void ReadPosts(DbDataReader rows, PostRecord record)
    {
        while (rows.Read())
        {
            record.Posts.Add(new(rows.GetString(0), rows.GetString(1), rows.GetInt32(2)));
        }
    }

    private static void ReadAnswer(DbDataReader rows, PostRecord record)
    {
        if (rows.Read())
        {
            var receipt = rows.IsDBNull(2) ? null : new EarlierAnswer(rows.GetString(2), Ticks.From(rows.GetInt64(3)));
            record.Answer = new(rows.GetString(0), receipt);
            record.AnsweredAt = Ticks.From(rows.GetInt64(1));
        }
    }
}

/// <summary>What the store holds of a credential's calls.</summary>
internal sealed class PostRecord
{
    public List<KnownPost> Posts { get; } = [];

    public KeptAnswer? Answer { get; set; }

    public DateTimeOffset AnsweredAt { get; set; }

    /// <summary>The answer that is still kept at this instant; null: none.</summary>
    public KeptAnswer? KeptAt(DateTimeOffset now) => Answer is not null && now < AnsweredAt + IdempotencyKey.KeptFor ? Answer : null;

    /// <summary>What it says of the earlier calls to cancel.</summary>
    public EarlierPosts Earlier(Post sent, AnsweredPosts answered) => Posts.Count == 0
        ? EarlierPosts.None
        : new(
            Any: true,
            CarriedKey: Posts.Exists(known => known.Key.Length > 0),
            UsedKey: sent.Key is { } key && Posts.Exists(known => known.Key == key.Value),
            LatestAnsweredAt: answered.At(Posts.MaxBy(known => known.Number)!.PostId));
}

/// <summary>The latest of a credential's calls to cancel that carried this key; empty: none.</summary>
internal sealed record KnownPost(string Key, string PostId, int Number);
