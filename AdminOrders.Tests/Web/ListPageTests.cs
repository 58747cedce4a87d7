using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.List;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

public sealed class ListPageTests
{
    [Fact]
    public async Task Rows_stand_newest_first_and_lead_to_their_orders_with_the_filter()
    {
        await using var circuit = await Open(count: 3);
        var page = Show(circuit, "?seller=1");
        Assert.Equal(["1000003-01", "1000002-01", "1000001-01"], Ids(page));
        Assert.Equal("orders/1000003-01?seller=1", page.Find("tbody tr a").GetAttribute("href"));
        Assert.Equal("R$100.00", page.Find("tbody .money").TextContent);
    }

    [Fact]
    public async Task A_header_is_a_link_to_the_other_order_and_says_which_one_holds()
    {
        await using var circuit = await Open(count: 3);
        var page = Show(circuit, "");
        Assert.Equal("descending", page.Find(".col-date").GetAttribute("aria-sort"));
        Assert.False(page.Find(".col-total").HasAttribute("aria-sort"));

        circuit.Navigation.NavigateTo(page.Find(".col-date a").GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Equal(["1000001-01", "1000002-01", "1000003-01"], Ids(page)));
        Assert.Equal("ascending", page.Find(".col-date").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task A_list_of_too_many_to_sort_says_so_and_marks_the_order_that_it_stands_in()
    {
        await using var circuit = await Open(count: 1);
        await OldAndNewOrders.Fill(circuit.Store);
        var day = OldAndNewOrders.Border.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var page = Show(circuit, $"?date=custom&to={day}&sort=lastChangeAt");

        page.WaitForAssertion(() => Assert.Equal(Texts.List_SortedByDate, page.Find(".list .notice").TextContent));
        Assert.Equal("descending", page.Find(".col-date").GetAttribute("aria-sort"));
        Assert.False(page.Find(".col-change").HasAttribute("aria-sort"));
        Assert.Contains("dir=asc", page.Find(".col-change a").GetAttribute("href"), StringComparison.Ordinal);

        circuit.Navigation.NavigateTo($"orders?date=custom&from={day}&to={day}&sort=lastChangeAt");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".list .notice")));
        Assert.Equal("descending", page.Find(".col-change").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Only_the_row_that_changed_is_drawn_again_and_glows_once()
    {
        await using var circuit = await Open(count: 5);
        var page = Show(circuit, "");
        var rows = page.FindComponents<OrderTableRow>().ToDictionary(row => row.Instance.Item.Order.OrderId);
        var drawn = rows.ToDictionary(row => row.Key, row => row.Value.RenderCount);

        await circuit.Store.Send("1000002-01", new Cancel(Guid.NewGuid().ToString("N"), Side.Store, new Reason(null, "Wrong size")), Actors.Operator);
        page.WaitForAssertion(() => Assert.Equal("Canceled", page.Find("[data-order='1000002-01'] .status-label").TextContent));

        Assert.Equal("glow", page.Find("[data-order='1000002-01']").ClassName);
        Assert.Equal("Wrong size", page.Find("[data-order='1000002-01'] .cell-reason").TextContent.Trim());
        Assert.Equal("Ana", page.Find("[data-order='1000002-01'] .cell-canceled").TextContent.Trim());
        Assert.Single(page.FindAll("tr.glow"));
        Assert.All(rows.Where(row => row.Key != "1000002-01"), row => Assert.Equal(drawn[row.Key], row.Value.RenderCount));
    }

    [Fact]
    public async Task A_row_that_no_longer_fits_the_filter_stays_where_it_is()
    {
        await using var circuit = await Open(count: 3);
        var page = Show(circuit, "?status=payment-approved");
        await circuit.Store.Send("1000002-01", new Cancel(Guid.NewGuid().ToString("N"), Side.Store, new Reason(null, "Wrong size")), Actors.Operator);
        page.WaitForAssertion(() => Assert.Equal("Canceled", page.Find("[data-order='1000002-01'] .status-label").TextContent));
        Assert.Equal(["1000003-01", "1000002-01", "1000001-01"], Ids(page));
    }

    [Fact]
    public async Task New_orders_are_counted_and_come_in_when_they_are_asked_for()
    {
        await using var circuit = await Open(count: 3);
        var page = Show(circuit, "");
        await Import(circuit, 4);
        page.WaitForAssertion(() => Assert.Equal("1 new order", page.Find(".arrived-chip").TextContent));
        Assert.Equal(["1000003-01", "1000002-01", "1000001-01"], Ids(page));
        await Import(circuit, 5);
        page.WaitForAssertion(() => Assert.Equal("2 new orders", page.Find(".arrived-chip").TextContent));

        await page.Find(".arrived-chip").ClickAsync(new());
        Assert.Equal(["1000005-01", "1000004-01", "1000003-01", "1000002-01", "1000001-01"], Ids(page));
        Assert.Empty(page.FindAll(".arrived-chip"));
    }

    [Fact]
    public async Task What_is_active_stands_as_a_chip_that_takes_only_itself_away()
    {
        await using var circuit = await Open(count: 3);
        var page = Show(circuit, "?status=payment-approved&date=today&seller=1&requests=open");
        Assert.Equal(["Payment approved", "Today", "Seller: Loja 1", "Has open request"], page.FindAll(".active-filters .chip").Select(chip => chip.TextContent));
        Assert.Equal("orders?status=payment-approved&seller=1&requests=open", page.FindAll(".active-filters .chip")[1].GetAttribute("href"));
        Assert.Equal("orders", page.Find(".active-filters .clear").GetAttribute("href"));
    }

    [Fact]
    public async Task More_filters_are_addresses_with_chips_and_say_what_an_address_names()
    {
        await using var circuit = await Open(count: 1);
        var reason = (await circuit.Store.Reasons.List())[0];
        var page = Show(circuit, $"?canceledBy=system&reason={reason.Code}&side=customer&delay=longer&refund=owed&sku=sku-1&affiliate=AMZ&min=10&max=2000");

        Assert.Equal(
            ["Affiliate: AMZ", "Canceled by: The system", $"Reason: {reason.Label.En}", "Asked by: The customer", "Time to cancel: 30 days or more", "Money back: Owed", "SKU ID: sku-1", "Total amount: 10 – 2,000"],
            page.FindAll(".active-filters .chip").Select(chip => chip.TextContent));
        Assert.Equal("8", page.Find(".filter-menu:has(.filter-more) .count").TextContent);
        await page.Find(".filter-more input[type=text]").ChangeAsync(new() { Value = " sku-2 " });
        Assert.Contains("&sku=sku-2&", circuit.Navigation.Uri, StringComparison.Ordinal);
        await page.FindAll(".filter-more select")[4].ChangeAsync(new() { Value = "" });
        Assert.DoesNotContain("refund=", circuit.Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_canceled_and_why_is_chosen_among_those_of_the_store_when_the_panel_is_opened()
    {
        await using var circuit = await Open(count: 1);
        var page = Show(circuit, "");
        Assert.Equal(["Anybody"], Options(page, 0));

        await page.Find(".filter-menu:has(.filter-more)").TriggerEventAsync("ontoggle", EventArgs.Empty);

        Assert.Equal(["Anybody", "The system", "Ana"], Options(page, 0));
        Assert.Equal([.. (await circuit.Store.Reasons.List()).Select(reason => reason.Label.En), "None from the list"], Options(page, 1).Skip(1));
    }

    [Fact]
    public async Task A_status_is_chosen_among_those_that_orders_have_and_a_search_keeps_it()
    {
        await using var circuit = await Open(count: 3);
        var page = Show(circuit, "");
        var choice = Assert.Single(page.FindAll(".filter-groups input"));
        await choice.ChangeAsync(new() { Value = true });
        Assert.EndsWith("/orders?status=payment-approved", circuit.Navigation.Uri, StringComparison.Ordinal);

        await page.Find(".filter-search input").ChangeAsync(new() { Value = "josé" });
        await page.Find(".filter-search").SubmitAsync();
        Assert.Matches("/orders\\?status=payment-approved&view=[0-9a-f]{32}$", circuit.Navigation.Uri);
        Assert.Equal("josé", await circuit.Store.Get<OrderViewStore>().Find(circuit.Navigation.Uri[^32..]));
    }

    [Fact]
    public async Task Fifty_rows_make_a_page_and_the_rest_is_behind_next()
    {
        await using var circuit = await Open(count: 53);
        var page = Show(circuit, "");
        Assert.Equal(50, Ids(page).Count);
        Assert.Equal("true", page.FindAll(".pager .button")[0].GetAttribute("aria-disabled"));

        circuit.Navigation.NavigateTo(page.FindAll(".pager a")[^1].GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Equal(["1000003-01", "1000002-01", "1000001-01"], Ids(page)));
        circuit.Navigation.NavigateTo(page.FindAll(".pager a")[0].GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Equal(50, Ids(page).Count));
    }

    [Fact]
    public async Task Who_loses_the_permission_sees_no_more_orders_with_the_next_change()
    {
        await using var circuit = await Open(count: 3);
        var page = Show(circuit, "");
        await circuit.TakeAway(Resource.ListOrders);
        await Import(circuit, 4);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("tbody tr")));
    }

    private static async Task<Circuit> Open(int count)
    {
        var circuit = await Circuit.Open(PredefinedRoles.ReadOnly);
        circuit.Services.AddSingleton<OrderListScreens>().AddSingleton<SalesScreens>();
        circuit.Store.Clock.Set(An.Instant);
        for (var number = 1; number <= count; number++)
        {
            await Import(circuit, number);
        }

        return circuit;
    }

    private static Task<Answer> Import(Circuit circuit, int number) => circuit.Store.Import(
        An.Order($"{1_000_000 + number}-01").Paid().With(order => order with { CreatedAt = An.Instant.AddMinutes(number - 100) }));

    private static IRenderedComponent<AllOrdersPage> Show(Circuit circuit, string query)
    {
        circuit.Navigation.NavigateTo("orders" + query);
        return circuit.Render<AllOrdersPage>();
    }

    private static IEnumerable<string> Options(IRenderedComponent<AllOrdersPage> page, int select) =>
        page.FindAll(".filter-more select")[select].Children.Select(option => option.TextContent);

    private static List<string> Ids(IRenderedComponent<AllOrdersPage> page) =>
        [.. page.FindAll("tbody tr").Select(row => row.GetAttribute("data-order")!)];
}
