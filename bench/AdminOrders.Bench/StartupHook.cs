using System.Diagnostics.Metrics;
using System.IO.MemoryMappedFiles;

/// <summary>
/// Lies in the application's process where <c>DOTNET_STARTUP_HOOKS</c> names this program, and writes how often the store was read into the first eight bytes of
/// the file that <see cref="FileSetting"/> names. The runtime finds it by this name, outside every namespace.
/// </summary>
#pragma warning disable MA0047 // The runtime wants it so.
internal static class StartupHook
#pragma warning restore MA0047
{
    public const string FileSetting = "ADMINORDERS_BENCH_READS";

    private static readonly MeterListener Listener = new();
    private static MemoryMappedViewAccessor? file;
    private static long reads;

    public static void Initialize()
    {
        file = MemoryMappedFile.CreateFromFile(Environment.GetEnvironmentVariable(FileSetting)!, FileMode.Open).CreateViewAccessor(0, sizeof(long));
        Listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "adminorders.store.reads")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        Listener.SetMeasurementEventCallback<long>((_, more, _, _) => file.Write(0, Interlocked.Add(ref reads, more)));
        Listener.Start();
    }
}
