namespace AdminOrders.Core.Orders;

/// <summary>One call of a client of the API: what tells its repetition from something new.</summary>
/// <param name="Id">32 hex digits, drawn for this call.</param>
/// <param name="Credential">Who calls, for example <c>key:…</c> or <c>user:…</c>.</param>
public sealed record Post(string Id, string Credential)
{
    /// <summary>What a second call to cancel means for this credential.</summary>
    public SecondCall SecondCall { get; init; } = SecondCall.Default;

    /// <summary>Null: the call carries none.</summary>
    public IdempotencyKey? Key { get; init; }
}

/// <summary>A client's name for one intention, in the scope of its credential.</summary>
/// <param name="Value">1 to 255 characters.</param>
/// <param name="Fingerprint">SHA-256 over method, path and body, hex: the same name for something else is an error.</param>
public sealed record IdempotencyKey(string Value, string Fingerprint)
{
    public const int Longest = 255;

    /// <summary>How long an answer is kept. That a key was used on an order is kept for ever.</summary>
    public static TimeSpan KeptFor { get; } = TimeSpan.FromHours(24);

    public static bool IsWellFormed(string value) => value.Length is >= 1 and <= Longest;
}

/// <summary>What is known of the earlier calls to cancel that a credential made on an order.</summary>
/// <param name="Any">It made one that was answered with success.</param>
/// <param name="CarriedKey">One of them carried an idempotency key.</param>
/// <param name="UsedKey">One of them carried the very key of this call.</param>
/// <param name="LatestAnsweredAt">When the answer to the latest one had been written completely; null: it was not, or nobody knows.</param>
public sealed record EarlierPosts(bool Any, bool CarriedKey, bool UsedKey, DateTimeOffset? LatestAnsweredAt)
{
    public static EarlierPosts None { get; } = new(Any: false, CarriedKey: false, UsedKey: false, LatestAnsweredAt: null);
}
