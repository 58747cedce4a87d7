using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api.Calls;

/// <summary>From the warehouse to the customer and back, as an ERP tells it.</summary>
public sealed class FulfillmentConversationTests
{
    [Theory]
    [EveryEngine]
    public async Task An_ERP_handles_invoices_in_parts_and_tracks(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Ready());
        using var erp = await store.Erp();

        var started = await erp.Post("start-handling");
        var again = await erp.PostDocument("actions/start-handling");
        var part = await erp.Post("invoice", Invoice("F-1", "2000", ("sku-1", 1)));
        var canceled = await erp.Cancel();
        var repeated = await erp.Post("invoice", Invoice("F-1", "2000", ("sku-1", 1)));
        var used = await erp.Post("invoice", Invoice("F-1", "2001", ("sku-1", 1)));
        var tracked = await erp.Call(HttpMethod.Patch, Path("invoice/F-1"), new { trackingNumber = "87658", trackingUrl = "https://tracking.example", courier = "carrierOne", dispatchedDate = (string?)null });
        var delivered = await erp.Call(HttpMethod.Put, Path("invoice/F-1/tracking"), new { isDelivered = true, deliveredDate = "2026-03-05 21:15", events = new[] { new { city = "Rio", state = "RJ", description = "handed over", date = "2026-03-05" } } });
        var unknown = await erp.Call(HttpMethod.Patch, Path("invoice/F-9"), new { trackingNumber = "1" });
        var rest = await erp.PostDocument("invoices", new { type = "Output", issuedDate = "2026-03-06", invoiceNumber = "F-2", invoiceValue = 8000, volumes = 3, items = new[] { new { itemIndex = 0, quantity = 2, price = 2000 }, new { itemIndex = 1, quantity = 2, price = 2000 } } });

        Assert.Equal((HttpStatusCode.NoContent, "", "handling"), (started.Status, started.Text, started.OrderStatus));
        Assert.Equal((HttpStatusCode.Conflict, "OMS003"), (again.Status, again.Code));
        Assert.Matches("^[0-9a-f]{32}$", part.Receipt);
        Assert.Equal((HttpStatusCode.BadRequest, "partially-invoiced"), (canceled.Status, canceled.Code));
        Assert.Equal((HttpStatusCode.OK, part.Receipt, true), (repeated.Status, repeated.Receipt, repeated.IsRepeat));
        Assert.Equal((HttpStatusCode.Conflict, "invoice-number-used"), (used.Status, used.Code));
        Assert.All([tracked, delivered, rest], told => Assert.Equal(HttpStatusCode.OK, told.Status));
        Assert.Equal((HttpStatusCode.NotFound, "no-invoice"), (unknown.Status, unknown.Code));
        Assert.Equal("invoiced", rest.OrderStatus);
        await AssertKept(store);
        AssertTold(await erp.Call(HttpMethod.Get, $"/api/oms/pvt/orders/{ServedStore.Id}"));
        await store.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task An_invoice_that_comes_before_the_confirmation_wins(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Handling());
        using var erp = await store.Erp();

        await erp.Cancel();
        var invoiced = await erp.Post("invoice", Invoice("F-1", "10000"));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await erp.Cancel();

        Assert.Equal("invoiced", invoiced.OrderStatus);
        Assert.Equal((HttpStatusCode.Conflict, "invoiced", "invoiced"), (late.Status, late.Code, late.OrderStatus));
        await store.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_returned_order_is_refunded_and_can_be_canceled(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Captured().In(Status.Handling));
        using var erp = await store.Erp();

        await erp.Post("invoice", Invoice("F-1", 10000, ("sku-1", 3), ("sku-2", 2)));
        var early = await erp.Cancel();
        var returned = await erp.Post("invoice", new { type = "Input", issuanceDate = "2026-03-09T10:00:00-03:00", invoiceNumber = "R-1", invoiceValue = "10000", items = new[] { new { id = "sku-1", price = 2000, quantity = 3 }, new { id = "sku-2", price = 2000, quantity = 2 } } });
        var canceled = await erp.Cancel();

        Assert.Equal((HttpStatusCode.Conflict, "invoiced"), (early.Status, early.Code));
        Assert.Equal((HttpStatusCode.OK, "invoiced"), (returned.Status, returned.OrderStatus));
        Assert.Equal("canceled", canceled.OrderStatus);
        Assert.Equal(10_000, Assert.Single((await store.Facts()).Payments).Owed);
        await store.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_payment_is_approved_and_items_are_taken_out_once(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Unpaid(), An.Order("2").Handling());
        using var erp = await store.Erp();
        var change = new { requestId = "change-1", reason = "Stock shortage", discountValue = 0, incrementValue = 0, itemsRemoved = new[] { new { id = "sku-1", price = 2000, quantity = 1 } }, itemsAdded = Array.Empty<object>() };

        var paid = await erp.Post("payments/card/payment-notification");
        var paidAgain = await erp.PostDocument("payment/card/notify-payment");
        var unknown = await erp.Post("payments/cash/payment-notification");
        var changed = await erp.Post("changes", change, orderId: "2");
        var changedAgain = await erp.Post("changes", change, orderId: "2");
        var added = await erp.Post("changes", new { requestId = "change-2", reason = "More", discountValue = 0, incrementValue = 0, itemsAdded = new[] { new { id = "sku-1", price = 2000, quantity = 1 } } }, orderId: "2");

        Assert.Equal((HttpStatusCode.OK, "", "window-to-cancel"), (paid.Status, paid.Text, paid.OrderStatus));
        Assert.Equal((HttpStatusCode.OK, true), (paidAgain.Status, paidAgain.IsRepeat));
        Assert.Equal((HttpStatusCode.NotFound, "no-payment"), (unknown.Status, unknown.Code));
        Assert.Equal((HttpStatusCode.OK, changed.Text), (changedAgain.Status, changedAgain.Text));
        Assert.Equal(8_000, (await store.Facts("2")).Value);
        Assert.Equal(HttpStatusCode.BadRequest, added.Status);
        Assert.Contains("itemsAdded", added.Message, StringComparison.Ordinal);
    }

    [Theory]
    [EveryEngine]
    public async Task A_named_change_is_made_once_whoever_sends_it_again_and_whenever(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Handling());
        using var erp = await store.Erp();
        using var other = await store.Erp();

        var changed = await erp.Post("changes", Change("change-1", 1));
        var byAnother = await other.Post("changes", Change("change-1", 1));
        store.Clock.Advance(TimeSpan.FromDays(3));
        var later = await erp.Post("changes", Change("change-1", 1));
        var different = await erp.Post("changes", Change("change-1", 2));
        await erp.Cancel();
        var whileRequested = await erp.Post("changes", Change("change-1", 1), key: "new");

        Assert.All([byAnother, later, whileRequested], told => Assert.Equal((HttpStatusCode.OK, true, changed.Receipt), (told.Status, told.IsRepeat, told.Receipt)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency-key-reused"), (different.Status, different.Code));
        Assert.Contains("requestId", different.Message, StringComparison.Ordinal);
        Assert.Equal(8_000, (await store.Facts()).Value);
        Assert.Equal(1, await store.CountOf("items-changed"));
        await store.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task Interactions_are_left_and_read(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Handling());
        using var erp = await store.Erp();

        var left = await erp.Post("interactions", new { source = "Postman", message = "Add interactions" });
        var empty = await erp.Post("interactions", new { source = "Postman" });
        var read = await erp.Call(HttpMethod.Get, Path("interactions"));

        Assert.Equal((HttpStatusCode.OK, ""), (left.Status, left.Text));
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        var only = Assert.Single(read.Body.EnumerateArray());
        Assert.Equal(("Postman", "Add interactions"), (only.GetProperty("source").GetString(), only.GetProperty("message").GetString()));
    }

    private static string Path(string operation) => $"/api/oms/pvt/orders/{ServedStore.Id}/{operation}";

    private static object Change(string requestId, int units) =>
        new { requestId, reason = "Stock shortage", itemsRemoved = new[] { new { id = "sku-1", price = 2000, quantity = units } } };

    private static object Invoice(string number, object value, params (string Id, int Quantity)[] items) => new
    {
        type = "Output",
        issuanceDate = "2026-03-02T18:25:43-05:00",
        invoiceNumber = number,
        invoiceValue = value,
        embeddedInvoice = "<NFe/>",
        trackingNumber = "",
        items = items.Select(item => new { id = item.Id, price = 2000, quantity = item.Quantity }),
    };

    // The order tells its sender what was posted, and the carrier's last word.
    private static void AssertTold(Told order)
    {
        var packages = order.Body.GetProperty("packageAttachment").GetProperty("packages").EnumerateArray().ToDictionary(package => package.GetProperty("invoiceNumber").GetString()!);
        var (first, second) = (packages["F-1"], packages["F-2"]);
        Assert.Equal(("<NFe/>", "87658", 2000), (first.GetProperty("embeddedInvoice").GetString(), first.GetProperty("trackingNumber").GetString(), first.GetProperty("items")[0].GetProperty("price").GetInt32()));
        var status = first.GetProperty("courierStatus");
        Assert.Equal((true, "2026-03-05 21:15", "Rio"), (status.GetProperty("finished").GetBoolean(), status.GetProperty("deliveredDate").GetString(), status.GetProperty("data")[0].GetProperty("city").GetString()));
        Assert.Equal((3, 8000), (second.GetProperty("volumes").GetInt32(), second.GetProperty("invoiceValue").GetInt32()));
    }

    // Nothing of what was sent is lost, whether the product reads it or not.
    private static async Task AssertKept(ServedStore store)
    {
        var invoices = (await store.Services.GetRequiredService<OrderDetails>().Get(ServedStore.Id))!.Invoices;
        var first = invoices.Single(invoice => invoice.Data.Number == "F-1");
        Assert.Equal(("87658", "carrierOne", true), (first.Data.TrackingNumber, first.Data.Courier, first.Parcel!.IsDelivered));
        Assert.Contains("embeddedInvoice", first.Data.Posted, StringComparison.Ordinal);
        Assert.Contains("volumes", invoices.Single(invoice => invoice.Data.Number == "F-2").Data.Posted, StringComparison.Ordinal);
    }
}
