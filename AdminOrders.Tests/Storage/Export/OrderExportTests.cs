using System.Globalization;
using System.IO.Pipelines;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;
using CsvHelper;

namespace AdminOrders.Tests.Storage.Export;

public sealed class OrderExportTests
{
    private static readonly TimeZoneInfo SaoPaulo = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    [Theory]
    [EveryEngine]
    public async Task The_file_has_the_rows_of_the_list_in_its_order_and_no_other(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 1_300, seed: 5);
        var filters = Enum.GetValues<OrderSort>().SelectMany(sort => Filters().SelectMany(filter => new[] { filter with { Sort = sort }, filter with { Sort = sort, Ascending = true } })).ToList();
        Assert.True(filters.Count >= 60, $"{filters.Count} filters");
        foreach (var filter in filters)
        {
            var file = await Export(orders.Store, new(filter, ExportRows.PerOrder, TimeZoneInfo.Utc, English));
            Assert.Equal(orders.Expected(filter), file.Select(row => row["Order"]));
        }
    }

    [Theory]
    [EveryEngine]
    public async Task What_changes_while_the_file_is_written_is_not_in_it(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 1_300, seed: 6);
        var expected = orders.Expected(new OrderFilter());
        var output = new Pipe();
        var writing = new Changing(orders.Store);
        var written = orders.Store.Get<OrderExport>().WriteCsv(
            new(new OrderFilter(), ExportRows.PerOrder, TimeZoneInfo.Utc, English), output.Writer, writing);
        var read = Read(output.Reader.AsStream());
        Assert.Equal(1_300, await written);
        await output.Writer.CompleteAsync();

        var file = await read;
        await writing.Change!;
        Assert.Equal(expected, file.Select(row => row["Order"]));
        Assert.DoesNotContain(file, row => row["Status raw value"] == "changed");
    }

    [Theory]
    [EveryEngine]
    public async Task A_canceled_order_says_who_for_whom_when_and_why_in_the_readers_words_and_zone(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("o-1").Paid());
        await store.Send("o-1", new Cancel(Owing.NewId(), Side.Customer, new Reason(null, "=HYPERLINK(\"http://x\")")), Actors.Operator);

        var english = Assert.Single(await Export(store, new(new OrderFilter(), ExportRows.PerOrder, SaoPaulo, English)));
        var portuguese = Assert.Single(await Export(store, new(new OrderFilter(), ExportRows.PerOrder, SaoPaulo, CultureInfo.GetCultureInfo("pt-BR"))));

        Assert.Equal(("Canceled", "Cancelado", "canceled"), (english["Status"], portuguese["Status"], english["Status raw value"]));
        Assert.Equal(("Ana", "customer", "'=HYPERLINK(\"http://x\")"), (english["Cancelled By"], english["Cancelled For"], english["Cancellation Reason"]));
        Assert.Equal("2026-03-02 09:00:00", english["Cancellation Date (America/Sao_Paulo)"]);
        Assert.Equal(("100.00", "BRL", "5"), (english["Total Value"], english["Currency Code"], english["Units"]));
    }

    [Theory]
    [EveryEngine]
    public async Task Each_line_of_an_order_is_a_row_and_an_order_without_lines_is_one_too(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("o-1").Paid());
        await store.Import(An.Order("o-2").Paid().With(order => order with { Items = [], Reservations = [] }));

        var rows = await Export(store, new(new OrderFilter { Sort = OrderSort.OrderId, Ascending = true }, ExportRows.PerSku, TimeZoneInfo.Utc, English));

        Assert.Equal(
            [("o-1", "sku-1", "Shirt", "3", "20.00", "60.00"), ("o-1", "sku-2", "Shoes", "2", "20.00", "40.00"), ("o-2", "", "", "", "", "")],
            rows.Select(row => (row["Order"], row["ID_SKU"], row["SKU Name"], row["Quantity_SKU"], row["SKU Selling Price"], row["SKU Total Price"])));
    }

    [Fact]
    public async Task Columns_are_those_that_were_chosen_and_nothing_personal_goes_to_who_only_lists()
    {
        await using var store = await TestStore.Open();
        await store.Import(An.Order("o-1").Paid());
        var request = new ExportRequest(new OrderFilter(), ExportRows.PerOrder, TimeZoneInfo.Utc, English);

        var chosen = Assert.Single(await Export(store, request with { IsPersonal = true, Columns = new HashSet<string> { "Order", "Email", "no such column", "ID_SKU" } }));
        var listed = Assert.Single(await Export(store, request));
        var whole = Assert.Single(await Export(store, request with { IsPersonal = true }));

        Assert.Equal(["Order", "Email"], chosen.Keys);
        string[] personal = ["Email", "Client Document", "Phone", "Street", "Postal Code", "Receiver Name"];
        Assert.Empty(personal.Intersect(listed.Keys));
        Assert.Equal(personal.Order(StringComparer.Ordinal), personal.Intersect(whole.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_hour_of_a_day_on_which_clocks_change_is_the_zones_own()
    {
        await using var store = await TestStore.Open();
        var newYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var change = new DateTimeOffset(2026, 3, 8, 6, 30, 0, TimeSpan.Zero);
        await store.Import(An.Order("before").Paid().With(order => order with { CreatedAt = change }));
        await store.Import(An.Order("after").Paid().With(order => order with { CreatedAt = change.AddHours(1) }));

        var rows = await Export(store, new(new OrderFilter { Ascending = true }, ExportRows.PerOrder, newYork, English));

        Assert.Equal(["2026-03-08 01:30:00", "2026-03-08 03:30:00"], rows.Select(row => row["Creation Date (America/New_York)"]));
    }

    private static IEnumerable<OrderFilter> Filters()
    {
        var range = new OrderFilter { CreatedFrom = OrdersAtRandom.Start.AddHours(20), CreatedBefore = OrdersAtRandom.Start.AddHours(150) };
        yield return new OrderFilter();
        yield return new OrderFilter { Statuses = [Status.Invoiced, Status.Canceled, "", "unheard-of"] };
        yield return range with { Statuses = [Status.ReadyForHandling] };
        yield return new OrderFilter { Origin = "Marketplace", SellerId = "seller2" };
        yield return new OrderFilter { OnlyOpenRequests = true };
        yield return range with { Text = "joao" };
        yield return new OrderFilter { SellerId = "nobody" };
    }

    private static async Task<List<Dictionary<string, string>>> Export(TestStore store, ExportRequest request)
    {
        using var file = new MemoryStream();
        var output = PipeWriter.Create(file, new StreamPipeWriterOptions(leaveOpen: true));
        await store.Get<OrderExport>().WriteCsv(request, output);
        await output.CompleteAsync();
        file.Position = 0;
        return await Read(file);
    }

    // Read by somebody else's reader, which forgives nothing.
    private static async Task<List<Dictionary<string, string>>> Read(Stream file)
    {
        await using var csv = CsvReader.Create(file, CsvCellsTests.Strictly, leaveOpen: false);
        var rows = new List<Dictionary<string, string>>();
        while (await csv.ReadAsync())
        {
            rows.Add(csv.Headers.ToArray().Select((head, column) => KeyValuePair.Create(head, csv.GetString(column)!)).ToDictionary(StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>Changes every order as soon as the first page is written.</summary>
    private sealed class Changing(TestStore store) : IProgress<long>
    {
        public Task? Change { get; private set; }

        public void Report(long value) => Change ??= Task.Run(() => store.Execute("""UPDATE "Orders" SET "Status" = 'changed', "CreatedAt" = "CreatedAt" + 1"""));
    }
}
