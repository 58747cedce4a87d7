using System.Text.Json;
using AdminOrders.Core.Connectors.Amazon;

namespace AdminOrders.Tests.Connectors.Amazon;

public sealed class AmazonClientTests
{
    private static readonly DateTimeOffset Since = new(2026, 3, 1, 8, 30, 15, TimeSpan.FromHours(-3));

    [Fact]
    public async Task A_search_asks_for_what_is_used_and_a_page_is_read_as_Amazon_writes_it()
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => AmazonStage.Example("search-orders")));

        var page = Done(await stage.Client.SearchOrders(Since, null, default));
        await stage.Client.SearchOrders(Since, page.NextToken + "&/", default);

        Assert.Equal(("2YgYW55IGNhcm5hbCBwbGVhc3VyZS4", new DateTimeOffset(2024, 12, 25, 15, 0, 0, TimeSpan.Zero)), (page.NextToken, page.LastUpdatedBefore));
        Assert.Empty(page.Unreadable);
        var (first, second) = (stage.Asked[0], stage.Asked[1]);
        Assert.Equal(("GET", "/orders/2026-01-01/orders", "token-1"), (first.Method, first.Path, first.Token));
        Assert.Equal(
            "?lastUpdatedAfter=2026-03-01T11:30:15Z&marketplaceIds=A2Q3Y263D00KWC,ATVPDKIKX0DER&maxResultsPerPage=100"
            + "&includedData=BUYER,RECIPIENT,PROCEEDS,FULFILLMENT,CANCELLATION,PAYMENT",
            first.Query);
        Assert.Equal(first.Query + "&paginationToken=2YgYW55IGNhcm5hbCBwbGVhc3VyZS4%26%2F", second.Query);
    }

    [Fact]
    public async Task What_the_contract_says_of_an_order_is_there()
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => AmazonStage.Example("search-orders")));

        var order = Assert.Single(Done(await stage.Client.SearchOrders(Since, null, default)).Orders);

        Assert.Equal(("123-4567890-1234567", new DateTimeOffset(2024, 12, 25, 10, 30, 0, TimeSpan.Zero)), (order.OrderId, order.CreatedTime));
        Assert.Equal(["PRIME", "AMAZON_BUSINESS"], order.Programs!);
        Assert.Equal(new AmazonSalesChannel("AMAZON", "ATVPDKIKX0DER", "Amazon.com"), order.SalesChannel);
        Assert.Equal((AmazonWords.Shipped, AmazonWords.Merchant), (order.Fulfillment!.FulfillmentStatus, order.Fulfillment.FulfilledBy));
        Assert.Equal("98101", order.Recipient!.DeliveryAddress!.PostalCode);
        Assert.Equal("John Smith", order.Recipient.DeliveryAddress.Name);
        Assert.Equal("buyer-email@marketplace.amazon.com", order.Buyer!.BuyerEmail);
        Assert.Equal(15_499, order.Proceeds!.GrandTotal!.MinorUnits());
        var item = order.OrderItems[0];
        Assert.Equal(("12345678901234", 2, "ECHO-DOT-4-CHARCOAL", 4_999L), (item.OrderItemId, item.QuantityOrdered, item.Product.SellerSku, item.Product.Price!.UnitPrice!.MinorUnits()));
        Assert.Equal(new AmazonCancellationRequest(AmazonWords.Buyer, "Changed mind about purchase"), item.Cancellation!.CancellationRequest);
        Assert.Equal(new AmazonCancellationExecution(AmazonWords.Merchant, "Buyer requested cancellation"), item.Cancellation.CancellationExecution);
        Assert.Equal(new AmazonItemFulfillment(2, 0), item.Fulfillment);
        Assert.Null(order.OrderItems[1].Cancellation);
    }

    [Theory]
    [InlineData("search-orders-jp", "JPY", 19_940, 5_980, null)]
    [InlineData("search-orders-br", "BRL", 159_990, 159_990, "CreditCard")]
    public async Task Money_is_in_minor_units_of_its_currency(string example, string currency, long total, long unit, string? paid)
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => AmazonStage.Example(example)));

        var order = Done(await stage.Client.SearchOrders(Since, null, default)).Orders[0];

        Assert.Equal((currency, total), (order.Proceeds!.GrandTotal!.CurrencyCode, order.Proceeds.GrandTotal.MinorUnits()));
        Assert.Equal(unit, order.OrderItems[0].Product.Price!.UnitPrice!.MinorUnits());
        Assert.Equal(paid, order.Payment?.PaymentExecutions![0].PaymentMethod);
    }

    [Fact]
    public async Task A_page_of_a_hundred_orders_with_everything_is_read()
    {
        using var example = JsonDocument.Parse(AmazonStage.Example("search-orders").Body);
        var order = example.RootElement.GetProperty("orders")[0].GetRawText();
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => new(200, $$"""{"orders":[{{string.Join(',', Enumerable.Repeat(order, 100))}}]}""")));

        Assert.Equal(100, Done(await stage.Client.SearchOrders(Since, null, default)).Orders.Length);
    }

    [Fact]
    public async Task One_order_is_read_by_its_id()
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => AmazonStage.Example("get-order-br")));

        var order = Done(await stage.Client.GetOrder("171-9876543-2109876", default));

        Assert.Equal("/orders/2026-01-01/orders/171-9876543-2109876", stage.Asked[0].Path);
        Assert.Equal(new AmazonAddressFields("Rua das Flores", "123", "Apartamento 45", "Vila Madalena"), order.Recipient!.DeliveryAddress!.ExtendedFields);
        Assert.Equal("171-9876543-2109876", order.ToString());
        Assert.Contains("nothing that could be read", NotNow(await stage.Client.GetOrder("171-0000000-0000000", default)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_names_the_order_in_the_address_and_the_reason_in_the_body()
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => new(204)));

        var taken = Done(await stage.Client.CancelOrder("171-9876543-2109876", AmazonCancelReasons.BuyerCanceled, default));

        Assert.Equal(new CancellationTaken("171-9876543-2109876"), taken);
        Assert.Equal(
            new AmazonCall("PUT", "/orders/2026-01-01/orders/171-9876543-2109876/cancellation", "", "token-1", """{"cancelReasonCode":"BUYER_CANCELLED"}"""), stage.Asked[0]);
    }

    [Fact]
    public async Task An_order_that_is_none_keeps_no_other_and_new_words_keep_none()
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => new(200, """
            {"orders":[
              {"orderId":"1-1","createdTime":"2026-01-01T00:00:00Z","lastUpdatedTime":"2026-01-01T00:00:00Z","salesChannel":{"channelName":"MOON"},"orderItems":[],"fulfillment":{"fulfillmentStatus":"TELEPORTED"},"tomorrow":{}},
              {"orderId":"1-2","createdTime":"yesterday","lastUpdatedTime":"2026-01-01T00:00:00Z","salesChannel":{"channelName":"AMAZON"},"orderItems":[]},
              {"orderId":"1-3","createdTime":"2026-01-01T00:00:00Z","lastUpdatedTime":"2026-01-01T00:00:00Z","salesChannel":{"channelName":"AMAZON"},"orderItems":null},
              {"orderId":"../1-4","createdTime":"2026-01-01T00:00:00Z","lastUpdatedTime":"2026-01-01T00:00:00Z","salesChannel":{"channelName":"AMAZON"},"orderItems":[]},
              {"orderId":5}, null, []
            ]}
            """)));

        var page = Done(await stage.Client.SearchOrders(Since, null, default));

        Assert.Equal(("1-1", "TELEPORTED", "MOON"), (page.Orders.Single().OrderId, page.Orders[0].Fulfillment!.FulfillmentStatus, page.Orders[0].SalesChannel.ChannelName));
        Assert.Equal(["1-2", "1-3", "../1-4", "", "", ""], page.Unreadable);
        Assert.Null(page.NextToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("1/2")]
    [InlineData("1?x=1")]
    [InlineData("171-9876543-2109876 ")]
    public async Task What_is_no_id_of_Amazons_is_asked_of_nobody(string orderId)
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => new(204)));

        Assert.IsType<AmazonAnswer<CancellationTaken>.Refused>(await stage.Client.CancelOrder(orderId, AmazonCancelReasons.NoInventory, default));
        Assert.IsType<AmazonAnswer<AmazonOrder>.Refused>(await stage.Client.GetOrder(orderId, default));
        Assert.Empty(stage.Calls);
    }

    [Theory]
    [InlineData(400, "InvalidInput", "Amazon answered 400 InvalidInput: Order is already shipped")]
    [InlineData(404, "NotFound", "Amazon answered 404 NotFound: Order is already shipped")]
    [InlineData(409, "Conflict", "Amazon answered 409 Conflict: Order is already shipped")]
    public async Task What_Amazon_refuses_comes_back_with_its_words(int status, string code, string words)
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => AmazonStage.Error(status, code, "Order is already shipped")));

        Assert.Equal(new AmazonAnswer<CancellationTaken>.Refused(code, words), await stage.Client.CancelOrder("1-1", AmazonCancelReasons.NoInventory, default));
        Assert.Equal(new AmazonAnswer<AmazonOrder>.Refused(code, words), await stage.Client.GetOrder("1-1", default));
    }

    [Theory]
    [InlineData(500, """{"errors":[{"code":"InternalFailure","message":"Try later"}]}""", "Amazon answered 500 InternalFailure: Try later")]
    [InlineData(503, "<html>", "Amazon answered 503 and nothing that could be read.")]
    [InlineData(404, "<html>", "Amazon answered 404 and nothing that could be read.")]
    [InlineData(302, "", "Amazon answered 302 and nothing that could be read.")]
    [InlineData(200, "<html>", "Amazon answered 200 and nothing that could be read.")]
    [InlineData(200, """{"orders":{}}""", "Amazon answered 200 and nothing that could be read.")]
    public async Task Trouble_over_there_is_for_later_and_the_pauses_grow(int status, string body, string words)
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => new(status, body)));
        var pauses = new List<TimeSpan>();
        for (var turn = 0; turn < 8; turn++)
        {
            var later = NotNow(await stage.Client.SearchOrders(Since, null, default));
            Assert.Equal(words, later.Words);
            pauses.Add(later.NotBefore - stage.Clock.GetUtcNow());
            stage.Clock.Set(later.NotBefore);
        }

        Assert.Equal([5, 10, 20, 40, 80, 160, 300, 300], pauses.Select(pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task Who_does_not_answer_at_all_is_for_later()
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => null));

        Assert.StartsWith("Amazon (127.0.0.1) could not be reached", NotNow(await stage.Client.GetOrder("1-1", default)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_letters_are_cut_and_control_characters_go()
    {
        await using var stage = new AmazonStage(AmazonStage.SignedIn(_ => AmazonStage.Error(400, "X", "a\\u0000b" + new string('x', 10_000))));

        var refused = Assert.IsType<AmazonAnswer<AmazonOrder>.Refused>(await stage.Client.GetOrder("1-1", default));

        Assert.Equal(500, refused.Words.Length);
        Assert.StartsWith("Amazon answered 400 X: a bxxx", refused.Words, StringComparison.Ordinal);
    }

    private static T Done<T>(AmazonAnswer<T> answer) => Assert.IsType<AmazonAnswer<T>.Done>(answer).Content;

    private static AmazonAnswer<T>.NotNow NotNow<T>(AmazonAnswer<T> answer) => Assert.IsType<AmazonAnswer<T>.NotNow>(answer);
}
