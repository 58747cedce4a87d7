using System.Data.Common;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

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

        Assert.Equal(9, reasons.Count);
        Assert.All(reasons, reason => Assert.Equal(3, new[] { reason.Label.En, reason.Label.Es, reason.Label.Pt }.Distinct().Count()));
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
