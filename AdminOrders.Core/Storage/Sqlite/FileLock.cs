namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>A lock between processes of this machine, on a file of its own beside what it stands for. It ends with its process; the file of one that was killed stays.</summary>
internal sealed class FileLock : IAsyncDisposable, IDisposable
{
    // How systems say that another process has a file open alone: EAGAIN on Linux, EAGAIN on macOS, ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];
    private readonly FileStream held;

    private FileLock(FileStream held) => this.held = held;

    /// <summary>Null: somebody holds it.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public static FileLock? TryTake(string path)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException busy) when (HeldByAnother.Contains(busy.HResult))
        {
            return null;
        }
    }

    public void Dispose() => held.Dispose();

    public ValueTask DisposeAsync() => held.DisposeAsync();
}
