using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>
/// SQLite's own copy of a database, page by page. From the first page on the target is locked for other writers, and its readers see what it was;
/// <see cref="Dispose"/> commits a whole copy and undoes a part of one.
/// </summary>
internal sealed class SqlitePageCopy : IDisposable
{
    private const string Main = "main";
    private const int PagesAtOnce = 2_048;
    private readonly SqliteFile target;
    private readonly sqlite3_backup copy;

    public SqlitePageCopy(SqliteFile source, SqliteFile target)
    {
        this.target = target;
        copy = raw.sqlite3_backup_init(target.Engine, Main, source.Engine, Main);
        if (copy.IsInvalid)
        {
            throw new SqliteException(target.Words, raw.sqlite3_errcode(target.Engine));
        }
    }

    /// <summary>Copies the first page: now nobody else writes to the target.</summary>
    public void Begin() => Step(1);

    /// <summary>Copies the rest.</summary>
    public void Run(IProgress<int>? percent, CancellationToken cancellationToken)
    {
        while (!Step(PagesAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (left, all) = (raw.sqlite3_backup_remaining(copy), Math.Max(1, raw.sqlite3_backup_pagecount(copy)));
            percent?.Report((int)(100L * (all - left) / all));
        }
    }

    public void Dispose() => copy.Dispose();

    private bool Step(int pages)
    {
        var result = raw.sqlite3_backup_step(copy, pages);
        return result is raw.SQLITE_DONE || (result is raw.SQLITE_OK ? false : throw new SqliteException(target.Words, result));
    }
}
