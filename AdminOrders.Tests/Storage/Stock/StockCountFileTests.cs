using System.Text;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage.Stock;

public sealed class StockCountFileTests
{
    [Theory]
    [EveryEngine]
    public async Task Each_line_is_taken_or_not_by_itself(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("file-01").InWindow());

        var told = await Take(store, "sku,warehouse,quantity\nsku-1,north,2\nsku-2,south,7\n\nsku-3,north\n,north,1\nsku-4,north,-1\nsku-4,north,1.5\nsku-2,south,8\n\"sku,5\",\"the \"\"old\"\" one\",9\nsku-6,north,9999999999999\n");

        Assert.Equal(
            [
                "2 BelowReserved", "3 Taken", "5 NotThreeFields", "6 NoPlace", "7 NoQuantity", "8 NoQuantity", "9 Twice", "10 Taken", "11 NoQuantity",
            ],
            told.Select(line => $"{line.Number} {line.State}"));
        Assert.Equal(3, told[0].Reserved);
        Assert.Equal(
            ["sku,5 the \"old\" one 9", "sku-1 north ", "sku-2 south 7"],
            (await store.Get<StockReader>().List(new(), null, 10)).Rows.Select(level => $"{level.Place.SkuId} {level.Place.WarehouseId} {level.OnHand}"));
    }

    [Theory]
    [EveryEngine]
    public async Task Counts_below_what_is_reserved_are_taken_where_who_counts_says_so(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("file-01").InWindow());

        var told = await Take(store, "sku-1;north;2", mayBeBelowReserved: true);

        Assert.Equal(StockLineState.Taken, Assert.Single(told).State);
        Assert.Equal(-1, (await store.Get<StockReader>().Of([new("sku-1", "north")]))[0].Available);
    }

    [Theory]
    [EveryEngine]
    public async Task A_long_file_is_taken_wholly_and_in_its_order(Engine engine)
    {
        await using var store = await TestStore.Open(engine);

        var told = await Take(store, string.Join('\n', Enumerable.Range(1, 450).Select(number => FormattableString.Invariant($"sku-{number:D3}\tnorth\t{number}"))));

        Assert.Equal(Enumerable.Range(1, 450), told.Select(line => line.Number));
        Assert.All(told, line => Assert.Equal(StockLineState.Taken, line.State));
    }

    private static async Task<List<StockCountLine>> Take(TestStore store, string file, bool mayBeBelowReserved = false)
    {
        List<StockCountLine> told = [];
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(file));
        await store.Get<StockCountFile>().Run(content, Actors.Operator, mayBeBelowReserved, told.Add);
        return told;
    }
}
