using System.Diagnostics;

namespace AdminOrders.Bench.Growth;

/// <summary>Microseconds of one work: the middle one, and those that all but five and all but one of a hundred stay below.</summary>
internal sealed record Timing(double P50, double P95, double P99)
{
    public static Timing Of(IEnumerable<double> microseconds)
    {
        var sorted = microseconds.Order().ToArray();
        return new(sorted[sorted.Length / 2], sorted[sorted.Length * 95 / 100], sorted[sorted.Length * 99 / 100]);
    }
}

/// <summary>One line of the table.</summary>
/// <param name="Work">The same text at every size.</param>
internal sealed record Measurement(string Work, int Orders, Timing Ours, Timing Raw)
{
    /// <summary>How many times the raw loop's cost.</summary>
    public double Ratio => Ours.P50 / Raw.P50;

    /// <summary>
    /// Both sides take turns, so that whatever else the machine does meets both, and each is first every other time: who comes second finds
    /// what was read in memory. The first tenth warms up.
    /// </summary>
    /// <param name="ours">The place's number in, so that both sides read the same.</param>
    public static async Task<Measurement> Take(string work, int orders, int times, Func<int, Task> ours, Action<int> raw)
    {
        List<double> own = [], floor = [];
        for (var time = 0; time < times + (times / 10); time++)
        {
            if (time % 2 == 0)
            {
                own.Add(await Microseconds(() => ours(time)));
            }

            floor.Add(await Microseconds(() => Now(() => raw(time))));
            if (time % 2 == 1)
            {
                own.Add(await Microseconds(() => ours(time)));
            }
        }

        return new(work, orders, Timing.Of(own.TakeLast(times)), Timing.Of(floor.TakeLast(times)));
    }

    public static async Task<double> Microseconds(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static Task Now(Action work)
    {
        work();
        return Task.CompletedTask;
    }
}
