namespace AdminOrders.Web.Shell;

/// <summary>
/// Gives memory back that nobody uses any more. The collector works while much is allocated; what a start, a rush of pages or a long export leaves behind would stay until the next one.
/// So it is collected once the process rests, as often as it has allocated what it holds: whoever comes just then waits a moment.
/// </summary>
internal sealed class SpareMemory(TimeProvider time) : BackgroundService
{
    /// <summary>Less is not worth it, in bytes.</summary>
    public const long Least = 16 * 1024 * 1024;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(3);

    /// <summary>Whether the process rests and may hold much that nobody uses.</summary>
    /// <param name="worked">Of a processor, since the last look.</param>
    /// <param name="allocated">Bytes since memory was last given back.</param>
    /// <param name="held">Bytes that were in use then.</param>
    public static bool IsTime(TimeSpan worked, long allocated, long held) => worked < BetweenLooks / 20 && allocated >= Math.Max(Least, held);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(BetweenLooks, time);
        var (worked, allocated, held) = (Environment.CpuUsage.TotalTime, 0L, 0L);
        while (await looks.WaitForNextTickAsync(stoppingToken))
        {
            var before = worked;
            worked = Environment.CpuUsage.TotalTime;
            if (IsTime(worked - before, GC.GetTotalAllocatedBytes() - allocated, held))
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                (worked, allocated, held) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), GC.GetTotalMemory(forceFullCollection: false));
            }
        }
    }
}
