using System.Text;
using System.Text.Json.Nodes;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Orders;
using AdminOrders.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Documents;

public sealed class OrderImportTests
{
    private static readonly Actor Owner = new(Side.Store, "user:1", "Olivia") { Resources = [Resource.ImportOrders, Resource.ChangeOrderWorkflowStatus, Resource.CancelOrder], HasFullAccess = true };

    [Theory]
    [EveryEngine("get-order", 1)]
    [EveryEngine("order-document", 1)]
    [EveryEngine("order-group", 2)]
    public async Task The_examples_are_imported_and_come_back_from_the_store(Engine engine, string example, int orders)
    {
        await using var store = await TestStore.Open(engine);
        var result = await Run(store, TestDocuments.Example(example));
        Assert.Equal((orders, 0), (result.Imported, result.Failed));

        await using var db = store.Read();
        var stored = await db.OrderDocuments.AsNoTracking().OrderBy(row => row.OrderKey).ToListAsync();
        Assert.Equal(orders, stored.Count);
        Assert.All(stored, row => Assert.NotNull(JsonNode.Parse(StoredDocument.Expand(row.Content))!["orderId"]));
    }

    [Theory]
    [EveryEngine]
    public async Task Bad_documents_are_told_by_line_while_the_rest_is_imported(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var reports = new Reports();
        var file = Lines(
            TestDocuments.Smallest().ToJsonString(),
            "not json",
            "{\"orderId\":\"broken\"",
            TestDocuments.Smallest(document => (document["orderId"], document["value"]) = ("v2-01", "free")).ToJsonString(),
            TestDocuments.Smallest(document => document["orderId"] = "v3-01").ToJsonString());
        var result = await Run(store, file, reports);

        Assert.Equal((2, 3), (result.Imported, result.Failed));
        Assert.Equal(["2  NotADocument", "3  Unfinished", "4 value NotWholeNumber"], result.Errors.Select(error => $"{error.Line} {error.Field} {error.Problem}"));
        Assert.Equal(result.Errors, reports.Errors);
        Assert.Equal(5, reports.Last!.Read);
    }

    [Theory]
    [EveryEngine]
    public async Task The_same_file_again_changes_nothing_and_writes_nothing(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var file = Lines([.. Enumerable.Range(0, 50).Select(number => TestDocuments.Smallest(document => document["orderId"] = $"v{number}-01").ToJsonString())]);
        Assert.Equal(50, (await Run(store, file)).Imported);
        var before = await Position(store);

        Assert.Equal((0, 0, 50, 0), Counts(await Run(store, file)));
        Assert.Equal(before, await Position(store));
    }

    [Theory]
    [EveryEngine]
    public async Task Of_two_documents_of_one_order_the_later_one_counts(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var result = await Run(store, Lines(
            TestDocuments.Smallest().ToJsonString(),
            TestDocuments.Smallest(document => document["status"] = "handling").ToJsonString()));
        Assert.Equal((1, 1, 0, 0), Counts(result));
        Assert.Equal("handling", (await store.Row("v1-01")).Status);
    }

    [Theory]
    [EveryEngine]
    public async Task A_newer_document_updates_data_but_moves_no_status_that_was_moved_here(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Run(store, Lines(TestDocuments.Smallest().ToJsonString()));
        await store.Send("v1-01", new StartHandling(), Owner);
        var result = await Run(store, Lines(TestDocuments.Smallest(document =>
        {
            document["status"] = "window-to-cancel";
            document["clientProfileData"] = new JsonObject { ["firstName"] = "Zoë" };
        }).ToJsonString()));

        var row = await store.Row("v1-01");
        Assert.Equal((1, "handling", "Zoë"), (result.Updated, row.Status, row.CustomerName));
    }

    [Theory]
    [EveryEngine]
    public async Task Pix_that_is_approved_here_has_arrived_and_a_cancellation_owes_its_refund(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Run(store, Lines(TestDocuments.Smallest(document =>
        {
            document["status"] = "payment-pending";
            document["paymentData"] = JsonNode.Parse(
                """{"transactions":[{"isActive":true,"transactionId":"T","payments":[{"id":"pix","group":"instantPayment","paymentSystemName":"Pix","value":1000}]}]}""");
        }).ToJsonString()));

        await store.Send("v1-01", new ApprovePayment(), Actors.Payment);
        Assert.Equal((PaymentState.Captured, 1_000L), (await store.Facts("v1-01")).Payments.Select(payment => (payment.State, payment.Captured)).Single());
        await store.Send("v1-01", Some.Cancel(), Actors.Operator);

        Assert.Contains(await store.History("v1-01"), row => EventJson.Read(new(row.Kind, row.KindVersion, row.Payload)) is MoneyOwed { Kind: DebtKind.Refund, Amount: 1_000 });
        Assert.True((await store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task Nobody_imports_without_the_resource(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var result = await store.Get<OrderImport>().Run(new MemoryStream(Lines(TestDocuments.Smallest().ToJsonString())), Owner with { Resources = [] });
        Assert.Equal((DocumentProblem.Refused, Refusal.MissingResource), (result.Errors[0].Problem, result.Errors[0].Refusal));
    }

    [Fact]
    public async Task No_byte_of_a_SQLite_store_holds_a_security_code_or_a_whole_card_number()
    {
        await using var store = await TestStore.Open();
        const string Code = "90210737";
        var example = JsonNode.Parse(TestDocuments.Example("get-order"))!;
        example["paymentData"]!["transactions"]![0]!["payments"]![0]!["cvv2"] = Code;
        Assert.Equal(1, (await Run(store, Encoding.UTF8.GetBytes(example.ToJsonString()))).Imported);

        var document = Encoding.UTF8.GetString(StoredDocument.Expand(await Stored(store)));
        Assert.DoesNotContain(Code, document, StringComparison.Ordinal);
        Assert.Contains("401288******1881", document, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(new SqliteConnectionStringBuilder(store.ConnectionString).DataSource)!))
        {
            await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes);
            Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(Code)) < 0, file);
            Assert.True(bytes.ToArray().AsSpan().IndexOf("4012888888881881"u8) < 0, file);
        }
    }

    [Theory]
    [EveryEngine]
    public async Task A_canceled_import_says_so(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Get<OrderImport>().Run(new MemoryStream(Lines("{}")), Owner, null, canceled.Token));
    }

    private static Task<ImportResult> Run(TestStore store, byte[] file, IProgress<ImportProgress>? progress = null) => store.Get<OrderImport>().Run(new MemoryStream(file), Owner, progress);

    private static async Task<byte[]> Stored(TestStore store)
    {
        await using var db = store.Read();
        return (await db.OrderDocuments.AsNoTracking().SingleAsync()).Content;
    }

    private static async Task<long> Position(TestStore store)
    {
        await using var db = store.Read();
        return await db.History.MaxAsync(row => row.Position);
    }

    private static (long, long, long, long) Counts(ImportResult result) => (result.Imported, result.Updated, result.Unchanged, result.Failed);

    private static byte[] Lines(params string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    private sealed class Reports : IProgress<ImportProgress>
    {
        public List<DocumentError> Errors { get; } = [];

        public ImportProgress? Last { get; private set; }

        public void Report(ImportProgress value)
        {
            Errors.AddRange(value.NewErrors);
            Last = value;
        }
    }
}
