using System.Text.Json.Nodes;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;

namespace AdminOrders.Tests.Documents;

public sealed class OrderDocumentReaderTests
{
    [Fact]
    public void The_example_of_Get_order_is_read_field_by_field()
    {
        var order = TestDocuments.OrderOf(TestDocuments.Example("get-order"));
        var (facts, description) = (order.Facts, order.Description);

        Assert.Equal(("4171170140-01", "handling", 1_160L, "BRL"), (facts.OrderId, facts.Status, facts.Value, facts.Currency));
        Assert.Equal(("1", "1", false, false), (facts.SellerId, facts.SalesChannel, facts.IsMarketplaceOrder, facts.IsExternalSeller));
        Assert.Equal(("502601", "Casa Mira", "Inês Carvalho", "123.456.789-09"), (description.Sequence, description.SellerName, description.CustomerName, description.CustomerDocument));
        Assert.Equal(("Visa", 1, "Marketplace", "GHB"), (description.PaymentNames, description.ProductCount, description.Origin, description.AffiliateId));
        Assert.Equal(new ItemFact(0, "18", "Luminária de mesa G", 1, 0, 0, 990, ReturnedQuantity: 1), Assert.Single(facts.Items));
        Assert.Equal((0, 1, 1_015L, false), (facts.OutputInvoices, facts.InputInvoices, facts.ReturnedValue, facts.IsPartlyInvoiced));
        Assert.Equal("24382", Assert.Single(order.InputInvoices).Number);
        Assert.Equal((PaymentState.Authorized, 3_990L), Assert.Single(facts.Payments.Select(payment => (payment.State, payment.Value))));
        var reservation = Assert.Single(facts.Reservations);
        Assert.Equal(("warehouse_68d7", ReservationState.Acknowledged, 1), (reservation.WarehouseId, reservation.State, reservation.Held));
    }

    [Fact]
    public void Cancellation_data_of_an_order_in_handling_is_history() =>
        Assert.Equal((0, null), TestDocuments.OrderOf(TestDocuments.Example("get-order")) is { Facts: var facts } ? (facts.Requests.Length, facts.Cancellation) : default);

    [Fact]
    public void The_example_of_the_order_document_is_a_cancellation_by_the_store()
    {
        var facts = TestDocuments.OrderOf(TestDocuments.Example("order-document")).Facts;
        Assert.Equal(("canceled", Side.Store, "Loja errada"), (facts.Status, facts.Cancellation!.RequestedBy, facts.Cancellation.Reason.Text));
        Assert.Equal(32, facts.Cancellation.RequestId!.Length);
        Assert.Empty(facts.Reservations);
        Assert.Equal(PaymentState.Voided, Assert.Single(facts.Payments).State);
        Assert.False(facts.IsExternalSeller);
    }

    [Fact]
    public async Task The_example_of_an_order_group_is_two_incomplete_orders()
    {
        var orders = (await TestDocuments.Split(TestDocuments.Example("order-group"))).Select(slice => TestDocuments.Reader.Read(slice).Order!).ToList();
        Assert.Equal(["v71525090mira-01", "v71525090mira-02"], orders.Select(order => order.Facts.OrderId));
        Assert.All(orders, order => Assert.Equal((Stage.Incomplete, PaymentState.Pending), (order.Facts.Stage, order.Facts.Payments[0].State)));
    }

    [Theory]
    [InlineData("handling")]
    [InlineData("canceled")]
    [InlineData("cancellation-requested")]
    public void A_cancellation_date_that_cannot_be_read_costs_the_date_and_not_the_document(string status)
    {
        var facts = TestDocuments.Order(document =>
        {
            document["status"] = status;
            document["cancellationData"] = JsonNode.Parse("""{"RequestedByUser":true,"CancellationDate":"2026-03--01T15:40:33"}""");
            document["cancellationRequests"] = JsonNode.Parse("""[{"id":"1","requestedByUser":true,"cancellationRequestDate":"soon"}]""");
        }).Facts;

        var lastChange = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
        (Side, DateTimeOffset)[] asked = status is "handling" ? [] : [(Side.Customer, lastChange)];
        var told = facts.Cancellation is { } canceled
            ? [(canceled.RequestedBy, canceled.At)]
            : facts.Requests.Select(request => (request.RequestedBy, request.RequestedAt));
        Assert.Equal(asked, told);
    }

    [Theory]
    [InlineData("""{"requestedByUser":true}""", Side.Customer)]
    [InlineData("""{"RequestedByUser":true,"Reason":"x"}""", Side.Customer)]
    [InlineData("""{"requestedByUser":false,"requestedBySystem":null}""", Side.Store)]
    [InlineData("""{"requestedByUser":false,"requestedBySystem":true}""", Side.System)]
    [InlineData("""{"RequestedByUser":false,"RequestedBySellerNotification":true}""", Side.Seller)]
    [InlineData("""{"requestedByPaymentNotification":true}""", Side.Payment)]
    [InlineData("""{}""", Side.System)]
    public void The_side_comes_from_the_flags_in_either_casing(string data, Side side)
    {
        var canceled = TestDocuments.Order(document => (document["status"], document["cancellationData"]) = ("canceled", JsonNode.Parse(data)));
        var requested = TestDocuments.Order(document => (document["status"], document["cancellationData"]) = ("cancellation-requested", JsonNode.Parse(data)));

        Assert.Equal(side, canceled.Facts.Cancellation!.RequestedBy);
        Assert.Equal(side, Assert.Single(requested.Facts.Requests).RequestedBy);
    }

    [Fact]
    public void A_request_comes_from_the_list_of_requests_but_for_denied_ones()
    {
        var facts = Requested("""
            [{"id":"e8dca7a7a65544afba788e77abefda21","requestedByUser":true,"deniedBySeller":true,"cancellationRequestDate":"2026-03-01T10:00:00Z"},
             {"id":"e8dca7a7a65544afba788e77abefda22","reason":"Late","requestedByUser":true,"deniedBySeller":false,"cancellationRequestDate":"2026-03-03T10:00:00Z"},
             {"id":"e8dca7a7a65544afba788e77abefda23","requestedByUser":true,"deniedBySeller":false,"cancellationRequestDate":"2026-03-04T10:00:00Z"},
             {"id":"e8dca7a7a65544afba788e77abefda24","requestedByUser":false,"deniedBySeller":false,"cancellationRequestDate":"2026-03-02T10:00:00Z"}]
            """);
        Assert.Equal([(Side.Store, "24"), (Side.Customer, "22")], facts.Requests.Select(request => (request.RequestedBy, request.Id[30..])));
        Assert.Equal("Late", facts.Requests[1].Reason.Text);
    }

    [Fact]
    public void A_request_that_nobody_can_read_is_the_systems_and_keeps_its_id()
    {
        var (first, second) = (Requested("[]"), Requested("[]"));
        var request = Assert.Single(first.Requests);
        Assert.Equal((Side.System, 32), (request.RequestedBy, request.Id.Length));
        Assert.Equal(request.Id, second.Requests[0].Id);
    }

    [Theory]
    [InlineData("2026-03-05T10:00:00Z", "2026-04-04T10:00:00Z")]
    [InlineData("2025-01-05T10:00:00Z", "2026-03-11T12:00:00Z")]
    public void A_request_is_due_after_30_days_but_never_before_a_day_after_the_import(string asked, string due)
    {
        var facts = Requested($$"""[{"requestedByUser":true,"cancellationRequestDate":"{{asked}}"}]""");
        Assert.Equal(DateTimeOffset.Parse(due, null), facts.RequestDueAt);
    }

    [Theory]
    [InlineData("handling", "request-cancel", "handling")]
    [InlineData("payment-approved", "waiting-for-seller-decision", "payment-approved")]
    [InlineData("start-handling", "cancel", "ready-for-handling")]
    public void The_status_before_is_the_last_step_outside_Requested(string one, string two, string before)
    {
        var facts = TestDocuments.Order(document =>
        {
            document["status"] = "cancellation-requested";
            document["workflowData"] = JsonNode.Parse(
                $$"""{"instances":[{"timeLine":[{"stepName":"{{two}}","date":"2026-03-05T10:00:00Z"},{"stepName":"{{one}}","date":"2026-03-04T10:00:00Z"}]}]}""");
        }).Facts;
        Assert.Equal(before, facts.StatusBefore);
    }

    [Theory]
    [InlineData("payment-pending", "2026-03-20T00:00:00Z", "2026-03-20T00:00:00Z")]
    [InlineData("payment-pending", "2026-03-01T00:00:00Z", "2026-03-11T12:00:00Z")]
    [InlineData("payment-pending", "12/29", null)]
    [InlineData("window-to-cancel", "", "2026-03-11T12:00:00Z")]
    [InlineData("authorize-fulfillment", "", "2026-04-01T10:00:00Z")]
    [InlineData("", "", "2026-03-12T10:00:00Z")]
    [InlineData("handling", "", null)]
    public void The_timer_of_the_status_is_due_by_its_own_date(string status, string paymentDue, string? due)
    {
        var facts = TestDocuments.Order(document =>
        {
            document["status"] = status;
            document["paymentData"] = JsonNode.Parse($$"""{"transactions":[{"payments":[{"id":"A","value":2500,"dueDate":"{{paymentDue}}"}]}]}""");
        }).Facts;
        Assert.Equal(due is null ? null : DateTimeOffset.Parse(due, null), facts.StatusDueAt);
    }

    [Theory]
    [InlineData("1", "https://fulfilment.example.com/api", false)]
    [InlineData("northwind", "https://fulfilment.example.com/api", true)]
    [InlineData("northwind", "http://fulfillment.vtexcommerce.com.br/api/fulfillment?an=northwind", false)]
    [InlineData("northwind", "https://northwind.myvtex.com/api", false)]
    [InlineData("northwind", "https://vtex.com.example.org/api", true)]
    [InlineData("northwind", "", false)]
    public void An_external_seller_has_an_endpoint_outside_the_platform(string id, string endpoint, bool isExternal)
    {
        var facts = TestDocuments.Order(document => document["sellers"] = new JsonArray(new JsonObject { ["id"] = id, ["fulfillmentEndpoint"] = endpoint })).Facts;
        Assert.Equal((id, isExternal), (facts.SellerId, facts.IsExternalSeller));
    }

    [Theory]
    [InlineData("MRK", "Fulfillment", true)]
    [InlineData("MRK", "Marketplace", false)]
    [InlineData("", "Fulfillment", false)]
    public void A_marketplace_order_came_in_from_a_channel_with_an_affiliate(string affiliate, string origin, bool isMarketplace) =>
        Assert.Equal(isMarketplace, TestDocuments.Order(document => (document["affiliateId"], document["origin"]) = (affiliate, origin)).Facts.IsMarketplaceOrder);

    [Fact]
    public void Invoices_are_summed_by_direction_and_name_what_is_invoiced()
    {
        var order = TestDocuments.Order(document => document["packageAttachment"] = JsonNode.Parse("""
            {"packages":[{"type":"Output","invoiceNumber":"10","invoiceValue":1250,"issuanceDate":"2026-03-04T00:00:00Z","items":[{"itemIndex":0,"quantity":1}]},
                         {"type":"input","invoiceNumber":"10","invoiceValue":250,"items":[]}]}
            """));
        Assert.Equal((1, 1_250L, 1, 250L, true), (order.Facts.OutputInvoices, order.Facts.InvoicedValue, order.Facts.InputInvoices, order.Facts.ReturnedValue, order.Facts.IsPartlyInvoiced));
        Assert.Equal((1, 1), (order.Facts.Items[0].InvoicedQuantity, order.Facts.Items[0].Open));
    }

    [Theory]
    [InlineData("payment-pending", "creditCard", PaymentState.Pending)]
    [InlineData("payment-denied", "creditCard", PaymentState.Denied)]
    [InlineData("ready-for-handling", "creditCard", PaymentState.Authorized)]
    [InlineData("ready-for-handling", "instantPayment", PaymentState.Captured)]
    [InlineData("invoiced", "creditCard", PaymentState.Captured)]
    [InlineData("canceled", "creditCard", PaymentState.Voided)]
    public void A_payment_stands_where_status_and_kind_say(string status, string group, PaymentState state)
    {
        var facts = TestDocuments.Order(document =>
        {
            document["status"] = status;
            document["paymentData"] = JsonNode.Parse($$"""{"transactions":[{"isActive":true,"payments":[{"id":"A","group":"{{group}}","value":2500}]},{"isActive":false,"payments":[{"id":"B"}]}]}""");
        }).Facts;
        Assert.Equal(("A", state), Assert.Single(facts.Payments.Select(payment => (payment.Id, payment.State))));
    }

    [Fact]
    public void A_gift_card_in_use_is_a_payment_unless_one_stands_for_it()
    {
        var order = TestDocuments.Order(document => document["paymentData"] = JsonNode.Parse("""
            {"giftCards":[{"id":"1","name":"Voucher","value":500,"inUse":true},{"id":"2","value":300,"inUse":true},{"id":"3","value":900,"inUse":false}],
             "transactions":[{"payments":[{"id":"A","group":"giftCard","giftCardId":"2","value":300}]}]}
            """));
        Assert.Equal([("A", 300), ("gift-card-1", 500)], order.Facts.Payments.Select(payment => (payment.Id, payment.Value)));
    }

    [Theory]
    [InlineData("payment-pending", ReservationState.Authorized, 2)]
    [InlineData("ready-for-handling", ReservationState.Confirmed, 2)]
    [InlineData("handling", ReservationState.Acknowledged, 2)]
    [InlineData("invoiced", ReservationState.Closed, 0)]
    public void Each_delivery_of_a_line_is_a_reservation(string status, ReservationState state, int held)
    {
        var facts = TestDocuments.Order(document =>
        {
            document["status"] = status;
            document["shippingData"] = JsonNode.Parse("""{"logisticsInfo":[{"itemIndex":0,"deliveryIds":[{"warehouseId":"A","quantity":1},{"warehouseId":"B","quantity":1}]}]}""");
        }).Facts;
        Assert.Equal(["00-v1-01/0/0", "00-v1-01/0/1"], facts.Reservations.Select(reservation => reservation.Id));
        Assert.Equal(held, facts.Reservations.Sum(reservation => reservation.Held));
        Assert.All(facts.Reservations, reservation => Assert.Equal(state, reservation.State));
    }

    [Fact]
    public void A_stored_document_expands_to_what_was_hashed()
    {
        var order = TestDocuments.OrderOf(TestDocuments.Example("get-order"));
        Assert.Equal(order.DocumentHash, System.Security.Cryptography.SHA256.HashData(StoredDocument.Expand(order.Document)));
        Assert.Throws<InvalidDataException>(() => StoredDocument.Expand([1, 2, 3]));
    }

    private static OrderFacts Requested(string requests) =>
        TestDocuments.Order(document => (document["status"], document["cancellationRequests"]) = ("cancellation-requested", JsonNode.Parse(requests))).Facts;
}
