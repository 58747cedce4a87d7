using System.Globalization;
using AdminOrders.Core.Storage.Backups;
using AdminOrders.Core.Storage.Copying;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>A store in one file that nobody works on: is it whole, what is in it, can this version take it.</summary>
internal static class SqliteBackupFile
{
    /// <summary>Makes the copy one self-contained file and checks it.</summary>
    public static BackupContent Seal(string file)
    {
        using (var connection = Open(file, SqliteOpenMode.ReadWrite))
        {
            Text(connection, "PRAGMA journal_mode=DELETE");
            Check(connection, file);
        }

        return Content(file);
    }

    /// <summary>What the file holds.</summary>
    /// <exception cref="StoreUnusableException">It is not a whole store that this version can take.</exception>
    public static BackupContent Read(string file)
    {
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadOnly);
            RefuseOthers(connection, file);
            Check(connection, file);
            CopyMark.Refuse(connection);
            return Content(connection, file);
        }
        catch (SqliteException failure)
        {
            throw new StoreUnusableException($"{file} is not a whole store: {failure.Message}", failure);
        }
    }

    public static BackupContent Content(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadWrite);
        return Content(connection, file);
    }

    /// <summary>Brings the file's schema up to date.</summary>
    public static async Task Migrate(string file, CancellationToken cancellationToken)
    {
        await using var prepared = new SqliteSource(StoreFile.From(ConnectionString(file, SqliteOpenMode.ReadWrite), "/"));
        await prepared.Migrate(cancellationToken);
    }

    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(ConnectionString(file, mode));
        connection.Open();
        return connection;
    }

    public static long Number(SqliteConnection connection, string sql) => Convert.ToInt64(Scalar(connection, sql), CultureInfo.InvariantCulture);

    private static BackupContent Content(SqliteConnection connection, string file) => new(
        new FileInfo(file).Length,
        Number(connection, """SELECT COUNT(*) FROM "Orders" """),
        Number(connection, """SELECT COUNT(*) FROM "History" """),
        Number(connection, """SELECT COALESCE(MAX("Position"), 0) FROM "History" """),
        Number(connection, """SELECT COUNT(*) FROM "AspNetUsers" """));

    // A connection of its own each time: nothing of a file that goes away stays in a pool.
    private static string ConnectionString(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString();

    private static void RefuseOthers(SqliteConnection connection, string file)
    {
        if (Number(connection, """SELECT COUNT(*) FROM sqlite_master WHERE "name" IN ('__EFMigrationsHistory', 'Orders', 'Positions') """) != 3)
        {
            throw new StoreUnusableException($"{file} is no store of AdminOrders.");
        }

        using var db = new SqliteOrdersDb(new DbContextOptionsBuilder<SqliteOrdersDb>().UseSqlite(connection).Options);
        var unknown = db.Database.GetAppliedMigrations().Except(db.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault();
        if (unknown is not null)
        {
            throw new StoreUnusableException($"{file} was written by a newer version ({unknown}): restore it with that version.");
        }
    }

    private static void Check(SqliteConnection connection, string file)
    {
        if (Text(connection, "PRAGMA quick_check(1)") is var found && found != "ok")
        {
            throw new StoreUnusableException($"{file} is damaged: {found}");
        }
    }

    private static string Text(SqliteConnection connection, string sql) => Convert.ToString(Scalar(connection, sql), CultureInfo.InvariantCulture)!;

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
