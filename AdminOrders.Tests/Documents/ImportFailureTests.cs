using System.Text;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AdminOrders.Tests.Documents;

/// <summary>A bug costs the document that meets it; a broken store ends the import.</summary>
public sealed class ImportFailureTests
{
    // A second order of this sequence cannot be stored: what a bug in the write path would look like.
    private const string Trap = """CREATE UNIQUE INDEX "Trap" ON "Orders" ("Sequence") WHERE "Sequence" = 'twin'""";

    [Theory]
    [EveryEngine]
    public async Task A_document_whose_order_cannot_be_stored_is_named_and_the_others_come_in(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Execute(Trap);
        var result = await store.Get<OrderImport>().Run(Documents(40, twins: [11, 12, 33]), Actor.System);
        await using var db = store.Read();

        Assert.Equal((38, 2), (result.Imported, result.Failed));
        Assert.Equal([(13L, "v12-01"), (34L, "v33-01")], result.Errors.Select(error => (error.Line, error.OrderId)));
        Assert.All(result.Errors, error => Assert.Equal(DocumentProblem.Unexpected, error.Problem));
        Assert.Equal(38, await db.Orders.CountAsync());
        Assert.Equal(38, await db.OrderSearch.CountAsync());
        Assert.Equal(Enumerable.Range(1, 38).Select(position => (long)position), await db.History.Select(row => row.Position).OrderBy(position => position).ToListAsync());
    }

    [Fact]
    public async Task A_store_that_takes_no_more_commands_ends_the_import()
    {
        await using var store = await TestStore.Open();
        await store.Workflow.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => store.Get<OrderImport>().Run(Documents(3), Actor.System));
    }

    [Theory]
    [InlineData(8, true)] // read-only
    [InlineData(10, true)] // input or output
    [InlineData(13, true)] // full
    [InlineData(5, true)] // busy
    [InlineData(11, true)] // corrupt
    [InlineData(1, false)] // the statement
    [InlineData(18, false)] // too big
    [InlineData(19, false)] // a constraint
    public async Task SQLite_says_what_is_wrong_with_the_file_and_what_with_a_row(int code, bool isBroken)
    {
        await using var store = await TestStore.Open(Engine.Sqlite);
        Assert.Equal(isBroken, store.Get<StoreSource>().IsBroken(new SqliteException("Something", code)));
    }

    [Theory]
    [InlineData("08006", true)] // connection lost
    [InlineData("53100", true)] // disk full
    [InlineData("57P01", true)] // shut down
    [InlineData("55P03", true)] // a lock that nobody gives back
    [InlineData("22001", false)] // too long
    [InlineData("23505", false)] // a constraint
    [InlineData("42703", false)] // the statement
    public void PostgreSQL_says_what_is_wrong_with_the_server_and_what_with_a_row(string state, bool isBroken)
    {
        using var source = StoreSource.Of("Postgres", "Host=localhost;Database=orders", AppContext.BaseDirectory);
        Assert.Equal(isBroken, source.IsBroken(new PostgresException("Something", "ERROR", "ERROR", state)));
        Assert.True(source.IsBroken(new NpgsqlException("No connection")));
    }

    private static MemoryStream Documents(int count, params int[] twins) => new(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(number =>
        TestDocuments.Smallest(document => (document["orderId"], document["sequence"]) = ($"v{number}-01", twins.Contains(number) ? "twin" : $"{number}")).ToJsonString() + "\n"))));
}
