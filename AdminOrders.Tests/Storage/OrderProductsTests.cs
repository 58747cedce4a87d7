using System.Data.Common;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

public sealed class OrderProductsTests
{
    [Theory]
    [EveryEngine]
    public async Task Products_come_in_the_orders_own_order_with_the_units_it_still_holds(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var products = await Products(store, [
            new(0, "sku-b", "Shirt", 3, 0, RemovedQuantity: 1, 2_000),
            new(1, "sku-a", "Shoes", 2, 1, 0, 2_000),
            new(2, "sku-b", "Shirt", 4, 0, 0, 1_500)], most: 20);
        Assert.Equal([new("Shirt", 6), new("Shoes", 2)], products.Lines);
        Assert.Equal(0, products.More);
    }

    [Theory]
    [EveryEngine]
    public async Task Beyond_so_many_the_rest_is_only_counted(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var products = await Products(store, Enumerable.Range(0, 23).Select(index => new ItemFact(index, $"sku-{index}", $"Product {index}", 1, 0, 0, 100)), most: 20);
        Assert.Equal(Enumerable.Range(0, 20).Select(index => $"Product {index}"), products.Lines.Select(line => line.Name));
        Assert.Equal(3, products.More);
    }

    [Theory]
    [EveryEngine]
    public async Task An_unknown_order_has_none(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var products = await store.Reader.Products(404, most: 20);
        Assert.Empty(products.Lines);
        Assert.Equal(0, products.More);
    }

    [Fact]
    public async Task On_SQLite_only_the_lines_of_the_order_are_read()
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<DbDataSource>().OpenConnectionAsync();
        var query = OrderProductsSql.Query(1, 20);
        var plan = await connection.Read(query with { Text = "EXPLAIN QUERY PLAN " + query.Text }, row => row.GetString(3), CancellationToken.None);
        Assert.Contains(plan, step => step.Contains("SEARCH i USING", StringComparison.Ordinal) && step.Contains("OrderKey=?", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("SCAN i", StringComparison.Ordinal));
    }

    private static async Task<OrderProducts> Products(TestStore store, IEnumerable<ItemFact> items, int most)
    {
        await store.Import(An.Order("1000002-01").Paid());
        await store.Import(An.Order("1000001-01").Paid().With(order => order with { Items = [.. items] }));
        return await store.Reader.Products((await store.Row("1000001-01")).Key, most);
    }
}
