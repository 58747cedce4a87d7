using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Backups;
using AdminOrders.Core.Storage.Copying;
using AdminOrders.Core.Storage.Sqlite;
using AdminOrders.Tests.Storage.Backups;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage;

/// <summary>Stores that are missing, or of another version: who may open them, and that nothing happens to them.</summary>
public sealed class StoreVersionTests
{
    private const string Newer = """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Tomorrow', '10.0.0')""";

    [Theory]
    [EveryEngine]
    public async Task A_database_without_a_store_is_left_empty(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmpty(engine);
        await using var services = Host(database);

        var refused = await Assert.ThrowsAsync<StoreUnusableException>(() => services.FindStorage(mayBeOlder: true));

        Assert.Contains("There is no store at ", refused.Message, StringComparison.Ordinal);
        Assert.False(await services.HasStorage());
        Assert.True(engine is Engine.Postgres || !File.Exists(services.GetRequiredService<StoreSource>().Place));
    }

    [Theory]
    [EveryEngine]
    public async Task A_store_of_an_older_version_is_saved_as_it_is_and_verified_only_once_it_is_up_to_date(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmpty(engine);
        await using var services = Host(database);
        var first = await MigrateToTheFirst(services);

        await services.FindStorage(mayBeOlder: true);
        var refused = await Assert.ThrowsAsync<StoreUnusableException>(() => services.FindStorage(mayBeOlder: false));

        Assert.Contains("an older version", refused.Message, StringComparison.Ordinal);
        await using var db = services.GetRequiredService<StoreSource>().CreateContext();
        Assert.Equal([first], await db.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task The_backup_of_an_older_store_is_of_that_version_and_is_restored_by_this_one()
    {
        await using var database = await TestDatabase.CreateEmpty(Engine.Sqlite);
        await using var services = Host(database);
        var first = await MigrateToTheFirst(services);
        var source = services.GetRequiredService<StoreSource>();

        source.Backups(TimeProvider.System)!.Save(source.Place + ".saved", BackupTarget.New);

        await using var saved = new SqliteSource(StoreFile.From($"Data Source={source.Place}.saved;Pooling=False", "/"));
        await using var db = saved.CreateContext();
        Assert.Equal([first], await db.Database.GetAppliedMigrationsAsync());
        await using var store = await TestStore.Open();
        await store.Backups().Restore(source.Place + ".saved");
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Theory]
    [EveryEngine]
    public async Task A_store_that_a_newer_version_has_changed_is_neither_saved_nor_read_nor_copied(Engine engine)
    {
        await using var store = await GoodStore.Open(engine);
        await using var database = await TestDatabase.CreateEmpty(engine);
        await store.Execute(Newer);
        var (source, empty) = (store.Get<StoreSource>(), StoreSource.From(database.Configuration, AppContext.BaseDirectory));

        foreach (var mayBeOlder in new[] { true, false })
        {
            var refused = await Assert.ThrowsAsync<StoreUnusableException>(() => store.Services.FindStorage(mayBeOlder));
            Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(CopyObstacle.SourceOtherVersion, Assert.IsType<NotCopied>(await new StoreCopy(source, empty, store.Clock).Run()).Obstacle);
    }

    [Theory]
    [EveryEngine]
    public async Task Nothing_is_copied_into_a_store_that_a_newer_version_has_changed(Engine engine)
    {
        await using var store = await GoodStore.Open();
        await using var target = await TestStore.Open(engine);
        await target.Execute(Newer);

        var refused = await Assert.ThrowsAsync<StoreUnusableException>(() => new StoreCopy(store.Get<StoreSource>(), target.Get<StoreSource>(), store.Clock).Run());

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_knows_every_migration_without_a_look_at_its_types() =>
        Assert.Equal(Upgrades.SchemaVersions.Of(Engine.Sqlite), KnownMigrations.OfSqlite.Order(StringComparer.Ordinal));

    private static ServiceProvider Host(TestDatabase database) => new ServiceCollection().AddLogging().AddOrderStorage(database.Configuration).BuildServiceProvider();

    private static async Task<string> MigrateToTheFirst(ServiceProvider services)
    {
        await using var db = services.GetRequiredService<StoreSource>().CreateContext();
        var first = db.Database.GetMigrations().First();
        await db.Database.MigrateAsync(first);
        return first;
    }
}
