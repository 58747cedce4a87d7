using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Features.Orders.List;
using AdminOrders.Web.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

public sealed class ListRowTests
{
    [Fact]
    public async Task The_quantity_names_the_products_as_long_as_somebody_looks()
    {
        await using var circuit = await Open();
        var page = circuit.Render<AllOrdersPage>();
        Assert.Empty(page.FindAll("[role=tooltip]"));

        await Wish(page, ProductsWish.Show);
        Assert.Equal(["3 × Shirt", "2 × Shoes"], Lines(page));
        Assert.Equal(page.Find("[role=tooltip]").Id, page.Find(".products-count").GetAttribute("aria-describedby"));

        await Wish(page, ProductsWish.Hide, KeyOf(page) + 1);
        Assert.NotEmpty(page.FindAll("[role=tooltip]"));
        await Wish(page, ProductsWish.Hide);
        Assert.Empty(page.FindAll("[role=tooltip]"));
    }

    [Fact]
    public async Task Pressed_it_has_them_read_aloud()
    {
        await using var circuit = await Open();
        var page = circuit.Render<AllOrdersPage>();
        var said = new List<string>();
        using var listening = circuit.Get<Announcer>().Listen(announced => said.Add(announced.Text));

        await Wish(page, ProductsWish.Say);

        Assert.Equal(["3 × Shirt", "2 × Shoes"], Lines(page));
        Assert.Equal(["3 × Shirt, 2 × Shoes"], said);
    }

    [Fact]
    public async Task Of_an_order_that_is_not_on_the_page_nothing_is_told()
    {
        await using var circuit = await Open();
        var page = circuit.Render<AllOrdersPage>();
        await circuit.Store.Import(An.Order("1000009-01").Paid());

        await Wish(page, ProductsWish.Say, KeyOf(page) + 1);

        Assert.Empty(page.FindAll("[role=tooltip]"));
    }

    [Fact]
    public async Task Who_lost_the_permission_is_told_no_products()
    {
        await using var circuit = await Open();
        var page = circuit.Render<AllOrdersPage>();
        await circuit.TakeAway(Resource.ListOrders);
        await Wish(page, ProductsWish.Show);
        Assert.Empty(page.FindAll("[role=tooltip]"));
    }

    [Fact]
    public async Task What_people_typed_is_text_in_every_cell()
    {
        const string Typed = "<b title=\"x\">O'Neil & João</b>";
        await using var circuit = await Open();
        await circuit.Store.Import(An.Order("1000004-01").Canceled());
        await circuit.Store.Execute(
            """
            UPDATE "Orders" SET "CustomerName" = @typed, "Origin" = @typed, "SellerName" = @typed, "PaymentNames" = @typed, "CanceledBy" = @typed, "CancelRequestId" = @typed, "Status" = @typed
            WHERE "OrderId" = '1000004-01'
            """.Replace("@typed", $"'{Typed.Replace("'", "''", StringComparison.Ordinal)}'", StringComparison.Ordinal));
        var page = circuit.Render<AllOrdersPage>();
        var row = page.Find("[data-order='1000004-01']");

        var clipped = row.QuerySelectorAll(".clip").ToDictionary(cell => cell.ParentElement!.ClassName!, cell => (cell.TextContent, Title: cell.GetAttribute("title")!));
        Assert.Equal(["cell-canceled", "cell-customer", "cell-origin", "cell-payment"], clipped.Keys.Where(cell => cell != "cell-reason").Order(StringComparer.Ordinal));
        Assert.All(clipped.Where(cell => cell.Key != "cell-reason"), cell => Assert.Equal(Typed, cell.Value.TextContent));
        Assert.All(clipped.Where(cell => cell.Key != "cell-reason"), cell => Assert.Contains(Typed, cell.Value.Title, StringComparison.Ordinal));
        Assert.Equal(Typed, row.QuerySelector(".status-label")!.TextContent);
        Assert.Equal(Typed, row.QuerySelector(".status")!.GetAttribute("data-status"));
        Assert.Null(row.QuerySelector("b"));
    }

    [Theory]
    [InlineData("en-US", "The store")]
    [InlineData("es-ES", "La tienda")]
    [InlineData("pt-BR", "A loja")]
    public async Task Who_canceled_begins_with_a_capital_where_it_stands_alone(string culture, string expected)
    {
        await using var circuit = await Open();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        await circuit.Store.Import(An.Order("1000003-01").Canceled());
        Assert.Equal(expected, circuit.Render<AllOrdersPage>().Find("[data-order='1000003-01'] .cell-canceled").TextContent.Trim());
    }

    [Fact]
    public async Task Who_canceled_stays_a_word_inside_the_tooltips_sentence()
    {
        await using var circuit = await Open();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        await circuit.Store.Import(An.Order("1000003-01").Canceled());
        var cell = circuit.Render<AllOrdersPage>().Find("[data-order='1000003-01'] .cell-canceled .clip");
        Assert.Equal("By the store, for the store", cell.GetAttribute("title"));
    }

    [Theory]
    [InlineData("", "the customer")]
    [InlineData("System", "the system")]
    [InlineData("Otto Operator", "Otto Operator")]
    public void A_canceler_is_a_name_or_a_side_in_the_readers_language(string name, string expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        Assert.Equal(expected, OrderWords.Canceler(Side.Customer, name));
    }

    [Fact]
    public async Task An_order_on_hold_says_in_words_that_it_must_not_be_sent()
    {
        await using var circuit = await Open();
        await circuit.Store.Import(An.Order("1000002-01").Handling());
        await circuit.Store.Send("1000002-01", new Cancel(Guid.NewGuid().ToString("N"), Side.Store, new Reason(null, "Wrong size")), Actors.Operator);
        Assert.Equal("Hold: do not send", circuit.Render<AllOrdersPage>().Find("[data-order='1000002-01'] .hold").TextContent);
    }

    private static async Task<Circuit> Open()
    {
        var circuit = await Circuit.Open(PredefinedRoles.ReadOnly);
        circuit.Services.AddSingleton<OrderListScreens>().AddSingleton<SalesScreens>();
        circuit.Store.Clock.Set(An.Instant);
        await circuit.Store.Import(An.Order("1000001-01").Paid());
        circuit.Navigation.NavigateTo("orders");
        return circuit;
    }

    private static long KeyOf(IRenderedComponent<AllOrdersPage> page) =>
        long.Parse(page.Find("[data-order-key]").GetAttribute("data-order-key")!, CultureInfo.InvariantCulture);

    private static Task Wish(IRenderedComponent<AllOrdersPage> page, ProductsWish wish, long? order = null) =>
        page.Find("tbody").TriggerEventAsync("onproducts", new ProductsEventArgs { Order = order ?? KeyOf(page), Wish = wish });

    private static IEnumerable<string> Lines(IRenderedComponent<AllOrdersPage> page) =>
        page.FindAll(".products-line").Select(line => string.Join(' ', line.Children.Select(part => part.TextContent)));
}
