using System.Text;
using System.Text.Json.Nodes;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Documents;

public sealed class OrderImportTests : IAsyncLifetime
{
    private static readonly Actor Owner = new(Side.Store, "user:1", "Olivia") { Resources = [Resource.ImportOrders, Resource.ChangeOrderWorkflowStatus, Resource.CancelOrder], HasFullAccess = true };
    private TestStore store = null!;

    public async Task InitializeAsync() => store = await TestStore.Open();

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Theory]
    [InlineData("get-order", 1)]
    [InlineData("order-document", 1)]
    [InlineData("order-group", 2)]
    public async Task The_examples_are_imported_and_come_back_from_the_store(string example, int orders)
    {
        var result = await Run(TestDocuments.Example(example));
        Assert.Equal((orders, 0), (result.Imported, result.Failed));

        await using var db = store.Read();
        var stored = await db.OrderDocuments.AsNoTracking().OrderBy(row => row.OrderKey).ToListAsync();
        Assert.Equal(orders, stored.Count);
        Assert.All(stored, row => Assert.NotNull(JsonNode.Parse(StoredDocument.Expand(row.Content))!["orderId"]));
    }

    [Fact]
    public async Task Bad_documents_are_told_by_line_while_the_rest_is_imported()
    {
        var reports = new Reports();
        var file = Lines(
            TestDocuments.Smallest().ToJsonString(),
            "not json",
            "{\"orderId\":\"broken\"",
            TestDocuments.Smallest(document => (document["orderId"], document["value"]) = ("v2-01", "free")).ToJsonString(),
            TestDocuments.Smallest(document => document["orderId"] = "v3-01").ToJsonString());
        var result = await Run(file, reports);

        Assert.Equal((2, 3), (result.Imported, result.Failed));
        Assert.Equal(["2  NotADocument", "3  Unfinished", "4 value NotWholeNumber"], result.Errors.Select(error => $"{error.Line} {error.Field} {error.Problem}"));
        Assert.Equal(result.Errors, reports.Errors);
        Assert.Equal(5, reports.Last!.Read);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_writes_nothing()
    {
        var file = Lines([.. Enumerable.Range(0, 50).Select(number => TestDocuments.Smallest(document => document["orderId"] = $"v{number}-01").ToJsonString())]);
        Assert.Equal(50, (await Run(file)).Imported);
        var before = await Position();

        Assert.Equal((0, 0, 50, 0), Counts(await Run(file)));
        Assert.Equal(before, await Position());
    }

    [Fact]
    public async Task Of_two_documents_of_one_order_the_later_one_counts()
    {
        var result = await Run(Lines(
            TestDocuments.Smallest().ToJsonString(),
            TestDocuments.Smallest(document => document["status"] = "handling").ToJsonString()));
        Assert.Equal((1, 1, 0, 0), Counts(result));
        Assert.Equal("handling", (await store.Row("v1-01")).Status);
    }

    [Fact]
    public async Task A_newer_document_updates_data_but_moves_no_status_that_was_moved_here()
    {
        await Run(Lines(TestDocuments.Smallest().ToJsonString()));
        await store.Send("v1-01", new StartHandling(), Owner);
        var result = await Run(Lines(TestDocuments.Smallest(document =>
        {
            document["status"] = "window-to-cancel";
            document["clientProfileData"] = new JsonObject { ["firstName"] = "Zoë" };
        }).ToJsonString()));

        var row = await store.Row("v1-01");
        Assert.Equal((1, "handling", "Zoë"), (result.Updated, row.Status, row.CustomerName));
    }

    [Fact]
    public async Task Nobody_imports_without_the_resource()
    {
        var result = await store.Get<OrderImport>().Run(new MemoryStream(Lines(TestDocuments.Smallest().ToJsonString())), Owner with { Resources = [] });
        Assert.Equal((DocumentProblem.Refused, Refusal.MissingResource), (result.Errors[0].Problem, result.Errors[0].Refusal));
    }

    [Fact]
    public async Task No_byte_of_the_store_holds_a_security_code_or_a_whole_card_number()
    {
        const string Code = "90210737";
        var example = JsonNode.Parse(TestDocuments.Example("get-order"))!;
        example["paymentData"]!["transactions"]![0]!["payments"]![0]!["cvv2"] = Code;
        Assert.Equal(1, (await Run(Encoding.UTF8.GetBytes(example.ToJsonString()))).Imported);

        var document = Encoding.UTF8.GetString(StoredDocument.Expand(await Stored()));
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

    [Fact]
    public async Task A_canceled_import_says_so()
    {
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Get<OrderImport>().Run(new MemoryStream(Lines("{}")), Owner, null, canceled.Token));
    }

    private Task<ImportResult> Run(byte[] file, IProgress<ImportProgress>? progress = null) => store.Get<OrderImport>().Run(new MemoryStream(file), Owner, progress);

    private async Task<byte[]> Stored()
    {
        await using var db = store.Read();
        return (await db.OrderDocuments.AsNoTracking().SingleAsync()).Content;
    }

    private async Task<long> Position()
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
