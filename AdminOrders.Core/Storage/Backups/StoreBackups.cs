namespace AdminOrders.Core.Storage.Backups;

/// <summary>Backups of a store that lies on an engine without a tool of its own for that.</summary>
public abstract class StoreBackups
{
    /// <summary>
    /// Saves the store, as it is at one moment, to a file that holds everything; nobody who works on the store waits. The file has its name only once it
    /// is whole and checked, and only its owner reads it.
    /// </summary>
    /// <param name="file">Absolute.</param>
    /// <exception cref="IOException">There is such a file and it may not be replaced, or the disk is full.</exception>
    public abstract BackupContent Save(string file, BackupTarget target, IProgress<int>? percent = null, CancellationToken cancellationToken = default);

    /// <summary>What the store holds now.</summary>
    public abstract BackupContent Current();

    /// <summary>What the backup holds.</summary>
    /// <exception cref="StoreUnusableException">The file is not a whole store that this version can take.</exception>
    public abstract BackupContent Read(string file);

    /// <summary>
    /// Replaces the store by the backup in one commit, while servers work on it: who reads sees the old store or the new one, who writes waits. The backup's
    /// schema is brought up to date first. What was in the store stays beside it in a file of its own.
    /// </summary>
    /// <exception cref="StoreUnusableException">The file is not a whole store that this version can take; the store is as it was.</exception>
    public abstract Task<Restored> Restore(string file, IProgress<int>? percent = null, CancellationToken cancellationToken = default);
}

/// <summary>Whether a backup may take the place of a file.</summary>
public enum BackupTarget
{
    New,
    MayBeReplaced,
}

/// <summary>What lies in a store file.</summary>
/// <param name="Bytes">The file's size.</param>
/// <param name="Position">Of the last row of the history; 0: there is none.</param>
/// <param name="Users">Accounts that may sign in.</param>
public sealed record BackupContent(long Bytes, long Orders, long HistoryRows, long Position, long Users)
{
    /// <summary>Nobody would miss it.</summary>
    public bool IsEmpty => Position == 0 && Users == 0;
}

/// <summary>A store that was replaced.</summary>
/// <param name="Content">What is in it now.</param>
/// <param name="KeptFile">Where what was in it lies; null: it was empty.</param>
/// <param name="ContinuesBehind">New rows of the history come behind this position.</param>
public sealed record Restored(BackupContent Content, string? KeptFile, long ContinuesBehind);
