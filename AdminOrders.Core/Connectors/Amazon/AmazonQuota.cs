using AdminOrders.Core.Effects;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>
/// What is left of an operation's quota: a bucket of calls that fills evenly. It never waits; it says when the next call is possible. Several processes on
/// one account each have one, so Amazon's own word (429) counts more: it empties the bucket, and pauses that grow follow until a call goes through.
/// </summary>
/// <param name="usualRate">Calls a second, by Amazon's usage plan.</param>
/// <param name="burst">How many the bucket holds.</param>
internal sealed class AmazonQuota(double usualRate, int burst, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private double rate = usualRate;
    private double left = burst;
    private DateTimeOffset filledAt = time.GetUtcNow();
    private DateTimeOffset pausedUntil = DateTimeOffset.MinValue;
    private int failures;

    /// <summary>What is left now, for people.</summary>
    public AmazonQuotaState State
    {
        get
        {
            lock (gate)
            {
                Fill();
                return new((int)left, burst, rate, Next());
            }
        }
    }

    /// <summary>Takes a call out of the bucket. Null: it may be made; else when one can be.</summary>
    public DateTimeOffset? Take()
    {
        lock (gate)
        {
            Fill();
            if (Next() is var next && next > filledAt)
            {
                return next;
            }

            left--;
            return null;
        }
    }

    /// <summary>A call went through.</summary>
    /// <param name="told">The calls a second that Amazon grants this account; null: it did not say.</param>
    public void Succeed(double? told)
    {
        lock (gate)
        {
            Learn(told);
            failures = 0;
        }
    }

    /// <summary>Amazon had no quota left (429).</summary>
    /// <param name="pause">As Amazon asked for; null: it did not say.</param>
    /// <returns>When the next call is possible.</returns>
    public DateTimeOffset Exhaust(double? told, TimeSpan? pause)
    {
        lock (gate)
        {
            Learn(told);
            left = 0;
            return Pause(pause ?? TimeSpan.Zero);
        }
    }

    /// <summary>A call did not come through or met trouble over there.</summary>
    /// <param name="pause">As Amazon asked for; null: it did not say.</param>
    /// <returns>When the next call is possible.</returns>
    public DateTimeOffset Fail(double? told, TimeSpan? pause = null)
    {
        lock (gate)
        {
            Learn(told);
            return Pause(pause ?? TimeSpan.Zero);
        }
    }

    private DateTimeOffset Pause(TimeSpan atLeast)
    {
        // Calls that fail side by side are one trouble.
        failures += filledAt >= pausedUntil ? 1 : 0;
        var grown = TimeSpan.FromTicks(Math.Min(Backoff.After(failures).Ticks, LongestPause.Ticks));
        pausedUntil = filledAt + (grown > atLeast ? grown : atLeast);
        return Next();
    }

    // What came in meanwhile came at the old rate.
    private void Learn(double? told)
    {
        Fill();
        rate = told ?? rate;
    }

    private void Fill()
    {
        var now = time.GetUtcNow();
        left = Math.Min(burst, left + (Math.Max(0, (now - filledAt).TotalSeconds) * rate));
        filledAt = now;
    }

    private DateTimeOffset Next()
    {
        var filled = left >= 1 ? filledAt : filledAt + TimeSpan.FromSeconds((1 - left) / rate);
        return filled > pausedUntil ? filled : pausedUntil;
    }
}

/// <param name="Left">Calls that may be made at once.</param>
/// <param name="Burst">As many as there can be.</param>
/// <param name="Rate">Calls a second that come in again.</param>
/// <param name="NextAt">When the next call is possible; now or before: at once.</param>
internal sealed record AmazonQuotaState(int Left, int Burst, double Rate, DateTimeOffset NextAt);
