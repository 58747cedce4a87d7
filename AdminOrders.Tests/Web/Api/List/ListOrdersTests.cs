using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web.Api.Contract;

namespace AdminOrders.Tests.Web.Api.List;

/// <summary>The list against what the test knows of its orders, by page, by cursor, and in sum.</summary>
public sealed class ListOrdersTests
{
    private const string Path = "/api/oms/pvt/orders";
    private const string SearchPath = "/api/orders/extendsearch/orders";

    private static readonly (string Listed, string Told)[] SameFields =
    [
        ("orderId", "orderId"), ("creationDate", "creationDate"), ("totalValue", "value"), ("status", "status"), ("statusDescription", "statusDescription"),
        ("marketPlaceOrderId", "marketplaceOrderId"), ("sequence", "sequence"), ("salesChannel", "salesChannel"), ("affiliateId", "affiliateId"),
        ("origin", "origin"), ("workflowInErrorState", "workflowIsInError"), ("orderIsComplete", "isCompleted"), ("authorizedDate", "authorizedDate"),
    ];

    private static readonly (string Name, string Value, Func<Listed, bool> Fits)[] Filters =
    [
        ("f_status", "handling", order => order.Facts.Status == "handling"),
        ("f_status", "invoiced,canceled", order => order.Facts.Status is "invoiced" or "canceled"),
        ("f_status", "waiting-for-sellers-confirmation", order => order.Facts.Status == "waiting-for-authorization"),
        ("incompleteOrders", "true", order => order.Facts.Stage is Stage.Incomplete),
        ("incompleteOrders", "false", order => order.Facts.Stage is not Stage.Incomplete),
        ("f_sellerNames", "Loja & Cia", order => order.Order.Description.SellerName == "Loja & Cia"),
        ("f_sellerNames", "Bel \"Air\"", order => order.Order.Description.SellerName == "Bel \"Air\""),
        ("f_sellerNames", "Dois  Espaços", order => order.Order.Description.SellerName == "Dois  Espaços"),
        ("f_sellerNames", "1", _ => false),
        ("salesChannelId", "2", order => order.Facts.SalesChannel == "2"),
        ("f_salesChannel", "3", order => order.Facts.SalesChannel == "3"),
        ("f_affiliateId", "MKT", order => order.Order.Description.AffiliateId == "MKT"),
        ("f_UtmSource", "google ads", order => order.Utm == "google ads"),
        ("f_UtmSource", "news+letter", order => order.Utm == "news+letter"),
        ("f_callCenterOperatorName", "Op Óscar", order => order.Operator == "Op Óscar"),
        ("f_paymentNames", "Cartão: 50%", order => order.Payment == "Cartão: 50%"),
        ("f_RnB", "Natal & Ano Novo", order => order.Promotion == "Natal & Ano Novo"),
        ("f_RnB", "Free+Shipping", order => order.Promotion == "Free Shipping"),
        ("f_hasInputInvoice", "true", _ => false),
        ("f_hasInputInvoice", "false", _ => true),
        ("f_isInstore", "true", order => order.Order.Listing.IsInStore),
        ("f_isInstore", "false", order => !order.Order.Listing.IsInStore),
        ("sku_Ids", "sku3", order => order.Sku == "sku3"),
        ("sku_Ids", "sku1,sku7", order => order.Sku == "sku1" || order.Sku2 == "sku7"),
        ("listId", "gift-7", order => order.GiftList == "gift-7"),
        ("tid", "tid7", order => order.Tid == "tid7"),
        ("pci_tid", "PCI0011", order => order.Pci == "PCI0011"),
        ("paymentId", "PAY0012", order => order.PaymentId == "PAY0012"),
        ("nsu", "000005", order => order.Nsu == "000005"),
        ("q", "joao", order => order.Order.Description.CustomerName.StartsWith("João", StringComparison.Ordinal)),
        ("q", "100%_sure", order => order.Order.Description.CustomerName.StartsWith("100%_sure", StringComparison.Ordinal)),
        ("q", "buyer+17@example.com", order => order.Order.Description.CustomerEmail == "buyer+17@example.com"),
        ("f_creationDate", "creationDate:[2026-02-01T00:00:00.000Z TO 2026-02-03T23:59:59.999Z]", order => Within(order.Facts.CreatedAt, "2026-02-01", "2026-02-04")),
        ("f_authorizedDate", "authorizedDate:[2026-02-02T00:00:00Z TO *]", order => Within(order.Order.Description.AuthorizedAt, "2026-02-02", "2030-01-01")),
        ("f_invoicedDate", "invoicedDate:[* TO 2026-02-06T23:59:59.999Z]", order => Within(order.Order.Description.InvoicedAt, "2000-01-01", "2026-02-07")),
        ("f_shippingEstimate", "0.days", order => IsExpected(order, 0, 0)),
        ("f_shippingEstimate", "1.days", order => IsExpected(order, 1, 1)),
        ("f_shippingEstimate", "7.days", order => IsExpected(order, 0, 7)),
        ("f_shippingEstimate", "-1.days", order => IsExpected(order, -100, -1) && order.Facts.Status is not ("invoiced" or "canceled")),
    ];

    [Theory]
    [EveryEngine]
    public async Task Each_filter_gives_exactly_the_orders_that_fit(Engine engine)
    {
        await using var store = await ListStore.Open(engine, 120);
        foreach (var (name, value, fits) in Filters)
        {
            var expected = store.Orders.Where(fits).Select(order => order.Id).Order(StringComparer.Ordinal).ToList();
            using var answer = await store.Get($"per_page=100&{name}={Uri.EscapeDataString(value)}");
            Assert.True(expected.Take(100).Count() == Ids(answer).Count, $"{name}={value}");
            Assert.Equal((expected.Count, name), (Total(answer), name));
            Assert.Subset(expected.ToHashSet(), Ids(answer).ToHashSet());
        }
    }

    [Theory]
    [EveryEngine]
    public async Task Filters_together_narrow_each_other_in_every_order_of_rows(Engine engine)
    {
        await using var store = await ListStore.Open(engine, 120);
        var random = new Random(5);
        string[] sorts = ["creationDate", "orderId", "items", "totalValue", "origin"];
        for (var round = 0; round < 60; round++)
        {
            var chosen = Filters.OrderBy(_ => random.Next()).DistinctBy(filter => filter.Name).Take(2).ToList();
            var (sort, ascending) = (sorts[round % sorts.Length], round % 2 == 0);
            var query = string.Join('&', chosen.Select(filter => $"{filter.Name}={Uri.EscapeDataString(filter.Value)}"));
            var expected = store.Sorted(sort, ascending).Where(order => chosen.All(filter => filter.Fits(order))).Select(order => order.Id).ToList();

            using var answer = await store.Get($"{query}&per_page=100&orderBy={sort},{(ascending ? "asc" : "desc")}");

            Assert.Equal((query, string.Join(' ', expected.Take(100))), (query, string.Join(' ', Ids(answer))));
        }
    }

    [Fact]
    public async Task The_two_names_of_the_sales_channel_narrow_each_other()
    {
        await using var store = await ListStore.Open(Engine.Sqlite, 40);
        var channels = store.Orders.Select(order => order.Facts.SalesChannel).Distinct(StringComparer.Ordinal).Take(2).ToList();

        using var same = await store.Get($"f_salesChannel={channels[0]}&salesChannelId={channels[0]}");
        using var different = await store.Get($"f_salesChannel={channels[0]}&salesChannelId={channels[1]}");

        Assert.NotEmpty(Ids(same));
        Assert.Empty(Ids(different));
    }

    [Theory]
    [EveryEngine]
    public async Task Pages_and_cursors_give_every_order_once_in_every_order_of_rows(Engine engine)
    {
        await using var store = await ListStore.Open(engine, 45);
        foreach (var sort in new[] { "creationDate", "orderId", "items", "totalValue", "origin" })
        {
            var expected = store.Sorted(sort, ascending: true).Select(order => order.Id).ToList();
            var (byPage, byCursor) = (new List<string>(), new List<string>());
            for (var page = 1; page <= 7; page++)
            {
                using var answer = await store.Get($"orderBy={sort},asc&per_page=7&page={page}");
                byPage.AddRange(Ids(answer));
                Assert.Equal((45, 7, page), (Total(answer), Paging(answer, "pages"), Paging(answer, "currentPage")));
            }

            for (var next = $"{Path}?orderBy={sort},asc&per_page=7"; next is not null;)
            {
                using var response = await store.Client.GetAsync(next);
                using var answer = await Json(response);
                byCursor.AddRange(Ids(answer));
                next = response.Headers.TryGetValues("Link", out var link) ? link.Single()[1..^13] : null;
            }

            Assert.Equal(expected, byPage);
            Assert.Equal(expected, byCursor);
        }
    }

    [Theory]
    [EveryEngine]
    public async Task Sums_equal_a_scan_of_what_matches(Engine engine)
    {
        await using var store = await ListStore.Open(engine, 80);
        using var answer = await store.Get("per_page=1&f_sellerNames=Casa%20Mira");
        var values = store.Orders.Where(order => order.Order.Description.SellerName == "Casa Mira").Select(order => order.Facts.Value).ToList();
        var stats = answer.RootElement.GetProperty("stats").GetProperty("stats").GetProperty("totalValue");

        Assert.Equal((values.Count, values.Max(), values.Min(), values.Sum(), values.Sum(value => value * value)), (
            stats.GetProperty("Count").GetInt32(), stats.GetProperty("Max").GetInt64(), stats.GetProperty("Min").GetInt64(), stats.GetProperty("Sum").GetInt64(), stats.GetProperty("SumOfSquares").GetInt64()));
        Assert.Equal(values.Average(), stats.GetProperty("Mean").GetDouble(), 6);
        Assert.Equal(Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Count - 1)), stats.GetProperty("StdDev").GetDouble(), 6);
        Assert.Equal(values.Count, stats.GetProperty("Facets").GetProperty("currencyCode").GetProperty("BRL").GetProperty("Count").GetInt32());
        Assert.Equal(JsonValueKind.Null, stats.GetProperty("Facets").GetProperty("currencyCode").GetProperty("BRL").GetProperty("Facets").ValueKind);
    }

    [Theory]
    [EveryEngine]
    public async Task A_change_shows_in_the_list_and_its_sums_at_once(Engine engine)
    {
        await using var store = await ListStore.Open(engine, 30);
        using var before = await store.Get("f_status=ready-for-handling");
        var id = Ids(before)[0];
        await store.Api.Workflow.Send(new(id, new StartHandling(), Actors.Operator));

        using var after = await store.Get("f_status=ready-for-handling");
        using var handling = await store.Get("f_status=handling&per_page=100");

        Assert.Equal(Total(before) - 1, Total(after));
        Assert.DoesNotContain(id, Ids(after));
        Assert.Contains(id, Ids(handling));
    }

    [Theory]
    [EveryEngine]
    public async Task The_extended_search_takes_the_same_filters_in_its_body(Engine engine)
    {
        await using var store = await ListStore.Open(engine, 40);
        var expected = store.Orders.Where(order => order.Payment == "Visa" && !order.Order.Listing.IsInStore).ToList();

        using var response = await store.Client.PostAsJsonAsync(SearchPath, new { f_paymentNames = "Visa", f_isInstore = false, per_page = 100, orderBy = "orderId,asc" });
        using var answer = await Json(response);

        Assert.Equal(expected.Select(order => order.Id).Order(StringComparer.Ordinal), Ids(answer));
        ContractShape.Check("extended-search", answer.RootElement);
        var row = answer.RootElement.GetProperty("list")[0];
        var first = expected.MinBy(order => order.Id, StringComparer.Ordinal)!;
        Assert.Equal((first.Pci, first.Nsu, first.PaymentId, first.Tid), (One(row, "pciTransactionId"), One(row, "paymentNSU"), One(row, "paymentIds"), One(row, "transactionIds")));
    }

    [Theory]
    [EveryEngine]
    public async Task The_list_says_what_the_detail_says(Engine engine)
    {
        await using var store = await ListStore.Open(engine, 12);
        await store.Api.Workflow.Send(new(store.Orders[0].Id, new Cancel(new('1', 32), Side.Customer, new Reason(null, "no")), Actors.Operator));
        using var list = await store.Get("per_page=100");
        foreach (var row in list.RootElement.GetProperty("list").EnumerateArray())
        {
            using var detail = await Json(await store.Client.GetAsync($"{Path}/{row.GetProperty("orderId").GetString()}"));
            foreach (var (listed, told) in SameFields)
            {
                Assert.Equal((listed, Written(detail.RootElement.GetProperty(told))), (listed, Written(row.GetProperty(listed))));
            }

            Assert.Equal(detail.RootElement.GetProperty("storePreferencesData").GetProperty("currencyCode").GetString(), row.GetProperty("currencyCode").GetString());
            Assert.Equal(
                detail.RootElement.GetProperty("items").EnumerateArray().Sum(item => item.GetProperty("quantity").GetInt64()), row.GetProperty("totalItems").GetInt64());
        }
    }

    [Fact]
    public async Task The_list_has_the_shape_of_the_contract()
    {
        await using var store = await ListStore.Open(Engine.Sqlite, 30);
        using var answer = await store.Get("per_page=100");
        ContractShape.Check("list-orders", answer.RootElement);
    }

    [Theory]
    [InlineData("page", "0")]
    [InlineData("page", "-1")]
    [InlineData("per_page", "101")]
    [InlineData("per_page", "x")]
    [InlineData("orderBy", "value,desc")]
    [InlineData("orderBy", "creationDate,up")]
    [InlineData("f_creationDate", "yesterday")]
    [InlineData("f_creationDate", "creationDate:[2026-01-01 TO")]
    [InlineData("f_invoicedDate", "invoicedDate:[2026-13-01T00:00:00Z TO *]")]
    [InlineData("incompleteOrders", "maybe")]
    [InlineData("f_isInstore", "1")]
    [InlineData("f_shippingEstimate", "soon")]
    [InlineData("searchField", "email")]
    [InlineData("after", "nonsense")]
    [InlineData("q", "%00")]
    public async Task A_value_that_cannot_be_is_refused_by_the_name_of_its_parameter(string name, string value)
    {
        await using var store = await ListStore.Open(Engine.Sqlite, 1);
        using var response = await store.Client.GetAsync($"{Path}?{name}={value}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(name + " ", (await Json(response)).RootElement.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_that_nobody_knows_are_passed_over()
    {
        await using var store = await ListStore.Open(Engine.Sqlite, 3);
        using var answer = await store.Get("utm=x&sortBy=date&searchField=nsu");
        Assert.Equal(3, Total(answer));
    }

    [Fact]
    public async Task A_channels_key_sees_the_orders_of_its_affiliate_only()
    {
        await using var store = await ListStore.Open(Engine.Sqlite, 60);
        using var channel = await store.Api.AsKey(Side.Marketplace, "AMZ", SecondCall.Default, Resource.ListOrders);
        var own = store.Orders.Count(order => order.Order.Description.AffiliateId == "AMZ");

        using var all = await Json(await channel.GetAsync($"{Path}?per_page=100"));
        using var others = await Json(await channel.GetAsync($"{Path}?f_affiliateId=MKT"));

        Assert.Equal((own, own, 0), (Total(all), Ids(all).Count, Total(others)));
    }

    [Fact]
    public async Task A_key_without_the_resource_may_not_list()
    {
        await using var store = await ListStore.Open(Engine.Sqlite, 1);
        using var viewer = await store.Api.AsKey(Resource.ViewOrder);
        using var response = await viewer.GetAsync(Path);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static bool Within(DateTimeOffset? at, string from, string before) =>
        at >= DateTimeOffset.Parse(from + "T00:00Z", CultureInfo.InvariantCulture) && at < DateTimeOffset.Parse(before + "T00:00Z", CultureInfo.InvariantCulture);

    private static bool IsExpected(Listed order, int from, int to)
    {
        var days = (order.Order.Listing.EstimatedTo!.Value.UtcDateTime.Date - ListStore.Today).Days;
        return days >= from && days <= to;
    }

    internal static async Task<JsonDocument> Json(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsStringAsync());

    // The list has null where the detail may have an empty text.
    private static string Written(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String when value.TryGetDateTimeOffset(out var at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static List<string> Ids(JsonDocument answer) => [.. answer.RootElement.GetProperty("list").EnumerateArray().Select(row => row.GetProperty("orderId").GetString()!)];

    private static long Total(JsonDocument answer) => Paging(answer, "total");

    private static long Paging(JsonDocument answer, string name) => answer.RootElement.GetProperty("paging").GetProperty(name).GetInt64();

    private static string? One(JsonElement row, string name) => Assert.Single(row.GetProperty(name).EnumerateArray()).GetString();
}
