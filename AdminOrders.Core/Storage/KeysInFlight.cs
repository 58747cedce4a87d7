using System.Collections.Concurrent;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>The idempotency keys whose first call has no answer yet, in this process: a crash leaves none behind.</summary>
internal sealed class KeysInFlight
{
    private readonly ConcurrentDictionary<(string Credential, string Key), string> fingerprints = new();

    /// <summary>Null: the call goes on, and <see cref="End"/> follows its answer. Else why not.</summary>
    public Refused? Begin(Post post)
    {
        if (post.Key is not { } key || fingerprints.TryAdd((post.Credential, key.Value), key.Fingerprint))
        {
            return null;
        }

        var same = !fingerprints.TryGetValue((post.Credential, key.Value), out var first) || first == key.Fingerprint;
        return new(same ? Refusal.IdempotencyKeyInFlight : Refusal.IdempotencyKeyReused);
    }

    public void End(Post post)
    {
        if (post.Key is { } key)
        {
            fingerprints.TryRemove((post.Credential, key.Value), out _);
        }
    }
}
