using System.Data.Common;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Sqlite;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace AdminOrders.Tests.Storage;

public sealed class EngineTests
{
    [Fact]
    public async Task On_SQLite_EF_connections_have_the_log_the_flush_and_the_foreign_keys()
    {
        await using var store = await TestStore.Open();
        await using var db = store.Read();
        await db.Database.OpenConnectionAsync();

        Assert.Equal(("wal", 2L, 1L), Pragmas(db.Database.GetDbConnection()));
    }

    [Fact]
    public async Task On_SQLite_the_writers_connections_have_the_log_the_flush_and_the_foreign_keys()
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<DbDataSource>().OpenConnectionAsync();

        Assert.Equal(("wal", 2L, 1L), Pragmas(connection));
    }

    [Theory]
    [EveryEngine]
    public async Task The_model_has_no_change_that_lacks_a_migration(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var db = store.Read();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Theory]
    [EveryEngine]
    public async Task A_new_store_has_reasons_in_three_languages_and_a_second_start_adds_none(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Services.MigrateStorage();
        var reasons = await store.Reasons.List();

        Assert.Equal((9, 5), (reasons.Count(reason => reason.IsOfferedTo(ReasonChoosers.Store)), reasons.Count(reason => reason.IsOfferedTo(ReasonChoosers.Customer))));
        Assert.All(reasons, reason => Assert.Equal(3, new[] { reason.Label.En, reason.Label.Es, reason.Label.Pt }.Distinct().Count()));
    }

    [Theory]
    [EveryEngine]
    public async Task A_store_that_a_newer_version_has_changed_is_not_opened(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Execute("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99.0')""");

        var refused = await Assert.ThrowsAsync<StoreUnusableException>(() => store.Services.MigrateStorage());

        Assert.Contains("29990101000000_Later", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [EveryEngine]
    public async Task Servers_that_save_the_first_policy_at_once_lose_none_of_it(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var elsewhere = store.OpenElsewhere();
        var policies = new[] { SecondPerson.Always, SecondPerson.Never }.Select(second => Policy.Default with { SecondPerson = second }).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(round =>
            (round % 2 == 0 ? store.Get<PolicySetting>() : elsewhere.GetRequiredService<PolicySetting>()).Save(policies[round % 2])));

        Assert.Contains((await store.Get<PolicySetting>().Read()).SecondPerson, policies.Select(policy => policy.SecondPerson));
    }

    [Fact]
    public async Task On_SQLite_no_bytes_and_no_letters_are_not_no_value()
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<StoreSource>().OpenConnectionAsync();
        Assert.Equal(0, raw.sqlite3_prepare_v2(SqliteWaiting.EngineOf(connection), "SELECT typeof(?1) || typeof(?2) || typeof(?3)", out var statement));
        using var typed = statement;
        var binding = new SqliteValues();

        Assert.All<object?>([Array.Empty<byte>(), "", null], (value, at) => Assert.Equal(0, binding.Bind(typed.DangerousGetHandle(), at + 1, value)));

        Assert.Equal(raw.SQLITE_ROW, raw.sqlite3_step(typed));
        Assert.Equal("blobtextnull", raw.sqlite3_column_text(typed, 0).utf8_to_string());
    }

    private static (string Journal, long Synchronous, long ForeignKeys) Pragmas(DbConnection connection) =>
        ((string)Scalar(connection, "PRAGMA journal_mode"), (long)Scalar(connection, "PRAGMA synchronous"), (long)Scalar(connection, "PRAGMA foreign_keys"));

    private static object Scalar(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}
