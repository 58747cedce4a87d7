using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Web.Api.Calls;

/// <summary>Requests between the store, a marketplace and the customer: accepted, denied, withdrawn, overtaken.</summary>
public sealed class RequestConversationTests
{
    [Theory]
    [EveryEngine]
    public async Task A_marketplace_asks_and_the_stores_key_accepts(Engine engine)
    {
        await using var store = await ServedStore.Open(engine);
        await store.ImportOf(ServedStore.Affiliate, An.Order(ServedStore.Id).Handling().FromMarketplace());
        using var marketplace = await store.Marketplace();
        using var erp = await store.Erp(SecondCall.Never);

        var asked = await marketplace.Cancel(new { reason = "Buyer changed their mind", requestedByUser = true });
        var again = await marketplace.Cancel(new { requestedByUser = true });
        var accepted = await erp.Cancel();

        Assert.Equal("cancellation-requested", asked.OrderStatus);
        Assert.Equal((true, asked.Receipt), (again.IsRepeat, again.Receipt));
        Assert.Equal("canceled", accepted.OrderStatus);
        var cancellation = (await store.Facts()).Cancellation!;
        Assert.Equal((Side.Customer, "Buyer changed their mind"), (cancellation.RequestedBy, cancellation.Reason.Text));
        await store.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task What_the_customer_asked_is_denied_and_the_order_goes_on(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Handling());
        using var erp = await store.Erp();
        using var other = await store.Erp();

        await erp.Cancel(new { requestedByUser = true });
        var request = Assert.Single((await store.Facts()).Requests);
        var missing = await other.PostDocument("deny-cancellation-request", new { cancellationRequestId = request.Id });
        var unknown = await other.PostDocument("deny-cancellation-request", new { cancellationRequestId = new string('0', 32), denyReason = "shipped" });
        var denied = await other.PostDocument("deny-cancellation-request", new { cancellationRequestId = request.Id, denyReason = "shipped" });
        var again = await other.Post("deny-cancellation-request", new { cancellationRequestId = request.Id, denyReason = "shipped" });

        Assert.Equal((Side.Customer, Side.Store), (request.RequestedBy, request.EnteredBySide));
        Assert.Equal(HttpStatusCode.BadRequest, missing.Status);
        Assert.Contains("denyReason", missing.Message, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.BadRequest, "stale"), (unknown.Status, unknown.Code));
        Assert.Equal((HttpStatusCode.OK, "", "handling"), (denied.Status, denied.Text, denied.OrderStatus));
        Assert.Equal((HttpStatusCode.BadRequest, "no-request"), (again.Status, again.Code));
        await store.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task The_own_request_cannot_be_denied_and_is_withdrawn_instead(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Handling());
        using var erp = await store.Erp();

        await erp.Cancel();
        var request = Assert.Single((await store.Facts()).Requests).Id;
        var denied = await erp.Post("deny-cancellation-request", new { cancellationRequestId = request, denyReason = "a mistake" });
        var withdrawn = await erp.Post("withdraw-cancellation-request", new { cancellationRequestId = request, note = "a mistake" });

        Assert.Equal((HttpStatusCode.Conflict, "own-request"), (denied.Status, denied.Code));
        Assert.Equal((HttpStatusCode.OK, "handling"), (withdrawn.Status, withdrawn.OrderStatus));
        Assert.Matches("^[0-9a-f]{32}$", withdrawn.Receipt);
    }

    [Fact]
    public async Task An_explicit_confirmation_names_the_request()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite, An.Order(ServedStore.Id).Handling());
        using var erp = await store.Erp(SecondCall.Never);

        await erp.Cancel();
        var request = Assert.Single((await store.Facts()).Requests).Id;
        var unnamed = await erp.Post("confirm-cancellation");
        var wrong = await erp.Post("confirm-cancellation", new { cancellationRequestId = new string('0', 32) });
        var confirmed = await erp.Post("confirm-cancellation", new { cancellationRequestId = request });
        var again = await erp.PostDocument("confirm-cancellation", new { cancellationRequestId = request });

        Assert.Equal((HttpStatusCode.BadRequest, "invalid-input"), (unnamed.Status, unnamed.Code));
        Assert.Equal((HttpStatusCode.Conflict, "stale"), (wrong.Status, wrong.Code));
        Assert.Equal(("canceled", false), (confirmed.OrderStatus, confirmed.IsRepeat));
        Assert.Equal(("canceled", true, confirmed.Receipt), (again.OrderStatus, again.IsRepeat, again.Receipt));
    }

    [Fact]
    public async Task A_marketplace_reaches_its_own_orders_only_and_confirms_nothing()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite);
        await store.ImportOf("MLB", An.Order("other").Ready().FromMarketplace());
        await store.ImportOf(ServedStore.Affiliate, An.Order(ServedStore.Id).Ready().FromMarketplace());
        using var marketplace = await store.Marketplace();
        using var erp = await store.Erp();

        await erp.Cancel();
        var request = Assert.Single((await store.Facts()).Requests).Id;
        var asked = await marketplace.Cancel();
        var repeated = await marketplace.Cancel();
        var confirmed = await marketplace.Post("confirm-cancellation", new { cancellationRequestId = request });

        foreach (var operation in new[] { "cancel", "start-handling", "payments/card/payment-notification" })
        {
            var hidden = await marketplace.Post(operation, orderId: "other");
            Assert.Equal((HttpStatusCode.NotFound, "OMS007", null), (hidden.Status, hidden.Code, hidden.OrderStatus));
        }

        Assert.Equal(("cancellation-requested", false), (asked.OrderStatus, asked.IsRepeat));
        Assert.Equal(("cancellation-requested", true), (repeated.OrderStatus, repeated.IsRepeat));
        Assert.Equal((HttpStatusCode.Forbidden, "not-yours"), (confirmed.Status, confirmed.Code));
    }

    [Theory]
    [EveryEngine]
    public async Task What_cancel_would_do_is_told_without_doing_it(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order(ServedStore.Id).Handling(), An.Order("2").Handling().PartlyInvoiced());
        using var erp = await store.Erp();

        var before = await erp.Call(HttpMethod.Get, $"/api/oms/pvt/orders/{ServedStore.Id}/cancel/eligibility");
        await erp.Cancel();
        var requested = await erp.Call(HttpMethod.Get, $"/api/oms/pvt/orders/{ServedStore.Id}/cancel/eligibility");
        var partly = await erp.Call(HttpMethod.Get, "/api/oms/pvt/orders/2/cancel/eligibility?requestedByUser=true");
        var unknown = await erp.Call(HttpMethod.Get, "/api/oms/pvt/orders/3/cancel/eligibility");

        var cancel = before.Body.GetProperty("cancel");
        Assert.Equal((true, "requested"), (cancel.GetProperty("allowed").GetBoolean(), cancel.GetProperty("result").GetString()));
        Assert.Equal("store", cancel.GetProperty("steps")[0].GetProperty("by")[0].GetString());
        Assert.Equal("unchanged", requested.Body.GetProperty("cancel").GetProperty("result").GetString());
        var effects = requested.Body.GetProperty("requests")[0].GetProperty("confirm").GetProperty("effects");
        Assert.Equal(("canceled", 10_000), (effects.GetProperty("statusTo").GetString(), effects.GetProperty("money")[0].GetProperty("amount").GetInt64()));
        Assert.Equal("partially-invoiced", partly.Body.GetProperty("cancel").GetProperty("refused").GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Single((await store.Facts()).Requests);
    }

    [Theory]
    [EveryEngine]
    public async Task A_second_call_does_what_was_told_before_it_was_made(Engine engine)
    {
        await using var store = await ServedStore.Open(engine, An.Order("own").Handling(), An.Order("colleagues").Handling());
        await store.ImportOf(ServedStore.Affiliate, An.Order(ServedStore.Id).Handling().FromMarketplace());
        using var marketplace = await store.Marketplace();
        using var erp = await store.Erp();
        using var other = await store.Erp();
        await marketplace.Cancel();
        await erp.Cancel(orderId: "own");
        await other.Cancel(orderId: "colleagues");

        await AssertForetold(erp, ServedStore.Id, "canceled");
        await AssertForetold(erp, "colleagues", "unchanged");
        await AssertForetold(erp, "own", "unchanged");
        Assert.Equal("refused", await ForetoldOf(erp, "own", ifMatch: "\"1\""));
        Assert.Equal("canceled", await ForetoldOf(erp, "own", ifMatch: (await erp.Call(HttpMethod.Get, "/api/oms/pvt/orders/own")).Tag));
        store.Clock.Advance(TimeSpan.FromSeconds(10));
        await AssertForetold(erp, "own", "canceled");
    }

    private static async Task AssertForetold(HttpClient client, string orderId, string result)
    {
        var foretold = await ForetoldOf(client, orderId);
        var told = await client.Cancel(orderId: orderId);
        Assert.Equal((result, result), (foretold, told switch { { IsRepeat: true } => "unchanged", _ => told.OrderStatus! }));
    }

    private static async Task<string> ForetoldOf(HttpClient client, string orderId, string? ifMatch = null) =>
        (await client.Call(HttpMethod.Get, $"/api/oms/pvt/orders/{orderId}/cancel/eligibility", ifMatch: ifMatch)).Body.GetProperty("cancel").GetProperty("result").GetString()!;
}
