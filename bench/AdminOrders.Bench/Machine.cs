namespace AdminOrders.Bench;

/// <summary>What the benchmarks run on.</summary>
internal static class Machine
{
    /// <summary>How many threads of all programs wanted a core in the last minute: figures of a busy machine say less.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
