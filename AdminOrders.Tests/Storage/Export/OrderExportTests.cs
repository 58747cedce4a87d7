using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json.Nodes;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Tests.Documents;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage.Export;

public sealed class OrderExportTests
{
    private static readonly TimeZoneInfo SaoPaulo = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    // As VTEX's help lists it; "Status raw value" is called temporary there.
    private static readonly string[] OrderReport =
    [
        "Origin", "Order", "Sequence", "Creation Date", "Client Name", "Client Last Name", "Client Document", "Email", "Phone", "UF", "City", "Address Identification",
        "Address Type", "Receiver Name", "Street", "Number", "Complement", "Neighborhood", "Reference", "Postal Code", "SLA Type", "Courier", "Estimate Delivery Date",
        "Delivery Deadline", "Status", "Last Change Date", "UtmMedium", "UtmSource", "UtmCampaign", "Coupon", "Payment System Name", "Installments", "Payment Value",
        "Quantity_SKU", "ID_SKU", "Category Ids Sku", "Reference Code", "SKU Name", "SKU Value", "SKU Selling Price", "SKU Total Price", "SKU Path", "Item Attachments",
        "List Id", "List Type Name", "Service (Price / Selling Price)", "Shipping List Price", "Shipping Value", "Total Value", "Discounts Totals", "Discounts Names",
        "Call Center Email", "Call Center Code", "Tracking Number", "Host", "GiftRegistry ID", "Seller Name", "Status TimeLine", "Note", "UtmiPart", "UtmiCampaign",
        "UtmiPage", "Seller Order Id", "Acquirer", "Authorization Id", "TID", "NSU", "Card First Digits", "Card Last Digits", "Payment Approved By", "Cancelled By",
        "Cancellation Reason", "Gift Card Name", "Gift Card Caption", "Authorized Date", "Corporate Name", "Corporate Document", "TransactionId", "PaymentId",
        "SalesChannel", "marketingTags", "Delivered", "SKU RewardValue", "Is Marketplace certified", "Is checked in", "Currency Code", "Taxes", "Invoice Numbers",
        "Country", "Input Invoices Numbers", "Output Invoices Numbers", "Status raw value", "Cancellation Data",
    ];

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
        var read = ExportedRows.Read(output.Reader.AsStream());
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

    [Fact]
    public void Every_column_of_the_order_report_is_there_in_its_order()
    {
        var names = OrderExport.Choices.Select(column => column.Name).ToList();

        Assert.Equal(OrderReport, names.Where(OrderReport.Contains));
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Theory]
    [EveryEngine]
    public async Task What_the_document_tells_stands_in_the_columns_of_the_order_report(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(TestDocuments.Order(document =>
        {
            document["clientProfileData"] = JsonNode.Parse("""{ "firstName": "João", "lastName": "Souza", "email": "joao@example.com", "document": "1" }""");
            document["giftRegistryData"] = JsonNode.Parse("""{ "giftRegistryId": "g-1", "giftRegistryTypeName": "Wedding" }""");
            document["callCenterOperatorData"] = JsonNode.Parse("""{ "id": "op-7", "email": "op@example.com" }""");
            document["openTextField"] = JsonNode.Parse("""{ "value": "=ring twice" }""");
            document["marketingData"] = JsonNode.Parse("""{ "marketingTags": ["a", "b"], "utmiPart": "part", "utmipage": "page", "utmiCampaign": "campaign" }""");
            document["ratesAndBenefitsData"] = JsonNode.Parse("""{ "rateAndBenefitsIdentifiers": [{ "name": "Free shipping" }, { "name": "10%" }] }""");
            document["marketplace"] = JsonNode.Parse("""{ "isCertified": true }""");
            document["isCheckedIn"] = false;
            document["items"] = JsonNode.Parse(
                """
                [{ "id": "sku-1", "name": "Ring", "quantity": 1, "price": 1200, "sellingPrice": 1000, "rewardValue": 5, "additionalInfo": { "categoriesIds": "/1/10/" },
                   "attachments": [{ "name": "engraving", "content": { "text": "A" } }], "bundleItems": [{ "name": "Wrap", "price": 300, "sellingPrice": 250 }] }]
                """);
            document["shippingData"] = JsonNode.Parse("""{ "logisticsInfo": [{ "itemIndex": 0, "listPrice": 900, "shippingEstimateDate": "2026-03-04T02:30:00+00:00" }] }""");
            document["paymentData"] = JsonNode.Parse(
                """
                { "transactions": [{ "isActive": true, "transactionId": "t", "payments": [
                    { "id": "p1", "value": 700, "tid": "tid-1", "firstDigits": "444433", "lastDigits": "1111", "connectorResponses": { "authId": "auth", "nsu": "0001", "acquirer": "TestPay" } },
                    { "id": "p2", "value": 300, "giftCardName": "Card", "giftCardCaption": "Birthday" }] }] }
                """);
        }));

        var row = Assert.Single(await Export(store, new(new OrderFilter(), ExportRows.PerSku, SaoPaulo, English) { IsPersonal = true }));

        Dictionary<string, string> expected = new()
        {
            ["Client Name"] = "João",
            ["Client Last Name"] = "Souza",
            ["List Id"] = "g-1",
            ["List Type Name"] = "Wedding",
            ["GiftRegistry ID"] = "g-1",
            ["Call Center Code"] = "op-7",
            ["Call Center Email"] = "op@example.com",
            ["Note"] = "'=ring twice",
            ["marketingTags"] = "a | b",
            ["UtmiPart"] = "part",
            ["UtmiPage"] = "page",
            ["UtmiCampaign"] = "campaign",
            ["Discounts Names"] = "Free shipping | 10%",
            ["Is Marketplace certified"] = "true",
            ["Is checked in"] = "false",
            ["Category Ids Sku"] = "/1/10/",
            ["SKU RewardValue"] = "5",
            ["Service (Price / Selling Price)"] = "Wrap (3.00 / 2.50)",
            ["Shipping List Price"] = "9.00",
            ["Estimate Delivery Date (America/Sao_Paulo)"] = "2026-03-03 23:30:00",
            ["TID"] = "tid-1",
            ["NSU"] = "0001",
            ["Authorization Id"] = "auth",
            ["Acquirer"] = "TestPay",
            ["Card First Digits"] = "444433",
            ["Card Last Digits"] = "1111",
            ["Gift Card Name"] = "Card",
            ["Gift Card Caption"] = "Birthday",
            ["SKU Value"] = "12.00",
            ["SKU Selling Price"] = "10.00",
        };
        Assert.Equal(expected, row.Where(cell => expected.ContainsKey(cell.Key)).ToDictionary());
        Assert.Contains("\"engraving\"", row["Item Attachments"], StringComparison.Ordinal);
    }

    [Theory]
    [EveryEngine]
    public async Task The_history_tells_when_an_order_came_into_each_status_and_who_approved_its_payment(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("o-1").Unpaid());
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.Send("o-1", new ApprovePayment(null), Actors.Operator);

        var row = Assert.Single(await Export(store, new(new OrderFilter(), ExportRows.PerOrder, SaoPaulo, English)));

        Assert.StartsWith("payment-pending 2026-03-02 09:00:00 | ", row["Status TimeLine (America/Sao_Paulo)"], StringComparison.Ordinal);
        Assert.EndsWith("window-to-cancel 2026-03-02 09:01:00", row["Status TimeLine (America/Sao_Paulo)"], StringComparison.Ordinal);
        Assert.Equal("Ana", row["Payment Approved By"]);
    }

    [Theory]
    [EveryEngine]
    public async Task A_workbook_has_the_cells_of_the_text_file(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 600, seed: 7);
        var request = new ExportRequest(new OrderFilter { Sort = OrderSort.Value }, ExportRows.PerSku, SaoPaulo, English) { IsPersonal = true };

        var text = await Export(orders.Store, request);
        using var file = await Write(orders.Store, request with { Format = ExportFormat.Xlsx });
        var sheet = Assert.Single(ExportedRows.ReadBook(file));

        Assert.Equal(600, text.Count);
        Assert.Equal(text[0].Keys, sheet[0]);
        Assert.Equal(text.Select(row => string.Join('|', row.Values)), sheet.Skip(1).Select(row => string.Join('|', row)));
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Xlsx)]
    public async Task No_more_than_a_page_waits_in_memory_however_many_rows_there_are(ExportFormat format)
    {
        await using var orders = await OrdersAtRandom.Insert(Engine.Sqlite, count: 3_000, seed: 8);
        var request = new ExportRequest(new OrderFilter(), ExportRows.PerOrder, TimeZoneInfo.Utc, English) { IsPersonal = true, Format = format };
        var (few, many) = (new Waiting(), new Waiting());

        await orders.Store.Get<OrderExport>().Write(request with { Filter = new OrderFilter { CreatedBefore = OrdersAtRandom.Start.AddHours(60) } }, few);
        Assert.Equal(3_000, await orders.Store.Get<OrderExport>().Write(request, many));

        Assert.True(few.Flushes >= 3 && many.Flushes > 2 * few.Flushes, $"{few.Flushes} and {many.Flushes} flushes");
        Assert.InRange(many.Most, 1, few.Most * 1.5);
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
        using var file = await Write(store, request);
        return await ExportedRows.Read(file);
    }

    private static async Task<MemoryStream> Write(TestStore store, ExportRequest request)
    {
        var file = new MemoryStream();
        var output = PipeWriter.Create(file, new StreamPipeWriterOptions(leaveOpen: true));
        await store.Get<OrderExport>().Write(request, output);
        await output.CompleteAsync();
        file.Position = 0;
        return file;
    }

    /// <summary>Knows how many bytes waited at most for a flush, and forgets them.</summary>
    private sealed class Waiting : PipeWriter
    {
        private byte[] room = new byte[1 << 16];
        private long waiting;

        public long Most { get; private set; }

        public int Flushes { get; private set; }

        public override void Advance(int bytes) => Most = Math.Max(Most, waiting += bytes);

        public override Memory<byte> GetMemory(int sizeHint = 0) => room = sizeHint > room.Length ? new byte[sizeHint] : room;

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            (waiting, Flushes) = (0, Flushes + 1);
            return new(new FlushResult(isCanceled: false, isCompleted: false));
        }

        public override void CancelPendingFlush()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }
    }

    /// <summary>Changes every order as soon as the first page is written.</summary>
    private sealed class Changing(TestStore store) : IProgress<long>
    {
        public Task? Change { get; private set; }

        public void Report(long value) => Change ??= Task.Run(() => store.Execute("""UPDATE "Orders" SET "Status" = 'changed', "CreatedAt" = "CreatedAt" + 1"""));
    }
}
