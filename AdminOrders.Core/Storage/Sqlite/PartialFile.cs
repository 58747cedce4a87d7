using AdminOrders.Core.Storage.Backups;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// A file that nobody but its owner reads, under a name of its own until it is whole; what is left of an attempt goes away. A process that was killed
/// leaves its file, and beside it a lock that nobody holds: by that the next attempt in the folder knows it and takes it away.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    private const string Suffix = ".partial";
    private const string LockSuffix = "-lock";
    private readonly string file;
    private readonly FileLock held;

    public PartialFile(string file)
    {
        this.file = file;
        RemoveLeft(System.IO.Path.GetDirectoryName(file)!);
        (Path, held) = Take(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        File.Open(Path, options).Dispose();
    }

    public string Path { get; }

    /// <summary>Brings it to the disk and gives it its name.</summary>
    public void Finish(BackupTarget target)
    {
        using (var written = File.Open(Path, FileMode.Open, FileAccess.ReadWrite))
        {
            written.Flush(flushToDisk: true);
        }

        File.Move(Path, file, overwrite: target is BackupTarget.MayBeReplaced);
    }

    public void Dispose()
    {
        Remove(Path);
        held.Dispose();
    }

    // Whoever clears up may hold the lock for a moment, right after its file came to be.
    private static (string Path, FileLock Held) Take(string file)
    {
        while (true)
        {
            var path = $"{file}.{Guid.NewGuid().ToString("N")[..8]}{Suffix}";
            if (FileLock.TryTake(path + LockSuffix) is { } held)
            {
                return (path, held);
            }
        }
    }

    private static void RemoveLeft(string folder)
    {
        foreach (var left in Directory.GetFiles(folder, "*" + Suffix + LockSuffix))
        {
            using var nobodys = FileLock.TryTake(left);
            if (nobodys is not null)
            {
                Remove(left[..^LockSuffix.Length]);
            }
        }
    }

    private static void Remove(string path)
    {
        foreach (var left in new[] { path, path + "-wal", path + "-shm", path + "-journal" })
        {
            File.Delete(left);
        }
    }
}
