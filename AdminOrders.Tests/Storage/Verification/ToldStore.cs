using System.Text;
using System.Text.Json.Nodes;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Documents;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage.Verification;

/// <summary>A small store of orders that real documents brought in, some of which were worked on since.</summary>
internal static class ToldStore
{
    public const string Invoiced = "told-invoiced-01";
    public const string Requested = "told-requested-01";
    public const string CanceledThere = "told-canceled-01";
    public const string Worked = "told-worked-01";
    public const string Twice = "told-twice-01";
    public const string AskedThere = "0123456789abcdef0123456789abcdef";
    public static readonly string AskedHere = new('7', 32);

    public static async Task<TestStore> Open(Engine engine = Engine.Sqlite)
    {
        var store = await TestStore.Open(engine);
        await store.Import(Document(Invoiced, "handling", order => order["packageAttachment"] = Package("T-1", 1_250, new JsonArray(Line(0, 1)))));
        await store.Import(Document(Requested, "cancellation-requested", Asked));
        await store.Import(Document(CanceledThere, "canceled", Canceled));
        await store.Import(Document(Worked, "ready-for-handling"));
        await store.Import(Document(Twice, "ready-for-handling"));
        await store.Import(Document(Twice, "handling", order => order["packageAttachment"] = Package("T-2", 1_250, new JsonArray(Line(0, 1)))));
        await store.Send(Worked, new Cancel(AskedHere, Side.Customer, new Reason(null, "changed my mind")), Actors.Operator);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.Send(Worked, new ConfirmCancellation(AskedHere), Actors.OtherOperator);
        return store;
    }

    private static ImportedOrder Document(string orderId, string status, Action<JsonObject>? change = null) => Read(TestDocuments.Smallest(order =>
    {
        (order["orderId"], order["status"], order["salesChannel"], order["authorizedDate"]) = (orderId, status, "1", "2026-03-01T11:00:00Z");
        order["clientProfileData"] = new JsonObject { ["firstName"] = "Ana", ["email"] = "ana@example.com", ["document"] = "123" };
        order["paymentData"] = new JsonObject { ["transactions"] = new JsonArray(new JsonObject { ["transactionId"] = "T", ["payments"] = new JsonArray(Payment("pix", 2_000), Payment("card", 500)) }) };
        order["shippingData"] = new JsonObject { ["logisticsInfo"] = new JsonArray(new JsonObject { ["itemIndex"] = 0, ["deliveryIds"] = new JsonArray(new JsonObject { ["warehouseId"] = "north", ["quantity"] = 2 }) }) };
        change?.Invoke(order);
    }));

    private static ImportedOrder Read(JsonObject document)
    {
        var reading = new OrderDocumentReader(new ManualClock(), Policy.Default).Read(Encoding.UTF8.GetBytes(document.ToJsonString()));
        Assert.Empty(reading.Errors);
        return reading.Order!;
    }

    private static JsonObject Payment(string id, long value) => new() { ["id"] = id, ["value"] = value, ["group"] = id == "pix" ? "instantPayment" : "creditCard", ["paymentSystemName"] = id };

    private static JsonObject Line(int item, int quantity) => new() { ["itemIndex"] = item, ["quantity"] = quantity };

    private static JsonObject Package(string number, long value, JsonArray items) => new()
    {
        ["packages"] = new JsonArray(new JsonObject { ["invoiceNumber"] = number, ["invoiceValue"] = value, ["issuanceDate"] = "2026-03-02T10:00:00Z", ["type"] = "Output", ["items"] = items }),
    };

    private static void Asked(JsonObject order) => order["cancellationRequests"] = new JsonArray(new JsonObject
    {
        ["id"] = AskedThere,
        ["requestedByUser"] = true,
        ["cancellationRequestDate"] = "2026-03-02T09:00:00Z",
        ["reason"] = "too late",
    });

    private static void Canceled(JsonObject order)
    {
        order["canceledBy"] = "Bia";
        order["cancellationData"] = new JsonObject
        {
            ["RequestedByUser"] = true,
            ["requestedByUser"] = true,
            ["cancellationDate"] = "2026-03-02T09:30:00Z",
            ["cancellationRequestId"] = AskedThere,
            ["reason"] = "twice",
        };
    }
}
