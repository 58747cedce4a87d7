using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage.Stock;

public sealed class StockReaderTests
{
    private const int Size = 3;

    // Forty levels: every third one not counted, every fifth short.
    private const string Levels =
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
        INSERT INTO "StockLevels" ("SkuId", "WarehouseId", "Name", "SearchName", "OnHand", "Reserved", "Quarantined")
        SELECT 'sku-' || (100 + n.i), w."Id", 'Shirt ' || (40 - n.i), 'shirt ' || (40 - n.i), CASE WHEN n.i % 3 = 0 THEN NULL WHEN n.i % 5 = 0 THEN 1 ELSE 10 END, 2, 0
        FROM n, (SELECT 'north' AS "Id" UNION ALL SELECT 'south') w
        """;

    public static IEnumerable<StockFilter> Filters =>
        from text in new[] { null, "sku-11", "SHIRT 3", "s", "nothing" }
        from warehouse in new[] { null, "north", "nowhere" }
        from state in new StockState?[] { null, StockState.NotCounted, StockState.Negative, StockState.ToCount }
        select new StockFilter(text, warehouse, state);

    [Theory]
    [EveryEngine]
    public async Task Pages_go_forth_and_back_through_every_level_that_matches_once(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Execute(Levels);
        var reader = store.Get<StockReader>();
        var all = (await reader.List(new(), null, 100)).Rows;
        Assert.Equal(40, all.Count);
        foreach (var filter in Filters)
        {
            var expected = Expected(all, filter);
            var (forth, last) = await Walk(reader, filter, null, page => page.Next);
            Assert.Equal(expected, forth.SelectMany(page => page.Rows).Select(level => level.Place));
            Assert.Null(last.Next);

            var (back, _) = await Walk(reader, filter, last.Previous, page => page.Previous);
            Assert.Equal(expected.SkipLast(last.Rows.Count), last.Previous is null ? [] : back.AsEnumerable().Reverse().SelectMany(page => page.Rows).Select(level => level.Place));
        }
    }

    [Theory]
    [EveryEngine("not a cursor")]
    [EveryEngine("AAAA")]
    [EveryEngine("YmVoaW5kCm5hbWUKeAp5Cno")]
    public async Task A_cursor_that_is_none_is_the_beginning(Engine engine, string cursor)
    {
        await using var store = await TestStore.Open(engine);
        await store.Execute(Levels);

        var page = await store.Get<StockReader>().List(new(), cursor, Size);

        Assert.Equal("sku-101", page.Rows[0].Place.SkuId);
        Assert.Null(page.Previous);
    }

    [Theory]
    [EveryEngine]
    public async Task Warehouses_stand_once_each_and_levels_are_found_by_their_places(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var reader = store.Get<StockReader>();
        Assert.Empty(await reader.Warehouses());
        await store.Execute(Levels);

        Assert.Equal(["north", "south"], await reader.Warehouses());
        var found = Assert.Single(await reader.Of([new("sku-105", "south"), new("sku-105", "nowhere")]));
        Assert.Equal(new StockLevel(new("sku-105", "south"), "Shirt 35", 1, 2, 0), found);
        Assert.Equal(-1, found.Available);
    }

    [Theory]
    [EveryEngine]
    public async Task What_is_behind_a_level_adds_up_to_its_figures(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("held-01").Handling());
        await store.Import(An.Order("freed-01").InWindow());
        await store.Get<StockCounts>().Take([new("sku-1", "north", 10, "shelf 4")], Actors.Operator);
        await store.Send("freed-01", new Cancel(new string('c', 32), Side.Store, new Reason(null, "sold out")), Actors.OtherOperator);

        var detail = (await store.Get<StockDetails>().Get(new("sku-1", "north"), 10, 10))!;

        var held = Assert.Single(detail.Held);
        Assert.Equal(("held-01", ReservationState.Acknowledged, 3), (held.OrderId, held.State, held.Quantity));
        Assert.Equal(detail.Level.Reserved, detail.Held.Sum(units => units.Quantity));
        Assert.Equal(
            [(StockMovementKind.Released, 3L, "freed-01", null, Actors.OtherOperator.Name), (StockMovementKind.Counted, 10L, null, "shelf 4", Actors.Operator.Name)],
            detail.Movements.Select(moved => (moved.Kind, moved.Quantity, moved.OrderId, moved.Note, moved.ActorName)));
        Assert.False(detail.HasMoreHeld || detail.HasMoreMovements);
        Assert.True((await store.Get<StockDetails>().Get(new("sku-1", "north"), 10, 1))!.HasMoreMovements);
        Assert.Null(await store.Get<StockDetails>().Get(new("sku-1", "nowhere"), 10, 10));
    }

    [Theory]
    [EveryEngine]
    public async Task Names_are_found_without_their_accents_and_capitals(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("named-01").InWindow());
        var name = (await store.Get<StockReader>().Of([new("sku-1", "north")]))[0].Name;

        var found = await store.Get<StockReader>().List(new(name.ToUpperInvariant()[..3]), null, Size);

        Assert.Contains(found.Rows, level => level.Place == new StockPlace("sku-1", "north"));
    }

    [Theory]
    [EveryEngine]
    public async Task A_page_walks_an_index_and_sorts_nothing(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Execute(Levels.Replace("i < 20", "i < 20000", StringComparison.Ordinal));
        await store.Execute("ANALYZE");
        await using var connection = await store.Get<StoreSource>().OpenConnectionAsync();
        var explain = engine is Engine.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
        StockFilter[] filters = [new(), new(WarehouseId: "north"), new(State: StockState.NotCounted), new(State: StockState.Negative), new(State: StockState.ToCount), new("sku-1")];
        foreach (var sql in filters.Select(filter => new StockSql(filter)))
        {
            var place = new StockPlace("sku-15000", "north");
            SqlQuery[] pages = [sql.BySku(null, false, 51), sql.BySku(place, false, 51), sql.BySku(place, true, 51), .. sql.LooksAtNames ? [sql.ByName(new("shirt 3", place, false), false, 51)] : Array.Empty<SqlQuery>()];
            foreach (var page in pages)
            {
                var plan = await connection.Read(page with { Text = explain + page.Text }, row => row.GetString(engine is Engine.Sqlite ? 3 : 0), CancellationToken.None);
                Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal) || step.Contains("Sort", StringComparison.Ordinal) || step.Contains("Seq Scan", StringComparison.Ordinal));
            }
        }
    }

    // What the SKU begins with the text of, and then by name what else does.
    private static IReadOnlyList<StockPlace> Expected(IReadOnlyList<StockLevel> all, StockFilter filter)
    {
        var matching = all.Where(level => filter.WarehouseId is null || level.Place.WarehouseId == filter.WarehouseId)
            .Where(level => filter.State switch
            {
                StockState.NotCounted => level.OnHand is null,
                StockState.Negative => level.Available < 0,
                StockState.ToCount => level.Missing > 0,
                _ => true,
            })
            .OrderBy(level => level.Place.SkuId, StringComparer.Ordinal).ThenBy(level => level.Place.WarehouseId, StringComparer.Ordinal).ToList();
        var text = filter.Text ?? "";
        var bySku = matching.Where(level => level.Place.SkuId.StartsWith(text, StringComparison.Ordinal)).ToList();
        var byName = matching.Except(bySku).Where(level => level.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase)).OrderBy(level => level.Name, StringComparer.Ordinal);
        return [.. bySku.Concat(byName).Select(level => level.Place)];
    }

    private static async Task<(List<StockLevels> Pages, StockLevels Last)> Walk(StockReader reader, StockFilter filter, string? cursor, Func<StockLevels, string?> next)
    {
        List<StockLevels> pages = [];
        do
        {
            pages.Add(await reader.List(filter, cursor, Size));
            cursor = next(pages[^1]);
        }
        while (cursor is not null);
        return (pages, pages[^1]);
    }
}
