using System.Text;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Sample;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Documents;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web.Api.Contract;
using AdminOrders.Web.Api.Orders.Document;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Web.Api.Orders;

/// <summary>Whole orders have the shapes of the contract, wherever they stand and whatever their document tells.</summary>
public sealed class OrderContractTests
{
    public static TheoryData<string> Statuses => [.. Stages.Known, "waiting-for-the-moon"];

    [Theory, EveryEngineWith(nameof(Statuses))]
    public async Task An_order_has_the_contracts_shapes_in_every_status(Engine engine, string status)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order().Paid().In(status));
        await CheckForms(store, "1000000000001-01");
    }

    [Fact]
    public async Task An_order_has_the_contracts_shapes_with_every_part_that_happened_here()
    {
        await using var store = await TestStore.Open();
        foreach (var order in OrdersWithParts())
        {
            await store.Import(order);
            await CheckForms(store, order.Build().OrderId);
        }
    }

    [Theory]
    [InlineData("get-order")]
    [InlineData("order-document")]
    [InlineData("order-group")]
    public async Task A_full_document_comes_back_in_the_contracts_shapes(string example)
    {
        await using var store = await TestStore.Open();
        foreach (var document in Documents(example))
        {
            var order = TestDocuments.OrderOf(document);
            await store.Import(order);
            await CheckForm(store, order.Facts.OrderId, WrittenOrder.Forms.Single(form => WrittenOrder.ShapeOf(form) == example));
        }
    }

    [Fact]
    public async Task Every_order_of_the_sample_store_has_the_contracts_shapes()
    {
        await using var store = await TestStore.Open();
        await store.Get<SampleStore>().Fill();
        await using var db = store.Read();
        foreach (var orderId in await db.Orders.Select(order => order.OrderId).ToListAsync())
        {
            await CheckForms(store, orderId);
        }
    }

    internal static IEnumerable<byte[]> Documents(string example)
    {
        using var json = JsonDocument.Parse(TestDocuments.Example(example));
        return json.RootElement.ValueKind is JsonValueKind.Array
            ? [.. json.RootElement.EnumerateArray().Select(order => JsonSerializer.SerializeToUtf8Bytes(order))]
            : [JsonSerializer.SerializeToUtf8Bytes(json.RootElement)];
    }

    private static IEnumerable<OrderBuilder> OrdersWithParts() =>
    [
        An.Order("1-01").Handling().AskedBy(Side.Customer).AskedBy(Side.Marketplace),
        An.Order("2-01").FulfilledBySeller().Handling().AskedBy(Side.Seller),
        An.Order("3-01").Handling().PartlyInvoiced(),
        An.Order("4-01").Returned(),
        An.Order("5-01").FromMarketplace().AwaitingAuthorization(),
        An.Order("6-01").Ready().Canceled(),
        An.Order("7-01").With(order => order with { Payments = [], Items = [], Reservations = [] }),
    ];

    private static async Task CheckForms(TestStore store, string orderId)
    {
        foreach (var form in WrittenOrder.Forms)
        {
            await CheckForm(store, orderId, form);
        }
    }

    private static async Task CheckForm(TestStore store, string orderId, OrderForm form)
    {
        var record = await store.Get<OrderRecords>().Get(orderId);
        using var told = JsonDocument.Parse(WrittenOrder.AsAnswered(Encoding.UTF8.GetString(record!.Document), form));
        using var answer = JsonDocument.Parse(WrittenOrder.AsAnswered(WrittenOrder.Text(record, form, store.Clock.GetUtcNow()), form));
        ContractShape.Check(WrittenOrder.ShapeOf(form), answer.RootElement, told.RootElement);
    }
}
