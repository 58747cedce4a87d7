using System.Diagnostics;

namespace AdminOrders.Trials.Races;

/// <summary>
/// The clock of both parties: the real one, put forward at each round to the round's own instant, so that a deadline of that round passes while
/// they race. It shows the same to both, because both know when the barrier opened.
/// </summary>
internal sealed class RoundClock : TimeProvider
{
    /// <summary>So far lie rounds apart.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private long utcTicks;
    private long openedAt = Stopwatch.GetTimestamp();

    /// <summary>What the clock shows when the other party of the round begins.</summary>
    public static DateTimeOffset Due(DateTimeOffset beginning, int round) => beginning + (Between * (round + 1));

    public override DateTimeOffset GetUtcNow() =>
        new DateTimeOffset(Interlocked.Read(ref utcTicks), TimeSpan.Zero) + Stopwatch.GetElapsedTime(Interlocked.Read(ref openedAt));

    public void Set(DateTimeOffset opening, long timestamp)
    {
        Interlocked.Exchange(ref openedAt, timestamp);
        Interlocked.Exchange(ref utcTicks, opening.UtcTicks);
    }
}
