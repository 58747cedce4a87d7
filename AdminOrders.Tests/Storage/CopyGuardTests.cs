using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Copying;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>What a copy refuses to carry, and who else it keeps away.</summary>
public sealed class CopyGuardTests
{
    [Theory]
    [InlineData("""UPDATE "Orders" SET "Value" = 'abc' WHERE "OrderId" = 'requested-01'""", "Orders", "Key=2", "Value", "String")]
    [InlineData("""UPDATE "Payments" SET "Captured" = 99.7 WHERE "OrderKey" = 1""", "Payments", "OrderKey=1 PaymentId=card", "Captured", "Double")]
    [InlineData("""UPDATE "Orders" SET "IsMovedHere" = 2 WHERE "Key" = 3""", "Orders", "Key=3", "IsMovedHere", "Int64")]
    [InlineData("""UPDATE "OrderDocuments" SET "Content" = 'text' WHERE "OrderKey" = 1""", "OrderDocuments", "OrderKey=1", "Content", "String")]
    public async Task A_value_of_another_type_is_named_and_not_made_into_one_that_fits(string sql, string table, string key, string column, string found)
    {
        await using var store = await GoodStore.Open();
        await using var database = await TestDatabase.CreateEmpty(Engine.Sqlite);
        await store.Damage(sql);

        var result = await Copy(store, Source(database));

        Assert.Equal(new ValueOfAnotherType(table, key, column, found), result);
    }

    [Theory]
    [EveryEngine]
    public async Task A_second_copy_into_the_same_target_is_told(Engine engine)
    {
        await using var store = await GoodStore.Open();
        await using var database = await TestDatabase.CreateEmpty(engine);
        CopyResult? second = null;

        var first = await Copy(store, Source(database), () => second ??= Copy(store, Source(database)).GetAwaiter().GetResult());

        Assert.IsType<Copied>(first);
        Assert.Equal(new NotCopied(CopyObstacle.TargetInUse), second);
    }

    [Theory]
    [EveryEngine]
    public async Task A_copy_takes_away_no_mark_but_its_own(Engine engine)
    {
        await using var store = await GoodStore.Open();
        await using var database = await TestDatabase.CreateEmpty(engine);
        await using var source = Source(database);

        await Assert.ThrowsAsync<StoreUnusableException>(() => Copy(store, source, Another));

        await using var connection = await source.OpenConnectionAsync();
        Assert.Throws<StoreUnusableException>(() => CopyMark.Refuse(connection));

        void Another()
        {
            using var writing = source.OpenConnection();
            CopyMark.Read(writing)!.Remove(writing);
            new CopyMark(An.Instant.AddDays(1), []).Write(writing);
        }
    }

    private static StoreSource Source(TestDatabase database) => StoreSource.From(database.Configuration, AppContext.BaseDirectory);

    private static Task<CopyResult> Copy(TestStore from, StoreSource to, Action? whenFilled = null) =>
        new StoreCopy(from.Get<StoreSource>(), to, from.Clock).Run(new WhenFilled(whenFilled));

    private sealed class WhenFilled(Action? then) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value)
        {
            if (value.Table is null)
            {
                then?.Invoke();
            }
        }
    }
}
