namespace AdminOrders.Trials.Crashes;

/// <summary>So many kills over several stores, some of them side by side.</summary>
internal static class CrashRun
{
    /// <summary>Kills in a run, unless it is told otherwise.</summary>
    public const int Kills = 200;

    // A store is read as a whole after each kill: it should not grow without end.
    private const int KillsOfAStore = 25;

    /// <param name="program">The built <c>AdminOrders.Web.dll</c>.</param>
    /// <param name="site">Gives an empty place by its number, from 1.</param>
    /// <param name="atOnce">How many stores are played side by side. A database server takes processors of its own: then half of them are enough.</param>
    public static async Task<CrashFigures> Run(string program, int kills, Func<int, Task<CrashSite>> site, int atOnce, CancellationToken cancellationToken = default)
    {
        var figures = new CrashFigures();
        var stores = kills < KillsOfAStore * atOnce ? Math.Min(kills, atOnce) : kills / KillsOfAStore;
        await Parallel.ForEachAsync(
            Enumerable.Range(1, stores),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (number, token) => await new CrashLane(await site(number), program, figures).Run(Share(kills, stores, number), token));
        return figures;
    }

    private static int Share(int kills, int stores, int number) => (kills / stores) + (number <= kills % stores ? 1 : 0);
}
