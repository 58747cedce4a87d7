using System.Diagnostics;
using System.IO.MemoryMappedFiles;

namespace AdminOrders.Trials.Races;

/// <summary>
/// Memory that both parties of a race share: who has arrived at the barrier, when it opens, and by how much one of them begins later so that
/// neither wins for the way the machine runs them. Instants are ticks of <see cref="Stopwatch"/>, which one machine's processes share.
/// </summary>
internal sealed class Arena : IDisposable
{
    /// <summary>Bytes of the file behind it.</summary>
    public const int Size = 4096;

    // A cache line for each, so that waiting for one does not slow down the other.
    private const int Line = 64;
    private const int OpensAtLine = 2 * Line;
    private const int OpenRoundLine = 3 * Line;
    private const int HeadStartLine = 4 * Line;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Notice = TimeSpan.FromMicroseconds(50);
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor memory;

    public Arena(string path)
    {
        file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, Size);
        memory = file.CreateViewAccessor();
    }

    /// <summary>How much later the first party begins than the other; below zero: the other begins later. It outlives a round.</summary>
    public TimeSpan Handicap
    {
        get => TimeSpan.FromTicks(Read(HeadStartLine));
        set => Write(HeadStartLine, value.Ticks);
    }

    /// <summary>Says that the party is there, waits for the other, and returns when the barrier opens for both: an instant just ahead.</summary>
    /// <exception cref="TimeoutException">The other did not come.</exception>
    public long Meet(Corner corner, long round)
    {
        var other = corner is Corner.One ? Corner.Other : Corner.One;
        Write((int)corner * Line, round);
        Wait(() => Read((int)other * Line) >= round);
        if (corner is Corner.Other)
        {
            Wait(() => Read(OpenRoundLine) >= round);
            return Read(OpensAtLine);
        }

        var opensAt = Stopwatch.GetTimestamp() + TicksOf(Notice);
        Write(OpensAtLine, opensAt);
        Write(OpenRoundLine, round);
        return opensAt;
    }

    /// <summary>Returns at that instant, not by a timer's pace.</summary>
    public static void WaitUntil(long timestamp)
    {
        var spin = default(SpinWait);
        while (Stopwatch.GetTimestamp() < timestamp)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }

    public static long TicksOf(TimeSpan span) => (long)(span.TotalSeconds * Stopwatch.Frequency);

    public void Dispose()
    {
        memory.Dispose();
        file.Dispose();
    }

    private static void Wait(Func<bool> done)
    {
        var began = Stopwatch.GetTimestamp();
        var spin = default(SpinWait);
        while (!done())
        {
            spin.SpinOnce(sleep1Threshold: -1);
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException("The other party did not come to the barrier.");
            }
        }
    }

    private long Read(int at)
    {
        Interlocked.MemoryBarrier();
        return memory.ReadInt64(at);
    }

    private void Write(int at, long value)
    {
        memory.Write(at, value);
        Interlocked.MemoryBarrier();
    }
}

/// <summary>The two places in a race.</summary>
internal enum Corner
{
    One,
    Other,
}
