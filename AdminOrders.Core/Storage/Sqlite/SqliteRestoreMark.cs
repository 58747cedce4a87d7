using System.Globalization;
using Microsoft.Data.Sqlite;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>What a restored store has to know of the one that it replaces: nothing is numbered twice, and no process has a lease.</summary>
internal static class SqliteRestoreMark
{
    /// <summary>
    /// Writes it into the prepared store, on the very connection that its pages are being copied from: what is copied already is copied again.
    /// Returns the position behind which new rows come.
    /// </summary>
    public static long Write(SqliteFile source, string prepared, string replaced, DateTimeOffset now)
    {
        using var old = SqliteBackupFile.Open(replaced, SqliteOpenMode.ReadWrite);
        using var backup = SqliteBackupFile.Open(prepared, SqliteOpenMode.ReadWrite);
        var behind = Math.Max(Last(old), Last(backup));
        var number = Math.Max(Restores(old), Restores(backup)) + 1;
        var position = SqliteBackupFile.Number(backup, """SELECT COALESCE(MAX("Position"), 0) FROM "History" """);
        backup.Close();
        source.Run(string.Create(CultureInfo.InvariantCulture, $"""
            BEGIN;
            UPDATE "Positions" SET "Last" = {behind};
            UPDATE "Leases" SET "Owner" = '', "Until" = 0;
            INSERT INTO "Restores" ("Number", "RestoredAt", "LastPosition", "ContinuesBehind") VALUES ({number}, {Ticks.Of(now)}, {position}, {behind});
            {string.Concat(Counters(old).Select(Raised))}
            COMMIT;
            """));
        return behind;
    }

    private static long Last(SqliteConnection store) => SqliteBackupFile.Number(store, """SELECT "Last" FROM "Positions" WHERE "Id" = 1""");

    private static long Restores(SqliteConnection store) => SqliteBackupFile.Number(store, """SELECT COALESCE(MAX("Number"), 0) FROM "Restores" """);

    // A call that is out for a delivery must not come back to another one with its number.
    private static List<(string Table, long Last)> Counters(SqliteConnection store)
    {
        using var command = store.CreateCommand();
        command.CommandText = """SELECT "name", "seq" FROM "sqlite_sequence" """;
        using var rows = command.ExecuteReader();
        var counters = new List<(string, long)>();
        while (rows.Read())
        {
            counters.Add((rows.GetString(0), rows.GetInt64(1)));
        }

        return counters;
    }

    private static string Raised((string Table, long Last) counter) => string.Create(CultureInfo.InvariantCulture, $"""
        INSERT INTO "sqlite_sequence" ("name", "seq") SELECT '{counter.Table}', 0
            WHERE NOT EXISTS (SELECT 1 FROM "sqlite_sequence" WHERE "name" = '{counter.Table}');
        UPDATE "sqlite_sequence" SET "seq" = MAX("seq", {counter.Last}) WHERE "name" = '{counter.Table}';

        """);
}
