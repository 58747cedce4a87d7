using AdminOrders.Core.Orders;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage.Upgrades;

/// <summary>
/// A store of every schema that was ever released comes up with its data. <c>ADMINORDERS_WRITE_UPGRADES=1</c> writes the stores that are missing;
/// one that is there is never written again.
/// </summary>
public sealed class UpgradeTests
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("ADMINORDERS_WRITE_UPGRADES") == "1";

    public static IEnumerable<object[]> Schemas =>
        Engines.All.SelectMany(engine => SchemaVersions.Of(engine).Select(migration => new object[] { engine, migration }));

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task A_store_of_an_earlier_schema_is_brought_up_to_date_and_can_be_worked_with(Engine engine, string migration)
    {
        var file = SchemaVersions.FileOf(engine, migration);
        if (Writes && !File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, await StoreAsSql.Write(engine, migration));
        }

        var database = await StoreAsSql.Build(engine, migration);
        await StoreAsSql.Load(database, await File.ReadAllTextAsync(file));
        await using var store = await TestStore.Start(database);

        StoreVerificationTests.AssertClean(await store.Verify());
        await AssertThere(store);
        await AssertCancels(store);
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Fact]
    public void Every_migration_of_each_engine_has_a_store_with_data()
    {
        var missing = Enum.GetValues<Engine>().SelectMany(engine => SchemaVersions.Of(engine).Select(migration => SchemaVersions.FileOf(engine, migration)))
            .Where(file => !File.Exists(file)).ToArray();

        Assert.True(missing.Length == 0, $"Run the tests of this class with ADMINORDERS_WRITE_UPGRADES=1 and a PostgreSQL at hand: {string.Join(", ", missing)}");
    }

    private static async Task AssertThere(TestStore store)
    {
        await using var db = store.Read();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(5, await db.Orders.CountAsync());
        Assert.Equal("Ana", (await db.Users.SingleAsync()).DisplayName);
        Assert.NotEmpty(await store.Reasons.List());
        Assert.Equal([GoodStore.Requested], (await store.Reader.Find(GoodStore.Requested, 5)).Select(row => row.OrderId));
    }

    private static async Task AssertCancels(TestStore store)
    {
        var facts = await store.Facts(GoodStore.Requested);
        var confirmed = await store.Send(GoodStore.Requested, new ConfirmCancellation(facts.Requests[0].Id), Actors.OtherOperator);
        Assert.IsType<Accepted>(confirmed.Decision);
        await store.Import(An.Order("after-the-upgrade-01").Ready());
        await store.Seal();
        Assert.Equal(Status.Canceled, (await store.Row(GoodStore.Requested)).Status);
    }
}
