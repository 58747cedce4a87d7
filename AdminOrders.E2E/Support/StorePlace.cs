namespace AdminOrders.E2E.Support;

/// <summary>Where servers of a run keep their store: a folder of their own, deleted with it.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Settings">What a server that opens the store is told.</param>
internal sealed record StorePlace(string Folder, IReadOnlyDictionary<string, string> Settings) : IDisposable
{
    /// <summary>An SQLite file.</summary>
    public static StorePlace NewFile()
    {
        var folder = Directory.CreateTempSubdirectory("adminorders-e2e-").FullName;
        return new(folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder, "orders.db")}" });
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
