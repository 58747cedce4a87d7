using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage;

public sealed class StoreResetTests
{
    [Theory]
    [EveryEngine]
    public async Task A_store_with_everything_in_it_is_empty_afterwards_and_takes_orders_again(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order().Handling());
        await store.Send("1000000000001-01", new Cancel(new string('a', 32), Side.Store, new Reason(1, "Broken")), Actors.Operator);
        await store.Get<OrderViewStore>().Save("silva");
        await store.Get<SavedViews>().Add(SavedViews.Store, "Ours", new("status=handling", "silva", ListLayout.Usual));
        await store.Get<ListLayouts>().Keep("user", ListLayout.Usual);
        var reset = new StoreReset(store.Get<StoreSource>(), store.Get<IDbContextFactory<OrdersDb>>(), store.Reasons, store.Get<OrderFeed>(), store.Clock);

        await reset.Run(() => Task.CompletedTask);

        await using var db = store.Read();
        foreach (var table in StoreReset.TablesOf(db.Model).Where(table => !table.StartsWith("CancellationReason", StringComparison.Ordinal)))
        {
            Assert.Equal((table, 0), (table, await Count(store, table)));
        }

        Assert.NotEmpty(await store.Reasons.List());
        Assert.IsType<Accepted>((await store.Import(An.Order().Handling())).Decision);
        var report = await store.Get<StoreVerification>().Run();
        Assert.True(report.IsClean, string.Join(Environment.NewLine, report.Broken));
    }

    private static async Task<long> Count(TestStore store, string table)
    {
        await using var connection = await store.Get<StoreSource>().OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
