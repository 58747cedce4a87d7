namespace AdminOrders.Bench;

/// <summary>Where a benchmark has its store: in a file that stays for the next run, or in a folder that goes away with what else it writes.</summary>
/// <param name="kept">The file, which is made where it is not there; null: it goes away.</param>
internal sealed class StorePlace(string? kept) : IDisposable
{
    /// <summary>Goes away.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("adminorders-bench-").FullName;

    public string File => kept ?? Path.Combine(Folder, "orders.db");

    /// <summary>Opens it. A new one gets so many orders of the product's own sample; one that was kept has what it has.</summary>
    public Task<BenchStore> OpenSample(int orders) => Open(store => store.AddSample(orders, seed: 1));

    /// <summary>Opens it. A new one gets so many rows of orders, and no more than lists read; see <see cref="ManyOrders"/>.</summary>
    public Task<BenchStore> OpenRows(int orders, params (string Column, string Sql)[] shape) => Open(async store =>
    {
        await store.Fill(1);
        ManyOrders.Insert(store.Source, orders, shape);
    });

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private async Task<BenchStore> Open(Func<BenchStore, Task> fill)
    {
        var isNew = !System.IO.File.Exists(File);
        var store = await BenchStore.Open(File);
        if (isNew)
        {
            await fill(store);
        }

        return store;
    }
}
