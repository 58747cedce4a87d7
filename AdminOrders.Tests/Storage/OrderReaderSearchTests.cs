using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Sqlite;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

public sealed class OrderReaderSearchTests
{
    [Theory]
    [EveryEngine("joao")]
    [EveryEngine("JOÃO")]
    [EveryEngine("João Souza")]
    [EveryEngine("joao   souza")]
    [EveryEngine(" joana d'arc ")]
    [EveryEngine("ana_")]
    [EveryEngine("100%")]
    [EveryEngine("% café")]
    [EveryEngine("cafe & co")]
    [EveryEngine("müller \"haus\"")]
    [EveryEngine("\"ha")]
    [EveryEngine("nandu")]
    [EveryEngine("someone17@example")]
    [EveryEngine("@example.com")]
    [EveryEngine("00000000042")]
    [EveryEngine("500123")]
    [EveryEngine("AND")]
    [EveryEngine("x\" OR \"a")]
    [EveryEngine("*)(")]
    [EveryEngine("___")]
    [EveryEngine("%%%")]
    public async Task A_text_finds_the_orders_that_hold_it_and_no_others(Engine engine, string text)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 300, seed: 9);
        var filter = new OrderFilter { Text = text };
        var page = await orders.Reader.List(filter, null, 1000);
        Assert.Equal(orders.Expected(filter), page.Rows.Select(row => row.OrderId));
    }

    [Theory]
    [EveryEngine("50")]
    [EveryEngine("1")]
    [EveryEngine("a")]
    [EveryEngine("%")]
    [EveryEngine("_")]
    public async Task Under_three_characters_only_ids_and_sequences_that_begin_so_are_found(Engine engine, string text)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 300, seed: 10);
        foreach (var sort in Enum.GetValues<OrderSort>())
        {
            var filter = new OrderFilter { Text = text, Sort = sort };
            var page = await orders.Reader.List(filter, null, 1000);
            Assert.Equal(orders.Expected(filter), page.Rows.Select(row => row.OrderId));
        }
    }

    [Fact]
    public async Task What_old_and_new_orders_have_alike_is_found_along_the_list_and_anything_else_by_its_index()
    {
        // Old ones, those in the middle and the newest of a store of 80,000.
        await using var orders = await OrdersAtRandom.Insert(Engine.Sqlite, count: 6_000, seed: 12, key: number => number + (number / 2_001 * 38_000));
        await orders.Store.Execute("""UPDATE "OrderSearch" SET "Text" = "Text" || ' long ago' WHERE "OrderKey" <= 2000""");
        var source = orders.Store.Get<StoreSource>();
        await using var reading = await source.OpenReading(CancellationToken.None);

        Assert.True(source.IsFrequent(reading, "@example.com"));
        Assert.True(source.IsFrequent(reading, "souza"));
        Assert.False(source.IsFrequent(reading, "long ago"));
        Assert.False(source.IsFrequent(reading, "someone17@example"));
        Assert.False(source.IsFrequent(reading, "qzxqzx"));
        foreach (var text in new[] { "@example.com", "souza", "someone17@example" })
        {
            var filter = new OrderFilter { Text = text };
            var page = await orders.Reader.List(filter, null, 300);
            Assert.Equal(orders.Expected(filter).Take(300), page.Rows.Select(row => row.OrderId));
        }
    }

    // As where more orders match than are sorted: beginning by beginning, each in the order of creation.
    [Theory]
    [EveryEngine("50")]
    [EveryEngine("5")]
    [EveryEngine("ab")]
    [EveryEngine("A")]
    [EveryEngine("zz")]
    public async Task Beginnings_are_merged_and_an_order_of_which_two_begin_so_is_there_once(Engine engine, string text)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 300, seed: 11);
        await orders.Store.Execute("""UPDATE "Orders" SET "OrderId" = 'Ab' || "Key", "Sequence" = 'ab' || "Key" WHERE "Key" > 250""");
        foreach (var row in orders.Rows.Where(row => row.Key > 250))
        {
            (row.OrderId, row.Sequence) = ($"Ab{row.Key}", $"ab{row.Key}");
        }

        foreach (var ascending in new[] { false, true })
        {
            var filter = new OrderFilter { Text = text, Ascending = ascending };
            await using var reading = await orders.Store.Get<StoreSource>().OpenReading(CancellationToken.None);
            var starts = await TextCondition.For(text)!.Starts(reading, CancellationToken.None);
            var page = new OrderListSql(orders.Store.Get<StoreSource>(), filter, TextCondition.For(text), null, starts).Page(OrderListRow.Columns, null, backward: false, 1000);
            Assert.NotEmpty(starts);
            var rows = await reading.Read(page, OrderListRow.Read, CancellationToken.None);
            Assert.Equal(orders.Expected(filter), rows.Select(row => row.View.OrderId));
        }
    }

    [Fact]
    public void A_part_that_another_one_holds_is_written_once_and_older_texts_are_good()
    {
        string[] parts = ["V100-01", "100", "v100-01", "00-V100-01", "José", "", "jose@example.com"];

        Assert.Equal("00-v100-01\njose@example.com\n", SearchText.Of(parts));
        Assert.True(SearchText.Is("00-v100-01\njose@example.com\n", parts));
        Assert.True(SearchText.Is("v100-01\n100\nv100-01\n00-v100-01\njose\njose@example.com\n", parts));
        Assert.False(SearchText.Is("00-v100-01\njose\njose@example.com\n", parts));
        Assert.Equal("a-1\n", SearchText.Of("A-1", "a-1"));
    }

    [Theory]
    [InlineData("someone123@example.com", "123")]
    [InlineData("00000000217", "217")]
    public async Task Of_a_long_text_SQLites_index_is_asked_for_the_part_that_few_orders_have(string text, string rare)
    {
        await using var orders = await OrdersAtRandom.Insert(Engine.Sqlite, count: 300, seed: 12);
        await using var reading = await orders.Store.Get<StoreSource>().OpenReading(CancellationToken.None);
        var part = new SqliteTrigrams().RarestPart(reading.Reads, text);

        Assert.Equal(6, part.Length);
        Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Contains(part, asked => rare.Contains(asked, StringComparison.Ordinal));
        Assert.Equal("@example.com", new SqliteTrigrams().RarestPart(reading.Reads, "@example.com"));
    }

    [Theory]
    [EveryEngine("example")]
    [EveryEngine("50")]
    public async Task A_text_that_thousands_hold_is_walked_and_pages_the_same(Engine engine, string text)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 4_500, seed: 11);
        foreach (var sort in Enum.GetValues<OrderSort>())
        {
            var filter = new OrderFilter { Text = text, Sort = sort };
            List<string> walked = [];
            string? cursor = null;
            do
            {
                var page = await orders.Reader.List(filter, cursor, 900);
                walked.AddRange(page.Rows.Select(row => row.OrderId));
                cursor = page.Next;
            }
            while (cursor is not null);
            Assert.Equal(orders.Expected(filter), walked);
        }
    }

    [Theory]
    [EveryEngine]
    public async Task Find_puts_exactly_that_id_or_sequence_first_and_shows_nothing_twice(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 300, seed: 12);
        var oldest = orders.Rows.MinBy(row => (row.CreatedAt, row.Key))!;
        Assert.Equal(oldest.OrderId, (await orders.Reader.Find($" {oldest.OrderId} ", 5))[0].OrderId);
        var bySequence = await orders.Reader.Find(oldest.Sequence, 5);
        Assert.Equal(oldest.OrderId, bySequence[0].OrderId);
        Assert.Equal(bySequence.DistinctBy(row => row.Key).Count(), bySequence.Count);
    }

    [Theory]
    [EveryEngine]
    public async Task Find_shows_at_most_as_many_as_asked_and_the_newest_first(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 300, seed: 13);
        var found = await orders.Reader.Find("example.com", 8);
        Assert.Equal(orders.Expected(new OrderFilter { Text = "example.com" }).Take(8), found.Select(row => row.OrderId));
    }

    [Theory]
    [EveryEngine("")]
    [EveryEngine("   ")]
    [EveryEngine("\t\n")]
    public async Task Find_shows_nothing_for_nothing(Engine engine, string text)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 3, seed: 14);
        Assert.Empty(await orders.Reader.Find(text, 5));
    }

    [Theory]
    [EveryEngine]
    public async Task A_letter_that_no_store_can_be_asked_for_is_a_blank(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 3, seed: 14);
        var all = await orders.Reader.Find("example.com", 5);

        Assert.Equal(3, all.Count);
        Assert.Equal(all, await orders.Reader.Find("\0example.com\0", 5));
        Assert.Equal([all[0]], await orders.Reader.Find("\0" + all[0].OrderId, 5));
        Assert.Empty(await orders.Reader.Find("\0", 5));
        Assert.Empty((await orders.Reader.List(new OrderFilter { Text = "v\0" + all[0].OrderId }, null, 5)).Rows);
    }
}
