using AdminOrders.Core.Orders;
using AdminOrders.Tests.Documents;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage;

/// <summary>Orders that a document tells to be canceled: who is shown, and who is owed.</summary>
public sealed class ImportedCancellationTests
{
    private const string Id = "1000000000001-01";

    [Theory]
    [EveryEngine("canceledBy")]
    [EveryEngine("cancelledBy")]
    public async Task An_order_that_comes_in_canceled_names_whom_the_document_names(Engine engine, string field)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(TestDocuments.Order(document => (document["status"], document[field]) = ("canceled", "maria@example.com")));

        var row = await store.Row("v1-01");

        Assert.Equal((Side.Store, "maria@example.com"), (row.CanceledFor, row.CanceledBy));
    }

    [Theory]
    [EveryEngine]
    public async Task Where_a_document_names_nobody_the_side_alone_is_told(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(TestDocuments.Order(document =>
            (document["status"], document["cancellationData"]) = ("canceled", new System.Text.Json.Nodes.JsonObject { ["RequestedByUser"] = true })));

        var row = await store.Row("v1-01");

        Assert.Equal((Side.Customer, ""), (row.CanceledFor, row.CanceledBy));
    }

    [Theory]
    [EveryEngine]
    public async Task Who_imports_a_cancellation_is_not_who_canceled(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(TestDocuments.Order());
        var canceled = TestDocuments.Order(document => (document["status"], document["cancelReason"]) = ("canceled", "out of stock"));

        var answer = await store.Send("v1-01", new RecordImportedState(canceled), Actors.Operator);
        var row = await store.Row("v1-01");

        Assert.Equal("canceled", answer.Status);
        Assert.Equal((Side.System, ""), (row.CanceledFor, row.CanceledBy));
        Assert.Equal("Ana", (await store.History("v1-01"))[^1].ActorName);
    }

    [Theory]
    [EveryEngine]
    public async Task A_later_document_does_not_rename_who_canceled_here(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(TestDocuments.Order(document => document["status"] = "window-to-cancel"));
        await store.Send("v1-01", new Cancel(new string('7', 32), Side.Store, new Reason(null, "sold out")), Actors.Operator);

        await store.Import(TestDocuments.Order(document => (document["status"], document["canceledBy"]) = ("canceled", "maria@example.com")));

        Assert.Equal("Ana", (await store.Row("v1-01")).CanceledBy);
    }

    [Theory]
    [EveryEngine]
    public async Task Canceled_there_frees_the_stock_and_owes_the_money_but_no_mail_and_no_channel(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var known = An.Order(Id).FromMarketplace().Captured().Ready().Captured();
        await store.Import(known);

        var answer = await store.Import(known.In(Status.Canceled).With(facts => facts with { Cancellation = new(An.Instant, Side.Customer, "import", null, Reason.None) }).AsImported("canceled"));
        await using var db = store.Read();

        Assert.Equal("canceled", answer.Status);
        Assert.All((await store.Facts(Id)).Reservations, reservation => Assert.Equal(0, reservation.Held));
        Assert.Equal(10_000, Assert.Single((await store.Facts(Id)).Payments).Owed);
        Assert.Equal(Consumers.Payment, Assert.Single(await db.Deliveries.ToListAsync()).Consumer);
    }

    [Theory]
    [EveryEngine]
    public async Task A_document_that_tells_of_a_cancellation_tells_what_became_of_the_money_so_nothing_is_owed(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(Document("ready-for-handling"));

        var answer = await store.Import(Document("canceled"));
        await using var db = store.Read();

        Assert.Equal("canceled", answer.Status);
        Assert.Equal((PaymentState.Voided, 0L), Assert.Single((await store.Facts("v1-01")).Payments.Select(payment => (payment.State, payment.Owed))));
        Assert.Empty(await db.Deliveries.ToListAsync());
    }

    [Theory]
    [EveryEngine]
    public async Task Of_an_order_that_comes_in_canceled_nobody_is_owed_anything(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(TestDocuments.OrderOf(TestDocuments.Example("order-document")));
        await using var db = store.Read();

        Assert.Empty(await db.Deliveries.ToListAsync());
        Assert.Equal(1, await db.History.CountAsync());
    }

    private static ImportedOrder Document(string status) => TestDocuments.Order(document =>
    {
        document["status"] = status;
        document["authorizedDate"] = "2026-03-01T11:00:00Z";
        document["paymentData"] = System.Text.Json.Nodes.JsonNode.Parse(
            """{"transactions":[{"isActive":true,"transactionId":"T1","payments":[{"id":"P1","paymentSystemName":"Visa","value":2500,"group":"creditCard"}]}]}""");
    });
}
