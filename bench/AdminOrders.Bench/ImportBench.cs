using System.Diagnostics;
using System.Globalization;
using AdminOrders.Core.Sample;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Copying;

namespace AdminOrders.Bench;

/// <summary>A file of documents into an empty store, and that store into another one. The file is made before.</summary>
internal static class ImportBench
{
    private const double LeastPerSecond = 5_000;

    /// <summary>0 where both take at least 5,000 orders a second, else 1.</summary>
    public static async Task<int> Run(int orders)
    {
        var folder = Directory.CreateTempSubdirectory("adminorders-import-").FullName;
        try
        {
            var file = Path.Combine(folder, "orders.ndjson");
            await Make(file, orders);
            await using var store = await BenchStore.Open(Path.Combine(folder, "imported.db"));
            var imported = await Measure("import", orders, new FileInfo(file).Length, () => Import(store, file));
            await using var target = StoreSource.Recognize($"Data Source={Path.Combine(folder, "copied.db")}", folder);
            var copied = await Measure("copy, compared row by row", orders, null, () => Copy(store.Source, target));
            return imported >= LeastPerSecond && copied >= LeastPerSecond ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Make(string file, int orders)
    {
        await using var documents = OrderDocuments.Open(orders, seed: 1, DateOnly.FromDateTime(DateTime.UtcNow));
        await using var written = File.Create(file);
        await documents.CopyToAsync(written);
    }

    private static async Task<long> Import(BenchStore store, string file)
    {
        await using var documents = File.OpenRead(file);
        return (await store.Import.Run(documents, BenchStore.Importer)).Imported;
    }

    private static async Task<long> Copy(StoreSource from, StoreSource to) =>
        await new StoreCopy(from, to, TimeProvider.System).Run() is Copied copied ? copied.Orders : 0;

    private static async Task<double> Measure(string work, int orders, long? bytes, Func<Task<long>> run)
    {
        using var process = Process.GetCurrentProcess();
        var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var done = await run();
        if (done != orders)
        {
            throw new InvalidOperationException($"{work}: {done} of {orders} orders.");
        }

        process.Refresh();
        var perSecond = orders / watch.Elapsed.TotalSeconds;
        var processor = (process.TotalProcessorTime - before).TotalMicroseconds / orders;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{work}: {orders:N0} orders{(bytes is { } size ? $" of {size / orders:N0} bytes" : "")}, {perSecond:N0} a second, {processor:N0} µs of processor time each, resident at most {process.PeakWorkingSet64 / 1_000_000:N0} MB"));
        return perSecond;
    }
}
