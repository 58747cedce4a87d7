using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Documents;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web.Api.Contract;
using AdminOrders.Web.Api.Orders.Document;

namespace AdminOrders.Tests.Web.Api.Orders;

/// <summary>What happened here is told in the place where the contract has it.</summary>
public sealed class OrderStateTests
{
    private const string Id = "v1-01";
    private static readonly Actor Ana = Actors.Of(Side.Store);

    [Theory]
    [EveryEngine]
    public async Task A_cancellation_tells_who_when_and_why_in_each_casing(Engine engine)
    {
        await using var store = await Open(engine);
        await store.Send(Id, new Cancel(new string('a', 32), Side.Customer, new Reason(null, "Bought twice")), Ana);
        await store.Send(Id, new ConfirmCancellation(new string('a', 32)), Ana);

        var order = await store.Read(Id);
        Assert.Equal("canceled", order.GetProperty("status").GetString());
        Assert.Equal("Cancelado", order.GetProperty("statusDescription").GetString());
        Assert.Equal("Bought twice", order.GetProperty("cancelReason").GetString());
        Assert.False(order.GetProperty("allowCancellation").GetBoolean());
        var pascal = order.GetProperty("cancellationData");
        Assert.True(pascal.GetProperty("RequestedByUser").GetBoolean());
        Assert.Equal(JsonValueKind.Null, pascal.GetProperty("RequestedBySystem").ValueKind);
        Assert.Equal((new string('a', 32), Ana.Name), (pascal.GetProperty("CancellationRequestId").GetString(), pascal.GetProperty("CanceledBy").GetString()));

        var document = await store.Read(Id, OrderForm.OrderDocument);
        Assert.Equal(new string('a', 32), document.GetProperty("cancellationData").GetProperty("cancellationRequestId").GetString());
        Assert.Equal(Ana.Name, document.GetProperty("canceledBy").GetString());
        Assert.Equal("canceled", document.GetProperty("workflowData").GetProperty("instances")[0].GetProperty("currentStepName").GetString());
        Assert.Contains(document.GetProperty("receiptData").GetProperty("receiptCollection").EnumerateArray(), receipt => receipt.GetProperty("receiptType").GetString() == "marketPlaceCancellation");
        await CheckForms(store);
    }

    [Theory]
    [EveryEngine]
    public async Task A_declined_request_tells_when_and_what_the_customer_was_told(Engine engine)
    {
        await using var store = await Open(engine);
        await store.Send(Id, new Cancel(new string('b', 32), Side.Customer, new Reason(null, "Too late")), Ana);
        var asked = await store.Read(Id, OrderForm.OrderGroup);
        Assert.False(asked.GetProperty("cancellationRequests")[0].GetProperty("deniedBySeller").GetBoolean());
        Assert.Equal("Too late", asked.GetProperty("cancellationData").GetProperty("reason").GetString());

        await store.Send(Id, new Decline(new string('b', 32), "packed", "It is on its way"), Ana);
        var request = (await store.Read(Id, OrderForm.OrderGroup)).GetProperty("cancellationRequests")[0];
        Assert.True(request.GetProperty("deniedBySeller").GetBoolean());
        Assert.Equal("It is on its way", request.GetProperty("deniedBySellerReason").GetString());
        Assert.Equal(store.Clock.GetUtcNow(), request.GetProperty("cancellationRequestDenyDate").GetDateTimeOffset());
        await CheckForms(store);
    }

    [Theory]
    [EveryEngine]
    public async Task Removed_units_leave_the_line_the_totals_and_the_value(Engine engine)
    {
        await using var store = await Open(engine);
        var answer = await store.Send(Id, new ChangeItems([new ItemQuantity(0, 1)], "Out of stock"), Ana);
        Assert.IsType<Accepted>(answer.Decision);

        var order = await store.Read(Id);
        Assert.Equal(1, order.GetProperty("items")[0].GetProperty("quantity").GetInt32());
        Assert.Equal(1_250, order.GetProperty("items")[0].GetProperty("priceDefinition").GetProperty("total").GetInt64());
        Assert.Equal(1_250, order.GetProperty("value").GetInt64());
        Assert.Equal(1_250, order.GetProperty("totals")[0].GetProperty("value").GetInt64());
        var change = order.GetProperty("changesAttachment").GetProperty("changesData")[0];
        Assert.Equal("Out of stock", change.GetProperty("reason").GetString());
        Assert.Equal(answer.Receipt?.Receipt ?? (await store.History(Id))[1].HistoryId, change.GetProperty("receipt").GetProperty("receipt").GetString());
        await CheckForms(store);
    }

    [Theory]
    [EveryEngine]
    public async Task An_invoice_of_ours_stands_among_the_packages_and_a_return_gives_back(Engine engine)
    {
        await using var store = await Open(engine);
        var sold = new InvoiceData("F-1", 2_500, store.Clock.GetUtcNow()) { Items = [new ItemQuantity(0, 2)], Courier = "Post", TrackingNumber = "T1" };
        Assert.IsType<Accepted>((await store.Send(Id, new Invoice(sold), Ana)).Decision);
        Assert.IsType<Accepted>((await store.Send(Id, new ReturnInvoice(new InvoiceData("R-1", 1_250, store.Clock.GetUtcNow()) { Items = [new ItemQuantity(0, 1)] }), Ana)).Decision);

        var packages = (await store.Read(Id)).GetProperty("packageAttachment").GetProperty("packages");
        Assert.Equal(["F-1", "R-1"], packages.EnumerateArray().Select(package => package.GetProperty("invoiceNumber").GetString()));
        Assert.Equal("T1", packages[0].GetProperty("trackingNumber").GetString());
        Assert.Equal(2, packages[0].GetProperty("items")[0].GetProperty("quantity").GetInt32());
        Assert.Equal(1_250, packages[1].GetProperty("restitutions").GetProperty("Refund").GetProperty("value").GetInt64());
        await CheckForms(store);
    }

    [Fact]
    public async Task A_package_of_the_document_stays_as_it_came_beside_ours()
    {
        await using var store = await TestStore.Open();
        var order = TestDocuments.OrderOf(TestDocuments.Example("get-order"));
        await store.Import(order);
        var packages = (await store.Read(order.Facts.OrderId)).GetProperty("packageAttachment").GetProperty("packages");
        using var told = JsonDocument.Parse(TestDocuments.Example("get-order"));
        Assert.Equal(
            JsonSerializer.Serialize(told.RootElement.GetProperty("packageAttachment").GetProperty("packages")),
            JsonSerializer.Serialize(packages));
    }

    private static async Task<TestStore> Open(Engine engine)
    {
        var store = await TestStore.Open(engine);
        store.Clock.Set(TestDocuments.Now);
        await store.Import(TestDocuments.Order());
        return store;
    }

    private static async Task CheckForms(TestStore store)
    {
        foreach (var form in WrittenOrder.Forms)
        {
            ContractShape.Check(WrittenOrder.ShapeOf(form), WrittenOrder.AsAnswered(await store.ReadText(Id, form), form));
        }
    }
}
