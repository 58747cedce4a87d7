using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Web.Api.Calls;

/// <summary>What a caller is told who may not, who asks for what is not there, or who sends what cannot be read.</summary>
public sealed class RefusalConversationTests
{
    private static readonly (HttpMethod Method, string Path)[] Operations =
    [
        (HttpMethod.Post, "/api/oms/pvt/orders/{0}/cancel"), (HttpMethod.Post, "/api/orders/pvt/document/{0}/cancel"),
        (HttpMethod.Post, "/api/oms/pvt/orders/{0}/confirm-cancellation"), (HttpMethod.Post, "/api/oms/pvt/orders/{0}/withdraw-cancellation-request"),
        (HttpMethod.Post, "/api/oms/pvt/orders/{0}/deny-cancellation-request"), (HttpMethod.Post, "/api/orders/pvt/document/{0}/deny-cancellation-request"),
        (HttpMethod.Post, "/api/oms/pvt/orders/{0}/start-handling"), (HttpMethod.Post, "/api/orders/pvt/document/{0}/actions/start-handling"),
        (HttpMethod.Post, "/api/oms/pvt/orders/{0}/invoice"), (HttpMethod.Post, "/api/orders/pvt/document/{0}/invoices"),
        (HttpMethod.Patch, "/api/oms/pvt/orders/{0}/invoice/1"), (HttpMethod.Put, "/api/oms/pvt/orders/{0}/invoice/1/tracking"),
        (HttpMethod.Post, "/api/oms/pvt/orders/{0}/payments/card/payment-notification"), (HttpMethod.Post, "/api/orders/pvt/document/{0}/payment/card/notify-payment"),
        (HttpMethod.Post, "/api/oms/pvt/orders/{0}/changes"), (HttpMethod.Post, "/api/oms/pvt/orders/{0}/interactions"),
        (HttpMethod.Get, "/api/oms/pvt/orders/{0}/interactions"), (HttpMethod.Get, "/api/oms/pvt/orders/{0}/cancel/eligibility"),
    ];

    // Everything that an operation of that path may need, so that only the order is wrong.
    private static readonly object Filled = new
    {
        cancellationRequestId = new string('0', 32),
        denyReason = "x",
        type = "Output",
        issuanceDate = "2026-03-02",
        invoiceNumber = "F-1",
        invoiceValue = 1,
        items = Array.Empty<object>(),
        trackingNumber = "1",
        isDelivered = false,
        events = Array.Empty<object>(),
        requestId = "1",
        reason = "x",
        source = "x",
        message = "x",
    };

    [Fact]
    public async Task Nobody_gets_401_and_a_key_without_the_resource_403_whether_or_not_the_order_is_there()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite, An.Order(ServedStore.Id).Handling());
        using var nobody = store.Nobody();
        using var without = await store.Key(Resource.ListOrders);

        foreach (var (method, path) in Operations)
        {
            foreach (var orderId in new[] { ServedStore.Id, "unknown" })
            {
                var body = method == HttpMethod.Get ? null : Filled;
                Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Call(method, string.Format(null, path, orderId), body)).Status);
                var told = await without.Call(method, string.Format(null, path, orderId), body);
                Assert.Equal((HttpStatusCode.Forbidden, "missing-resource"), (told.Status, told.Code));
            }
        }

        Assert.Equal(Status.Handling, (await store.Facts()).Status);
    }

    [Fact]
    public async Task An_unknown_order_is_404_on_every_operation()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite);
        using var erp = await store.Erp();

        foreach (var (method, path) in Operations)
        {
            var told = await erp.Call(method, string.Format(null, path, "unknown"), method == HttpMethod.Get ? null : Filled);
            Assert.Equal((path, HttpStatusCode.NotFound, "OMS007"), (path, told.Status, told.Code));
        }
    }

    [Fact]
    public async Task A_return_needs_its_own_resource()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite, An.Order(ServedStore.Id).Handling());
        using var invoicing = await store.Key(Resource.NotifyInvoice);
        using var refunding = await store.Key(Resource.NotifyRefund);
        var output = new { type = "Output", issuanceDate = "2026-03-02", invoiceNumber = "F-1", invoiceValue = 10_000 };
        var input = new { type = "Input", issuanceDate = "2026-03-02", invoiceNumber = "R-1", invoiceValue = 10_000 };

        Assert.Equal(HttpStatusCode.Forbidden, (await refunding.Post("invoice", output)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await invoicing.Post("invoice", input, orderId: "unknown")).Status);
        Assert.Equal(HttpStatusCode.OK, (await invoicing.Post("invoice", output)).Status);
        Assert.Equal(HttpStatusCode.OK, (await refunding.Post("invoice", input)).Status);
    }

    [Fact]
    public async Task A_return_needs_its_own_resource_of_a_marketplace_too()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite);
        await store.ImportOf(ServedStore.Affiliate, An.Order(ServedStore.Id).Invoiced().FromMarketplace());
        using var invoicing = await store.MarketplaceKey(Resource.NotifyInvoice);
        using var refunding = await store.MarketplaceKey(Resource.NotifyRefund);
        var input = new { type = "Input", issuanceDate = "2026-03-02", invoiceNumber = "R-1", invoiceValue = 1_000 };

        var refused = await invoicing.Post("invoice", input);

        Assert.Equal((HttpStatusCode.Forbidden, "missing-resource"), (refused.Status, refused.Code));
        Assert.Equal(HttpStatusCode.OK, (await refunding.Post("invoice", input)).Status);
    }

    [Fact]
    public async Task An_unfit_field_is_told_with_what_it_takes()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite, An.Order(ServedStore.Id).Handling());
        using var erp = await store.Erp();

        var told = await erp.Cancel(new { reason = new string('x', 501) });

        Assert.Equal("A field is not filled as it must be. The field is reason. It takes a text of at most 500 characters.", told.Message);
    }

    // Operation, body, and the field that the answer has to name.
    private static readonly (string Operation, string Body, string Field)[] Wrong =
    [
        ("cancel", """{"reason":7}""", "reason"),
        ("cancel", """{"requestedByUser":"yes"}""", "requestedByUser"),
        ("cancel", """{"reason":"a","reason":"b"}""", "reason"),
        ("invoice", """{"type":"Both"}""", "type"),
        ("invoice", """{"type":"Output","issuanceDate":"2026-03-02","invoiceNumber":"F/1","invoiceValue":"1"}""", "invoiceNumber"),
        ("invoice", """{"type":"Output","issuanceDate":"2026-03-02","invoiceNumber":"F-1","invoiceValue":"12.50"}""", "invoiceValue"),
        ("invoice", """{"type":"Output","issuanceDate":"2026-03-02","invoiceNumber":"F-1","invoiceValue":0}""", "invoiceValue"),
        ("invoice", """{"type":"Output","issuanceDate":"yesterday","invoiceNumber":"F-1","invoiceValue":1}""", "issuanceDate"),
        ("invoice", """{"type":"Output","issuanceDate":"12:00","invoiceNumber":"F-1","invoiceValue":1}""", "issuanceDate"),
        ("invoice", """{"type":"Output","issuanceDate":"02/03/2026","invoiceNumber":"F-1","invoiceValue":1}""", "issuanceDate"),
        ("invoice", """{"type":"Output","issuanceDate":"0001-01-01","invoiceNumber":"F-1","invoiceValue":1}""", "issuanceDate"),
        ("invoice", """{"type":"Output","issuanceDate":"2026-03-02","invoiceNumber":"..","invoiceValue":1}""", "invoiceNumber"),
        ("invoice", """{"type":"Output","invoiceNumber":"F-1","invoiceValue":1}""", "issuanceDate"),
        ("invoice", """{"type":"Output","issuanceDate":"2026-03-02","invoiceNumber":"F-1","invoiceValue":1,"items":[{"id":"nothing","quantity":1}]}""", "items[0].id"),
        ("invoice", """{"type":"Output","issuanceDate":"2026-03-02","invoiceNumber":"F-1","invoiceValue":1,"items":[{"id":"sku-1","quantity":0}]}""", "items[0].quantity"),
        ("invoice", """{"type":"Output","issuanceDate":"2026-03-02","invoiceNumber":"F-1","invoiceValue":1,"items":[null]}""", "items[0].quantity"),
        ("invoice", """{"type":"Output","issuanceDate":"2026-03-02","invoiceNumber":"F-1","invoiceValue":1,"items":[{"id":"sku-1","quantity":"1"}]}""", "items[0].quantity"),
        ("changes", """{"requestId":"1","itemsRemoved":[{"id":"sku-1","quantity":9}]}""", "itemsRemoved"),
        ("changes", """{"requestId":"1","incrementValue":5}""", "incrementValue"),
        ("interactions", """{"source":"x","message":""}""", "message"),
    ];

    [Fact]
    public async Task A_field_of_the_wrong_kind_is_named()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite, An.Order(ServedStore.Id).Handling());
        using var erp = await store.Erp();

        foreach (var (operation, body, field) in Wrong)
        {
            var told = await erp.Post(operation, body);
            Assert.Equal((body, HttpStatusCode.BadRequest), (body, told.Status));
            Assert.Contains(field, told.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await store.Facts()).Version);
    }

    [Fact]
    public async Task What_is_no_body_of_the_operation_is_refused_and_what_it_does_not_know_is_passed_over()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite, An.Order(ServedStore.Id).Handling());
        using var erp = await store.Erp();
        using var text = new StringContent("{}", null, "text/plain");
        using var compressed = new ByteArrayContent([0x1F, 0x8B]) { Headers = { ContentType = new("application/json"), ContentEncoding = { "gzip" } } };
        using var large = new StringContent(new string(' ', 1024 * 1024 + 1), null, "application/json");

        Assert.Equal("malformed-json", (await erp.Cancel("[]")).Code);
        Assert.Equal("malformed-json", (await erp.Cancel("{")).Code);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Told.Of(await erp.PostAsync(Path, text))).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Told.Of(await erp.PostAsync(Path, compressed))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Told.Of(await erp.PostAsync(Path, large))).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await erp.Call(HttpMethod.Put, Path)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await erp.Cancel(key: "")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await erp.Cancel(key: new string('k', 256))).Status);
        Assert.Equal(1, (await store.Facts()).Version);
        Assert.Equal("cancellation-requested", (await erp.Cancel("""{"unknown":{"deep":[1]},"REASON":"why"}""", key: new string('k', 255))).OrderStatus);
    }

    private const string Path = $"/api/oms/pvt/orders/{ServedStore.Id}/cancel";
}
