using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage;

/// <summary>EF Core's lock for migrations is a row of the store: a process that is killed while it migrates leaves it behind.</summary>
public sealed class KilledMigrationTests
{
    private const string LeftBehind =
        """
        PRAGMA journal_mode=WAL;
        CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
        INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-03-02 12:00:00+00:00');
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_migration_that_was_killed_holds_up_no_later_start()
    {
        await using var database = await TestDatabase.CreateEmpty(Engine.Sqlite);
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = LeftBehind;
            await command.ExecuteNonQueryAsync();
        }

        await using var host = new ServiceCollection().AddLogging().AddOrderStorage(database.Configuration).BuildServiceProvider();
        await host.MigrateStorage().WaitAsync(Patience);

        Assert.NotEmpty(await host.GetRequiredService<CancellationReasons>().List());
    }
}
