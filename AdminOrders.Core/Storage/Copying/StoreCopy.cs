using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Copying;

/// <summary>
/// Moves a store into an empty one, from any engine to any: everything that the source held at one moment, row by row in bounded memory, then
/// read back and compared. The source may be in use.
/// </summary>
public sealed class StoreCopy(StoreSource from, StoreSource to, TimeProvider time)
{
    private const int ReportEvery = 10_000;
    private const int ComparedAtOnce = 3;

    /// <summary>Copies and compares. An interrupted copy leaves the target marked as incomplete; another run begins from the start.</summary>
    /// <exception cref="StoreUnusableException">The target cannot be prepared (see <see cref="OrderStorage.MigrateStorage"/>), or rows in the source belong nowhere.</exception>
    public async Task<CopyResult> Run(IProgress<CopyProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (await SourceObstacle(cancellationToken) is { } obstacle)
        {
            return new NotCopied(obstacle);
        }

        await to.Migrate(cancellationToken);
        await using var alone = await to.LockCopy(cancellationToken);
        if (alone is null)
        {
            return new NotCopied(CopyObstacle.TargetInUse);
        }

        await using var connection = await from.OpenConnectionAsync(cancellationToken);
        from.AllowPauses(connection);
        await using var moment = from.BeginRead(connection);
        return await Task.Run(() => Copy(connection, moment, progress, cancellationToken), cancellationToken);
    }

    private async Task<CopyObstacle?> SourceObstacle(CancellationToken cancellationToken)
    {
        await using var db = from.CreateContext();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Count == 0)
        {
            return CopyObstacle.SourceMissing;
        }

        if (!applied.Order(StringComparer.Ordinal).SequenceEqual(db.Database.GetMigrations().Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            return CopyObstacle.SourceOtherVersion;
        }

        await using var connection = await from.OpenConnectionAsync(cancellationToken);
        return CopyMark.Read(connection) is null ? null : CopyObstacle.SourceIncomplete;
    }

    private CopyResult Copy(DbConnection source, DbTransaction moment, IProgress<CopyProgress>? progress, CancellationToken cancellationToken)
    {
        var tables = Tables();
        using var target = to.OpenConnection();
        var mark = CopyMark.Read(target);
        if (mark is null && FirstWithRows(tables, target) is { } filled)
        {
            return new NotCopied(CopyObstacle.TargetNotEmpty, filled);
        }

        using var load = to.OpenLoad();
        mark = Begin(load, target, mark, tables);
        var digests = new Dictionary<CopiedTable, TableDigest>();
        foreach (var table in tables)
        {
            try
            {
                digests.Add(table, Fill(load, table, source, moment, progress, cancellationToken));
            }
            catch (RowNotTakenException refused)
            {
                return new RowNotTaken(table.Name, KeyOf(table, refused.Row, source, moment), refused.Message);
            }
            catch (ValueOfAnotherTypeException unfit)
            {
                return new ValueOfAnotherType(table.Name, unfit.Key, unfit.Column, unfit.Found);
            }
        }

        progress?.Report(new(null, 0, IsCompared: false));
        Complete(load, source, moment, mark, tables, cancellationToken);
        if (FirstDifferent(digests, source, moment, progress, cancellationToken) is { } different)
        {
            return different;
        }

        mark.Remove(target);
        return new Copied(Position(source, moment), digests[tables.Single(table => table.Name == "Orders")].Rows, [.. digests.Select(pair => (pair.Key.Name, pair.Value))]);
    }

    private IReadOnlyList<CopiedTable> Tables()
    {
        using var source = from.CreateContext();
        using var target = to.CreateContext();
        return CopiedTable.Of(source.Model, target.Model);
    }

    // What the migrations themselves put in is not somebody's.
    private static string? FirstWithRows(IReadOnlyList<CopiedTable> tables, DbConnection target)
    {
        foreach (var table in tables.Where(table => table.Name != "Leases"))
        {
            var condition = table.Name == "Positions" ? """ WHERE "Last" > 0""" : "";
            using var any = new SqlStatement(target, $"SELECT 1 FROM \"{table.Name}\"{condition} LIMIT 1");
            if (any.Value() is not null)
            {
                return table.Name;
            }
        }

        return null;
    }

    // The mark is committed before anything is taken away, and it lists all of it.
    private CopyMark Begin(BulkLoad load, DbConnection target, CopyMark? mark, IReadOnlyList<CopiedTable> tables)
    {
        mark ??= new(time.GetUtcNow(), [.. load.Derived()]);
        mark.Write(target);
        foreach (var derived in mark.TakenAway.Reverse())
        {
            load.Run(derived.Drop);
        }

        foreach (var table in tables)
        {
            load.Clear(table);
        }

        return mark;
    }

    private static long Position(DbConnection source, DbTransaction moment)
    {
        using var last = new SqlStatement(source, """SELECT "Last" FROM "Positions" WHERE "Id" = 1""");
        last.Enlist(moment);
        return Convert.ToInt64(last.Value(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static TableDigest Fill(
        BulkLoad load, CopiedTable table, DbConnection source, DbTransaction moment, IProgress<CopyProgress>? progress, CancellationToken cancellationToken)
    {
        using var digest = new RowDigest();
        using var rows = new TableRows(table, source, moment);
        using var fill = load.Fill(table);
        using var pipe = new RowPipe(fill.Write);
        while (rows.Read())
        {
            digest.Add(rows.Values);
            pipe.Add(rows.Values);
            Report(progress, table, digest.Rows, isCompared: false, cancellationToken);
        }

        pipe.Complete();
        fill.Complete();
        return digest.Take();
    }

    private static string? KeyOf(CopiedTable table, long? row, DbConnection source, DbTransaction moment)
    {
        using var rows = new TableRows(table, source, moment);
        for (var at = 0L; at < row && rows.Read(); at++)
        {
        }

        return row is null ? null : rows.Key();
    }

    private void Complete(
        BulkLoad load, DbConnection source, DbTransaction moment, CopyMark mark, IReadOnlyList<CopiedTable> tables, CancellationToken cancellationToken)
    {
        load.Make(mark.TakenAway, cancellationToken);
        foreach (var table in tables.Where(table => table.CountsKey))
        {
            load.SetLastKey(table, from.LastKey(source, moment, table.Name, table.Columns[0].Name));
        }

        load.Finish();
    }

    private CopyDiffers? FirstDifferent(
        Dictionary<CopiedTable, TableDigest> digests, DbConnection source, DbTransaction moment, IProgress<CopyProgress>? progress, CancellationToken cancellationToken)
    {
        var found = new TableDigest[digests.Count];
        SideBySide.Run(
            digests.Keys.Select((table, at) => (table, at)),
            ComparedAtOnce,
            place => found[place.at] = ReadBack(place.table, progress, cancellationToken),
            cancellationToken);
        foreach (var ((table, expected), actual) in digests.Zip(found))
        {
            if (expected != actual)
            {
                var (sourceKey, targetKey) = FirstDifference(table, source, moment);
                return new(table.Name, expected, actual, sourceKey, targetKey);
            }
        }

        return null;
    }

    private TableDigest ReadBack(CopiedTable table, IProgress<CopyProgress>? progress, CancellationToken cancellationToken)
    {
        using var connection = to.OpenConnection();
        using var digest = new RowDigest();
        using var rows = new TableRows(table, connection, transaction: null);
        while (rows.Read())
        {
            digest.Add(rows.Values);
            Report(progress, table, digest.Rows, isCompared: true, cancellationToken);
        }

        return digest.Take();
    }

    private (string? Source, string? Target) FirstDifference(CopiedTable table, DbConnection source, DbTransaction moment)
    {
        using var connection = to.OpenConnection();
        using var ours = new RowDigest();
        using var theirs = new RowDigest();
        using var expected = new TableRows(table, source, moment);
        using var actual = new TableRows(table, connection, transaction: null);
        while (true)
        {
            var (hasExpected, hasActual) = (expected.Read(), actual.Read());
            if (!hasExpected || !hasActual || !ours.Add(expected.Values).SequenceEqual(theirs.Add(actual.Values)))
            {
                return (hasExpected ? expected.Key() : null, hasActual ? actual.Key() : null);
            }
        }
    }

    private static void Report(IProgress<CopyProgress>? progress, CopiedTable table, long rows, bool isCompared, CancellationToken cancellationToken)
    {
        if (rows % ReportEvery == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new(table.Name, rows, isCompared));
        }
    }
}
