using System.Net;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Documents;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web.Api.Contract;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Api.Orders;

/// <summary>One order over HTTP: by id, sequence and group, with its tag, for those who may know of it.</summary>
public sealed class GetOrderTests
{
    private const string Id = "1000000000001-01";
    private const string Orders = "/api/oms/pvt/orders/";
    private const string Documents = "/api/orders/pvt/document/";

    [Theory]
    [EveryEngine]
    public async Task An_order_is_found_by_id_and_by_sequence(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        await api.Import(An.Order().Handling().AsImported());
        using var erp = await api.AsErp();

        foreach (var address in new[] { Orders + Id, Orders + "seq5100000", Documents + Id })
        {
            using var answer = await erp.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
            using var order = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal(Id, order.RootElement.GetProperty("orderId").GetString());
            Assert.Equal("handling", order.RootElement.GetProperty("status").GetString());
        }
    }

    [Theory]
    [InlineData(Orders + "nothing")]
    [InlineData(Orders + "seq404")]
    [InlineData(Orders + "order-group/nothing")]
    [InlineData(Orders + "nothing/payment-transaction")]
    [InlineData(Documents + "nothing")]
    public async Task An_order_that_is_not_there_is_404_in_VTEXs_words(string address)
    {
        await using var api = await ApiStore.Open();
        using var erp = await api.AsErp();
        using var answer = await erp.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var error = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("OMS007", error.RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_known_version_is_not_sent_again_until_something_happens()
    {
        await using var api = await ApiStore.Open();
        await api.Import(An.Order().Ready().AsImported());
        using var erp = await api.AsErp();
        using var first = await erp.GetAsync(new Uri(Orders + Id, UriKind.Relative));
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);

        erp.DefaultRequestHeaders.IfNoneMatch.Add(tag);
        using var again = await erp.GetAsync(new Uri(Orders + Id, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());

        Assert.IsType<Accepted>((await api.Workflow.Send(new(Id, new StartHandling(), Actors.Of(Side.Store)))).Decision);
        using var changed = await erp.GetAsync(new Uri(Orders + Id, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag);
    }

    [Theory]
    [EveryEngine]
    public async Task A_channels_key_sees_its_own_orders_and_nothing_tells_it_of_others(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        await api.Import(Of("own-01", "GRP", "MKT"));
        await api.Import(Of("other-01", "GRP", "ELS"));
        using var channel = await api.AsKey(Side.Marketplace, "MKT", SecondCall.Default, Resource.ViewOrder);
        using var store = await api.AsKey(Resource.OrdersFullAccess);

        Assert.Equal(HttpStatusCode.OK, await StatusOf(channel, Orders + "own-01"));
        foreach (var address in new[] { Orders + "other-01", Documents + "other-01", Orders + "other-01/payment-transaction" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusOf(channel, address));
            Assert.Equal(HttpStatusCode.OK, await StatusOf(store, address));
        }

        Assert.Equal(["own-01"], await GroupOf(channel));
        Assert.Equal(["other-01", "own-01"], await GroupOf(store));
    }

    [Fact]
    public async Task A_key_without_the_resource_learns_nothing_of_what_is_there()
    {
        await using var api = await ApiStore.Open();
        await api.Import(An.Order().AsImported());
        using var key = await api.AsKey(Resource.ListOrders);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOf(key, Orders + Id));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOf(key, Orders + "nothing"));
    }

    [Theory]
    [InlineData("get-order")]
    [InlineData("order-document")]
    [InlineData("order-group")]
    public async Task The_payment_transaction_has_the_contracts_shape(string example)
    {
        await using var api = await ApiStore.Open();
        var document = OrderContractTests.Documents(example).First();
        var order = TestDocuments.OrderOf(document);
        await api.Import(order);
        await api.Import(An.Order().Paid().AsImported());
        using var erp = await api.AsErp();

        using var told = JsonDocument.Parse(document);
        using var answer = JsonDocument.Parse(await erp.GetStringAsync(new Uri($"{Orders}{order.Facts.OrderId}/payment-transaction", UriKind.Relative)));
        ContractShape.Check("payment-transaction", answer.RootElement, told.RootElement.GetProperty("paymentData").GetProperty("transactions")[0]);
        ContractShape.Check("payment-transaction", await erp.GetStringAsync(new Uri($"{Orders}{Id}/payment-transaction", UriKind.Relative)));
    }

    [Fact]
    public async Task What_was_paid_by_gift_cards_alone_is_told_as_their_payments()
    {
        await using var api = await ApiStore.Open();
        const string Document = """{"orderId":"v1-01","status":"handling","value":100,"creationDate":"2026-03-01T10:00:00Z","storePreferencesData":{"currencyCode":"BRL"},"items":[],"paymentData":{"transactions":[],"giftCards":[{"id":"7","redemptionCode":"ABC","name":"Voucher","value":100,"balance":100,"provider":"Gift","inUse":true},{"id":"8","value":5,"inUse":false}]}}""";
        await api.Import(TestDocuments.OrderOf(System.Text.Encoding.UTF8.GetBytes(Document)));
        using var erp = await api.AsErp();

        var answer = await erp.GetStringAsync(new Uri(Orders + "v1-01/payment-transaction", UriKind.Relative));

        ContractShape.Check("payment-transaction", answer);
        using var told = JsonDocument.Parse(answer);
        var card = Assert.Single(told.RootElement.GetProperty("payments").EnumerateArray());
        Assert.Equal(("gift-card-7", "giftCard", 100, "ABC"), (card.GetProperty("id").GetString(), card.GetProperty("group").GetString(), card.GetProperty("value").GetInt32(), card.GetProperty("redemptionCode").GetString()));
    }

    [Theory]
    [EveryEngine]
    public async Task The_mails_that_went_out_are_the_conversation(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        await api.Import(An.Order().Ready().AsImported());
        Assert.IsType<Accepted>((await api.Workflow.Send(new(Id, new Cancel(new string('c', 32), Side.Customer, new Reason(null, "Too late")), Actors.Operator))).Decision);
        await SetDelivered(api);
        using var erp = await api.AsErp();

        var answer = await erp.GetStringAsync(new Uri($"{Orders}{Id}/conversation-message", UriKind.Relative));
        ContractShape.Check("conversation-message", answer);
        using var messages = JsonDocument.Parse(answer);
        Assert.Equal(["Store", "Customer"], messages.RootElement.EnumerateArray().Select(message => message.GetProperty("to")[0].GetProperty("role").GetString()));
        Assert.All(messages.RootElement.EnumerateArray(), message =>
        {
            Assert.Contains(Id, message.GetProperty("subject").GetString()!, StringComparison.Ordinal);
            Assert.Contains("Too late", message.GetProperty("body").GetString()!, StringComparison.Ordinal);
        });
    }

    // Whether or not the runner has come to it: what is asked here is what stands there afterwards.
    private static async Task SetDelivered(ApiStore api)
    {
        await using var db = await api.Services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContextAsync();
        await db.Deliveries.Where(delivery => delivery.Consumer == Consumers.MailStore || delivery.Consumer == Consumers.MailCustomer)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Done).SetProperty(delivery => delivery.NextAttemptAt, (long?)null));
    }

    [Theory]
    [EveryEngine]
    public async Task What_a_carrier_tells_is_told_with_another_tag(Engine engine)
    {
        await using var api = await ApiStore.Open(engine);
        await api.Import(An.Order().Invoiced().AsImported());
        using var erp = await api.AsErp();
        using var before = await erp.GetAsync(new Uri(Orders + Id, UriKind.Relative));
        Assert.IsType<Accepted>((await api.Workflow.Send(new(
            Id, new RecordDelivery("F-1", true, "2026-03-03 10:00", [new TrackingStep("Recife", "PE", "Delivered", "2026-03-03")]), Actors.Operator))).Decision);

        using var after = await erp.GetAsync(new Uri(Orders + Id, UriKind.Relative));
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        var answer = await after.Content.ReadAsStringAsync();
        ContractShape.Check("get-order", answer);
        using var order = JsonDocument.Parse(answer);
        var status = order.RootElement.GetProperty("packageAttachment").GetProperty("packages")[0].GetProperty("courierStatus");
        Assert.True(status.GetProperty("finished").GetBoolean());
        Assert.Equal("Recife", status.GetProperty("data")[0].GetProperty("city").GetString());
    }

    private static ImportedOrder Of(string orderId, string group, string affiliate) => TestDocuments.Order(document =>
    {
        document["orderId"] = orderId;
        document["orderGroup"] = group;
        document["affiliateId"] = affiliate;
        document["origin"] = "Fulfillment";
    });

    private static async Task<IEnumerable<string?>> GroupOf(HttpClient client)
    {
        using var group = JsonDocument.Parse(await client.GetStringAsync(new Uri(Orders + "order-group/GRP", UriKind.Relative)));
        return [.. group.RootElement.EnumerateArray().Select(order => order.GetProperty("orderId").GetString())];
    }

    private static async Task<HttpStatusCode> StatusOf(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode;
    }
}
