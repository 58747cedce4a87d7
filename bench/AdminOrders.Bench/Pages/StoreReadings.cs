using System.IO.MemoryMappedFiles;

namespace AdminOrders.Bench.Pages;

/// <summary>How often a server has read its store: it counts, and writes the count into a file that both have in their memory; see <see cref="StartupHook"/>.</summary>
internal sealed class StoreReadings : IDisposable
{
    private readonly string file;
    private readonly MemoryMappedFile shared;
    private readonly MemoryMappedViewAccessor count;

    /// <param name="folder">Where the file is made.</param>
    public StoreReadings(string folder)
    {
        file = Path.Combine(folder, "reads");
        File.WriteAllBytes(file, new byte[sizeof(long)]);
        shared = MemoryMappedFile.CreateFromFile(file, FileMode.Open);
        count = shared.CreateViewAccessor(0, sizeof(long));
    }

    /// <summary>What the server's environment needs for it.</summary>
    public (string Name, string Value)[] Settings =>
        [("DOTNET_STARTUP_HOOKS", Path.Combine(AppContext.BaseDirectory, "AdminOrders.Bench.dll")), (StartupHook.FileSetting, file)];

    /// <summary>Statements that were asked for rows, so far.</summary>
    public long Count => count.ReadInt64(0);

    public void Dispose()
    {
        count.Dispose();
        shared.Dispose();
    }
}
