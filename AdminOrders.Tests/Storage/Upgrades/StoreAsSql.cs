using System.Data.Common;
using System.Globalization;
using System.Text;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AdminOrders.Tests.Storage.Upgrades;

/// <summary>Writes a good store down as the rows that a schema holds of it, and reads it back into that schema.</summary>
internal static class StoreAsSql
{
    // What the migrations themselves laid in, others later: each schema has its own.
    private const string LaidIn = "Leases";

    // There the counters of keys do not see rows that come with theirs.
    private const string Counters =
        """
        SELECT format('SELECT setval(pg_get_serial_sequence(''"%s"'', ''%s''), COALESCE((SELECT MAX("%s") FROM "%s"), 0) + 1, false)', table_name, column_name, column_name, table_name)
        FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES' ORDER BY 1
        """;

    /// <summary>An empty database with the schema as it was after that migration.</summary>
    public static async Task<TestDatabase> Build(Engine engine, string migration)
    {
        var database = await TestDatabase.CreateEmpty(engine);
        await using var source = StoreSource.From(database.Configuration, "/");
        await using var db = source.CreateContext();
        await db.GetService<IMigrator>().MigrateAsync(migration);
        return database;
    }

    /// <summary>Runs the SQL past foreign keys: its tables stand by name.</summary>
    public static async Task Load(TestDatabase database, string sql)
    {
        await using var source = StoreSource.From(database.Configuration, "/");
        await using var connection = await source.OpenConnectionAsync();
        await Run(connection, source.IsShared ? "SET session_replication_role = replica" : "PRAGMA foreign_keys=OFF");
        await Run(connection, sql);
    }

    public static async Task<string> Write(Engine engine, string migration)
    {
        await using var store = await GoodStore.Open(engine);
        await store.Seal();
        await AddUser(store);
        await using var schema = await Build(engine, migration);
        await using var then = StoreSource.From(schema.Configuration, "/");
        await using var empty = await then.OpenConnectionAsync();
        await using var full = await store.Get<StoreSource>().OpenConnectionAsync();
        var sql = new StringBuilder();
        foreach (var table in (await Tables(empty, then.IsShared)).Where(table => table != LaidIn))
        {
            await Write(sql, table, await Columns(empty, table), full, then.IsShared);
        }

        foreach (var counter in then.IsShared ? await Texts(empty, Counters) : [])
        {
            sql.Append(counter).Append(";\n");
        }

        return sql.ToString();
    }

    private static async Task AddUser(TestStore store)
    {
        await using var db = store.Read();
        var role = new Role { Id = "role-1", Name = "Owner", NormalizedName = "OWNER" };
        db.AddRange(role, new User { Id = "user-1", UserName = "ana@example.com", NormalizedUserName = "ANA@EXAMPLE.COM", Email = "ana@example.com", DisplayName = "Ana" });
        db.Add(new Microsoft.AspNetCore.Identity.IdentityUserRole<string> { RoleId = role.Id, UserId = "user-1" });
        db.Add(new Microsoft.AspNetCore.Identity.IdentityRoleClaim<string> { RoleId = role.Id, ClaimType = PredefinedRoles.ResourceClaim, ClaimValue = "CancelAction" });
        db.Add(new AppKeyRow { Id = "appkey-1", Name = "ERP", SecondCall = 10, TokenHash = new byte[32], IssuedById = "user-1", CreatedAt = An.Instant.UtcTicks });
        db.Add(new AppKeyRoleRow { AppKeyId = "appkey-1", RoleId = role.Id });
        db.Add(new SettingRow { Name = "policy", Value = "{}" });
        db.Add(new CustomerLinkKeyRow { Number = 1, Secret = new byte[32], CreatedAt = An.Instant.UtcTicks });
        await db.SaveChangesAsync();
    }

    private static async Task Write(StringBuilder sql, string table, string[] columns, DbConnection full, bool isPostgres)
    {
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        sql.Append(CultureInfo.InvariantCulture, $"DELETE FROM \"{table}\";\n");
        await using var command = full.CreateCommand();
        command.CommandText = $"SELECT {names} FROM \"{table}\" ORDER BY 1, 2";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var values = Enumerable.Range(0, columns.Length).Select(at => Literal(rows.GetValue(at), isPostgres));
            sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO \"{table}\" ({names}) VALUES ({string.Join(", ", values)});\n");
        }
    }

    private static string Literal(object value, bool isPostgres) => value switch
    {
        DBNull => "NULL",
        bool flag => flag ? "TRUE" : "FALSE",
        byte[] bytes => isPostgres ? $"'\\x{Convert.ToHexStringLower(bytes)}'" : $"X'{Convert.ToHexStringLower(bytes)}'",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static async Task<List<string>> Tables(DbConnection schema, bool isPostgres) => await Texts(schema, isPostgres
        ? "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory' ORDER BY 1"
        : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%SearchIndex%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY 1");

    private static async Task<string[]> Columns(DbConnection schema, string table)
    {
        await using var command = schema.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE 1 = 0";
        await using var rows = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)];
    }

    private static async Task<List<string>> Texts(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await rows.ReadAsync())
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }

    private static async Task Run(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
