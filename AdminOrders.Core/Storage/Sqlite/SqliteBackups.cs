using AdminOrders.Core.Storage.Backups;
using Microsoft.Data.Sqlite;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>Backups of a store file by SQLite's own copy of pages.</summary>
internal sealed class SqliteBackups(StoreFile store, TimeProvider time) : StoreBackups
{
    private readonly string path = new SqliteConnectionStringBuilder(store.ConnectionString).DataSource;

    public override BackupContent Save(string file, BackupTarget target, IProgress<int>? percent = null, CancellationToken cancellationToken = default)
    {
        if (target is BackupTarget.New && File.Exists(file))
        {
            throw new IOException($"{file} is there already.");
        }

        RefuseStores(file);
        using var partial = new PartialFile(file);
        Copy(partial.Path, percent, cancellationToken);
        var content = SqliteBackupFile.Seal(partial.Path);
        RefuseStores(file);
        partial.Finish(target);
        return content;
    }

    public override BackupContent Current() => SqliteBackupFile.Content(path);

    public override BackupContent Read(string file) => SqliteBackupFile.Read(file);

    public override async Task<Restored> Restore(string file, IProgress<int>? percent = null, CancellationToken cancellationToken = default)
    {
        SqliteBackupFile.Read(file);
        Directory.CreateDirectory(store.Folder);
        using var prepared = new PartialFile(path + ".restoring");
        Prepare(file, prepared.Path, percent, cancellationToken);
        await SqliteBackupFile.Migrate(prepared.Path, cancellationToken);
        return Replace(prepared.Path, percent);
    }

    // A log that lies beside a file belongs to it: the engine would play it into whatever has that file's name.
    private void RefuseStores(string file)
    {
        if (string.Equals(Path.GetFullPath(file), Path.GetFullPath(path), StringComparison.OrdinalIgnoreCase))
        {
            throw new IOException($"{file} is the store itself: name another file for the backup.");
        }

        if (new[] { file + "-wal", file + "-journal" }.FirstOrDefault(File.Exists) is { } log)
        {
            throw new IOException(
                $"{log} lies beside the file to be written: it belongs to a store that is in use or was not closed, and would damage the backup. Name another file.");
        }
    }

    // In the mode of a store, as who migrates it expects.
    private static void Prepare(string file, string prepared, IProgress<int>? percent, CancellationToken cancellationToken)
    {
        using var source = new SqliteFile(file, SQLitePCL.raw.SQLITE_OPEN_READONLY);
        using var target = new SqliteFile(prepared);
        using (var copy = new SqlitePageCopy(source, target))
        {
            copy.Run(percent, cancellationToken);
        }

        target.Run("PRAGMA journal_mode=WAL");
    }

    // One read transaction: the pages are those of one moment, however much is written meanwhile.
    private void Copy(string file, IProgress<int>? percent, CancellationToken cancellationToken)
    {
        using var source = new SqliteFile(path);
        using var target = new SqliteFile(file);
        SqliteWaiting.Set(source.Engine);
        source.Run("""BEGIN; SELECT "Last" FROM "Positions" """);
        target.Run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
        using var copy = new SqlitePageCopy(source, target);
        copy.Run(percent, cancellationToken);
    }

    // Once begun it is not stopped: the copy holds the lock that every writer waits for, and is committed by its last page.
    private Restored Replace(string prepared, IProgress<int>? percent)
    {
        using var source = new SqliteFile(prepared);
        using var target = new SqliteFile(path);
        SqliteWaiting.Set(target.Engine);
        target.Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
        using var copy = new SqlitePageCopy(source, target);
        copy.Begin();
        var replaced = SqliteBackupFile.Content(path);
        var kept = replaced.IsEmpty ? null : Keep();
        var behind = SqliteRestoreMark.Write(source, prepared, path, time.GetUtcNow());
        copy.Run(percent, CancellationToken.None);
        return new(SqliteBackupFile.Content(path), kept, behind);
    }

    private string Keep()
    {
        var name = $"{path}.before-restore-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}";
        var kept = Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{name}-{number}").Prepend(name).First(file => !File.Exists(file));
        Save(kept, BackupTarget.New);
        return kept;
    }
}
