using System.Diagnostics;
using System.Diagnostics.Metrics;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench;

/// <summary>
/// Cancellations per second through <see cref="OrderWorkflow.Send"/> beside a raw loop that writes the same rows with the same bytes in the
/// same groups: prepared statements on one connection, the same pragmas, no rule, no read, no hash.
/// </summary>
internal static class CancelBench
{
    private const double Least = 0.4;
    /// <summary>Prints the figures; 0 where every ratio is at least 0.4, else 1.</summary>
    /// <param name="slices">Both sides take turns so many times, so that what else the machine does meets both.</param>
    /// <param name="size">Orders in a slice.</param>
    public static async Task<int> Run(int slices, int size)
    {
        var folder = Directory.CreateTempSubdirectory("adminorders-bench-").FullName;
        try
        {
            var filled = Path.Combine(folder, "filled.db");
            await using (var store = await BenchStore.Open(filled))
            {
                await store.Fill((slices + 1) * size);
            }

            var ratios = new[] { await Compare(filled, callers: 1, slices, size), await Compare(filled, callers: 32, slices, size) };
            return ratios.All(ratio => ratio >= Least) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> Compare(string filled, int callers, int slices, int size)
    {
        await using var store = await BenchStore.OpenCopy(filled, $"{filled}-send-{callers}");
        await using var copy = await BenchStore.OpenCopy(filled, $"{filled}-raw-{callers}");
        using var raw = new RawLoop(copy.Source);
        var groups = new List<int>();
        using var listener = Listen(groups);
        var (sends, raws, commands) = (new List<double>(), new List<double>(), new List<double>());
        for (var slice = 0; slice <= slices; slice++)
        {
            groups.Clear();
            var (from, to) = (slice * size, (slice + 1) * size);
            sends.Add(size / (await Send(store, from, to, callers)).TotalSeconds);
            raws.Add(size / raw.Run(WrittenRows.Of(store.Source, from, to), groups).TotalSeconds);
            commands.Add(groups.Average());
        }

        return Print(callers, [.. sends.Skip(1)], [.. raws.Skip(1)], commands.Skip(1).Average());
    }

    // The first slice warms up. Medians: a slice that met a checkpoint or another program does not count more than the others.
    private static double Print(int callers, double[] sends, double[] raws, double commands)
    {
        var ratio = Median([.. sends.Zip(raws, (send, raw) => send / raw)]);
        Console.WriteLine(FormattableString.Invariant(
            $"{callers,2} callers: Send {Median(sends),8:N0}/s   raw {Median(raws),8:N0}/s   ratio {ratio:0.00}   ({commands:0.0} commands a commit, medians of {sends.Length})"));
        return ratio;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private static async Task<TimeSpan> Send(BenchStore store, int from, int to, int callers)
    {
        var next = from - 1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number < to; number = Interlocked.Increment(ref next))
            {
                await store.Cancel(BenchStore.Id(number));
            }
        })));
        return watch.Elapsed;
    }

    private static MeterListener Listen(List<int> groups)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == StorageMeter.CommitCommands)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, commands, _, _) => groups.Add(commands));
        listener.Start();
        return listener;
    }
}
