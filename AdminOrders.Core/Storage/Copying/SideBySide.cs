namespace AdminOrders.Core.Storage.Copying;

/// <summary>Works on several threads at once.</summary>
internal static class SideBySide
{
    /// <summary>Does the work for each item and returns when all is done. Throws what the first one threw that failed, as it is.</summary>
    public static void Run<TItem>(IEnumerable<TItem> items, int most, Action<TItem> work, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = most, CancellationToken = cancellationToken },
            (item, _) =>
            {
                work(item);
                return ValueTask.CompletedTask;
            }).GetAwaiter().GetResult();
}
