using Microsoft.Extensions.Options;

namespace AdminOrders.Web.Api.Limits;

/// <summary>
/// How many requests a minute this server answers for the account, and for each credential of it. A credential may take what the others leave;
/// one that stays within its equal share of the limit is never turned away, however much another has taken before it.
/// </summary>
internal sealed class ApiLimits(IOptions<ApiLimitSettings> settings, TimeProvider time)
{
    private readonly int limit = settings.Value.RequestsPerMinute;
    private readonly Lock counting = new();
    private readonly MinuteCount account = new();
    private readonly Dictionary<string, MinuteCount> byCredential = new(StringComparer.Ordinal);
    private readonly long start = time.GetTimestamp();
    private long cleanedAt;

    /// <summary>Counts a request and answers null, or says in how many seconds (1 to 60) the credential may ask again.</summary>
    public int? SecondsToWait(string credential)
    {
        if (limit <= 0)
        {
            return null;
        }

        var now = (long)time.GetElapsedTime(start).TotalSeconds;
        lock (counting)
        {
            Clean(now);
            account.GoTo(now);
            var own = Of(credential, now);
            var share = Math.Max(1, limit / byCredential.Count);
            if (account.Total >= limit && own.Total >= share)
            {
                return Math.Min(own.SecondsUntilBelow(share), account.SecondsUntilBelow(limit));
            }

            own.Add();
            account.Add();
            return null;
        }
    }

    private MinuteCount Of(string credential, long now)
    {
        if (!byCredential.TryGetValue(credential, out var own))
        {
            byCredential[credential] = own = new();
        }

        own.GoTo(now);
        return own;
    }

    // Who has not asked for a minute has no share.
    private void Clean(long now)
    {
        if (now == cleanedAt)
        {
            return;
        }

        cleanedAt = now;
        foreach (var (credential, own) in byCredential.ToArray())
        {
            own.GoTo(now);
            if (own.Total == 0)
            {
                byCredential.Remove(credential);
            }
        }
    }
}
