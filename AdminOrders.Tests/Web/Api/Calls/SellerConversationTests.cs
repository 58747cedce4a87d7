using System.Net;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web.Api.Contract;

namespace AdminOrders.Tests.Web.Api.Calls;

/// <summary>
/// An external seller that calls with a key marked with its id, as VTEX's protocol for external sellers has it: the address that it knows as
/// <c>marketplaceServicesEndpoint</c> is <c>/api/oms</c> here.
/// </summary>
public sealed class SellerConversationTests
{
    private const string Id = ServedStore.Id;

    [Theory]
    [EveryEngine]
    public async Task A_seller_cancels_at_once_before_handling_asks_afterwards_and_reaches_no_other_order(Engine engine)
    {
        await using var store = await ServedStore.Open(
            engine, An.Order("paid-01").FulfilledBySeller().Paid(), An.Order("handling-01").FulfilledBySeller().Handling(), An.Order("other-01").Handling());
        using var seller = await store.Seller();

        var atOnce = await CancelInMarketplace(seller, "paid-01");
        var asked = await CancelInMarketplace(seller, "handling-01");
        var again = await CancelInMarketplace(seller, "handling-01");
        var other = await CancelInMarketplace(seller, "other-01");

        Assert.Equal((HttpStatusCode.OK, Status.Canceled, false), (atOnce.Status, atOnce.OrderStatus, atOnce.IsRepeat));
        Assert.Equal((HttpStatusCode.OK, Status.WaitingForSellerDecision, false), (asked.Status, asked.OrderStatus, asked.IsRepeat));
        Assert.Equal((HttpStatusCode.OK, Status.WaitingForSellerDecision, true, asked.Receipt), (again.Status, again.OrderStatus, again.IsRepeat, again.Receipt));
        Assert.Equal((HttpStatusCode.NotFound, "OMS007"), (other.Status, other.Code));
        Assert.Equal((Side.Seller, "sold out"), ((await store.Facts("paid-01")).Cancellation!.RequestedBy, (await store.Facts("paid-01")).Cancellation!.Reason.Text));
        await store.AssertIntact();
    }

    [Fact]
    public async Task What_a_seller_is_answered_has_the_shape_of_the_contract()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite, An.Order(Id).FulfilledBySeller().Handling());
        using var seller = await store.Seller();

        var asked = await CancelInMarketplace(seller, Id);

        ContractShape.Check("cancel", asked.Text);
        Assert.Equal(Id, asked.Body.GetProperty("orderId").GetString());
        Assert.Matches("^[0-9a-f]{32}$", asked.Receipt);
    }

    [Theory]
    [EveryEngine]
    public async Task A_seller_confirms_what_it_was_asked_and_is_answered_the_same_the_second_time(Engine engine)
    {
        await using var store = await Requested(engine);
        using var seller = await store.Seller();
        var request = Assert.Single((await store.Facts()).Requests).Id;

        var confirmed = await seller.Post("confirm-cancellation", new { cancellationRequestId = request });
        var again = await seller.Post("confirm-cancellation", new { cancellationRequestId = request });

        Assert.Equal((Status.Canceled, false), (confirmed.OrderStatus, confirmed.IsRepeat));
        Assert.Equal((Status.Canceled, true, confirmed.Receipt), (again.OrderStatus, again.IsRepeat, again.Receipt));
        Assert.Equal(request, (await store.Facts()).Cancellation!.RequestId);
        await store.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_seller_declines_and_a_late_confirmation_of_the_same_request_is_refused(Engine engine)
    {
        await using var store = await Requested(engine);
        using var seller = await store.Seller();
        var request = Assert.Single((await store.Facts()).Requests).Id;

        var declined = await seller.PostDocument("deny-cancellation-request", new { cancellationRequestId = request, denyReason = "already packed" });
        var late = await seller.Post("confirm-cancellation", new { cancellationRequestId = request });

        Assert.Equal((HttpStatusCode.OK, Status.Handling), (declined.Status, declined.OrderStatus));
        Assert.Equal((HttpStatusCode.Conflict, "no-request"), (late.Status, late.Code));
        await store.AssertIntact();
    }

    [Theory]
    [EveryEngine]
    public async Task A_seller_refuses_by_sending_the_invoice(Engine engine)
    {
        await using var store = await Requested(engine);
        using var seller = await store.Seller();
        var request = Assert.Single((await store.Facts()).Requests).Id;

        var invoiced = await seller.Post("invoice", new { type = "Output", invoiceNumber = "S-1", invoiceValue = "10000", issuanceDate = "2026-03-02T12:00:00Z" });
        var late = await seller.Post("confirm-cancellation", new { cancellationRequestId = request });
        var canceled = await CancelInMarketplace(seller, Id);

        Assert.Equal((HttpStatusCode.OK, Status.Invoiced), (invoiced.Status, invoiced.OrderStatus));
        ContractShape.Check("invoice", invoiced.Text);
        Assert.Equal((HttpStatusCode.Conflict, "no-request"), (late.Status, late.Code));
        Assert.Equal((HttpStatusCode.Conflict, "invoiced"), (canceled.Status, canceled.Code));
        Assert.Equal(1, await store.CountOf("requests-declined-by-invoice"));
        await store.AssertIntact();
    }

    [Fact]
    public async Task A_seller_answers_neither_its_own_request_nor_for_the_store()
    {
        await using var store = await ServedStore.Open(Engine.Sqlite, An.Order(Id).FulfilledBySeller().Handling(), An.Order("own-stock-01").Handling());
        using var seller = await store.Seller();
        using var another = await store.Seller("seller-3");
        await CancelInMarketplace(seller, Id);
        var request = Assert.Single((await store.Facts()).Requests).Id;

        var own = await seller.PostDocument("deny-cancellation-request", new { cancellationRequestId = request, denyReason = "a mistake" });
        var stolen = await another.Post("confirm-cancellation", new { cancellationRequestId = request });
        var withdrawn = await seller.Post("withdraw-cancellation-request", new { cancellationRequestId = request });
        var paid = await seller.Post("payments/card/payment-notification");

        Assert.Equal((HttpStatusCode.Conflict, "own-request"), (own.Status, own.Code));
        Assert.Equal((HttpStatusCode.NotFound, "OMS007"), (stolen.Status, stolen.Code));
        Assert.Equal(Status.Handling, withdrawn.OrderStatus);
        Assert.Equal((HttpStatusCode.Forbidden, "missing-resource"), (paid.Status, paid.Code));
    }

    private static async Task<ServedStore> Requested(Engine engine)
    {
        var store = await ServedStore.Open(engine, An.Order(Id).FulfilledBySeller().Handling());
        using var erp = await store.Erp();
        Assert.Equal(Status.WaitingForSellerDecision, (await erp.Cancel(new { reason = "changed their mind", requestedByUser = true })).OrderStatus);
        return store;
    }

    private static Task<Told> CancelInMarketplace(HttpClient seller, string marketplaceOrderId) =>
        seller.Call(HttpMethod.Post, $"/api/oms/pvt/orders/{marketplaceOrderId}/cancel", new { reason = "sold out" });
}
