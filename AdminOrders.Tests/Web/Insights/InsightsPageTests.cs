using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Insights;
using AdminOrders.Web.Features.Orders.List;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web.Insights;

/// <summary>The page of figures about canceled orders.</summary>
public sealed class InsightsPageTests
{
    [Fact]
    public async Task Figures_come_behind_the_page_with_their_share_and_lead_to_their_orders()
    {
        await using var circuit = await Open("Finance");
        var reason = (await circuit.Store.Reasons.List())[0];
        await Cancel(circuit, "1000001-01", Side.Customer, reason.LabelId);
        await Cancel(circuit, "1000002-01", Side.Store, null);
        await circuit.Store.Import(An.Order("1000003-01").Ready());
        await circuit.Store.Import(An.Order("1000004-01").Ready());

        var page = Show(circuit, "");

        AssertFigure(page, "2 canceled orders");
        Assert.Equal($"{InsightWords.Share(2, 4)} of 4 orders", page.Find("[data-figure=share]").TextContent);
        Assert.Equal([("None from the list", "1", "orders?status=canceled&reason=-"), (reason.Label.En, "1", $"orders?status=canceled&reason={reason.Code}")], Bars(page, "Reason"));
        Assert.Equal([("The customer", "1", "orders?status=canceled&side=customer"), ("The store", "1", "orders?status=canceled&side=store")], Bars(page, "Side").Order());
        Assert.Equal(("1 to 24 hours", "2", "orders?status=canceled&delay=underADay"), Bars(page, "Delay").ElementAt(1));
        Assert.Equal(6, Bars(page, "Delay").Count());
        Assert.Equal([("Loja 1", "2", "orders?status=canceled&seller=1")], Bars(page, "Seller"));
        Assert.Equal([("sku-1 · Shirt", "2", "orders?status=canceled&sku=sku-1"), ("sku-2 · Shoes", "2", "orders?status=canceled&sku=sku-2")], Bars(page, "Sku"));
        Assert.Equal([("No affiliate", "2", null)], Bars(page, "Affiliate"));
        Assert.Equal(["Owed", "Failed", "Given back"], Bars(page, "MoneyBack").Select(bar => bar.Label));
        Assert.Equal([new DateOnly(2026, 3, 2).ToString("d", CultureInfo.CurrentCulture), "2", "4", InsightWords.Share(2, 4)], page.FindAll("[data-periods] tbody tr > *").Select(cell => cell.TextContent));
        Assert.Equal("orders?status=canceled&date=custom&from=2026-03-02&to=2026-03-02", page.Find(".period-column").GetAttribute("href"));
    }

    [Fact]
    public async Task Filters_are_those_of_the_list_and_stay_on_the_page()
    {
        await using var circuit = await Open("Finance");
        await Cancel(circuit, "1000001-01", Side.Customer, null);
        await Cancel(circuit, "1000002-01", Side.Store, null);

        var page = Show(circuit, "?status=handling&requests=open&side=customer&sort=value&cursor=abc");

        AssertFigure(page, "1 canceled order");
        Assert.Equal($"{InsightWords.Share(1, 2)} of 2 orders", page.Find("[data-figure=share]").TextContent);
        Assert.Equal(["Asked by: The customer"], page.FindAll(".active-filters .chip").Select(chip => chip.TextContent.Trim()));
        Assert.Equal("insights", page.Find(".active-filters .chip").GetAttribute("href"));
        Assert.Empty(page.FindAll(".filter-chip"));
        Assert.Equal("orders?status=canceled&side=customer&delay=underADay", Bars(page, "Delay").ElementAt(1).Address);

        circuit.Navigation.NavigateTo("insights?delay=longer");
        page.WaitForAssertion(() => Assert.Equal("No canceled orders", page.Find(".insights h2").TextContent));
        Assert.Equal("Time to cancel: 30 days or more", page.Find(".active-filters .chip").TextContent.Trim());
    }

    [Fact]
    public async Task Money_is_what_payments_gave_back_by_currency()
    {
        await using var circuit = await Open("Finance");
        await circuit.Store.Import(An.Order("1-01").Canceled().With(order => order with { Payments = [new("card", PaymentState.Captured, 10_000, 10_000, 4_000, 6_000)] }));
        await circuit.Store.Import(An.Order("2-01").Canceled().With(order => order with { Payments = [new("card", PaymentState.Voided, 2_500, 0, 0, 0)] }));
        await circuit.Store.Import(An.Order("3-01").Canceled().Worth(900, "CLP").With(order => order with { Payments = [new("card", PaymentState.Captured, 900, 900, 900, 0)] }));

        var page = Show(circuit, "");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-money] tbody tr").Count), TimeSpan.FromSeconds(5));
        Assert.Equal(["BRL", "R$40.00", "R$25.00", "R$60.00"], Cells(page.Find("[data-currency=BRL]")));
        Assert.Equal(["CLP", "CLP 900", "CLP 0", "CLP 0"], Cells(page.Find("[data-currency=CLP]")));
        Assert.Equal([("Owed", "1"), ("Failed", "0"), ("Given back", "2")], Bars(page, "MoneyBack").Select(bar => (bar.Label, bar.Orders)));
    }

    [Fact]
    public async Task What_changes_is_shown_when_somebody_asks_for_it()
    {
        await using var circuit = await Open("Finance");
        await Cancel(circuit, "1000001-01", Side.Store, null);
        var page = Show(circuit, "");
        AssertFigure(page, "1 canceled order");

        await Cancel(circuit, "1000002-01", Side.Store, null);

        page.WaitForAssertion(() => Assert.Equal("Show newer figures", page.Find(".insight-news button").TextContent), TimeSpan.FromSeconds(5));
        AssertFigure(page, "1 canceled order");
        await page.Find(".insight-news button").ClickAsync(new());
        AssertFigure(page, "2 canceled orders");
        Assert.Empty(page.FindAll(".insight-news button"));
    }

    [Fact]
    public async Task Who_may_not_see_sales_or_list_orders_sees_none_and_who_loses_it_sees_none_any_more()
    {
        foreach (var role in new[] { PredefinedRoles.ReadOnly, PredefinedRoles.SupportAgent, "inStore Sales Person" })
        {
            await using var other = await Open(role);
            await other.Store.Import(An.Order().Canceled());
            Assert.Equal("You may not open this page", Show(other, "").Find("h1").TextContent);
        }

        await using var circuit = await Open("Finance");
        await circuit.Store.Import(An.Order("1-01").Canceled());
        var page = Show(circuit, "");
        AssertFigure(page, "1 canceled order");
        await circuit.TakeAway(Resource.ViewSalesStats);
        await circuit.Store.Import(An.Order("2-01").Canceled());
        page.WaitForAssertion(() => Assert.Equal("You may not open this page", page.Find("h1").TextContent), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Figures_that_cannot_be_read_say_so_and_are_tried_again()
    {
        await using var circuit = await Open("Finance");
        await circuit.Store.Import(An.Order().Canceled());
        await circuit.Store.Execute("""ALTER TABLE "Payments" RENAME TO "PaymentsAway" """);

        var page = Show(circuit, "");

        page.WaitForAssertion(() => Assert.Equal("The figures could not be read", page.Find("[role=alert] h2").TextContent), TimeSpan.FromSeconds(5));
        Assert.NotEmpty(page.FindAll(".filters"));
        await circuit.Store.Execute("""ALTER TABLE "PaymentsAway" RENAME TO "Payments" """);
        await page.Find("[role=alert] button").ClickAsync(new());
        AssertFigure(page, "1 canceled order");
    }

    [Fact]
    public async Task Nothing_canceled_a_search_that_is_gone_and_an_empty_store_say_what_they_are()
    {
        await using var circuit = await Open("Finance");
        var page = Show(circuit, "");
        Assert.NotEmpty(page.FindAll(".empty code"));

        await circuit.Store.Import(An.Order().Ready());
        page.WaitForAssertion(() => Assert.Equal("No canceled orders", page.Find(".insights h2").TextContent), TimeSpan.FromSeconds(5));

        circuit.Navigation.NavigateTo($"insights?view={new string('0', 32)}");
        page.WaitForAssertion(() => Assert.Equal("insights", page.Find(".empty a.button").GetAttribute("href")));
    }

    [Fact]
    public async Task The_table_of_periods_is_always_there_and_shown_when_somebody_wants_it()
    {
        await using var circuit = await Open("Finance");
        await circuit.Store.Import(An.Order().Canceled());
        var page = Show(circuit, "");
        AssertFigure(page, "1 canceled order");
        Assert.NotEmpty(page.FindAll("[data-periods] a"));
        Assert.False(page.Find(".insight-table").HasAttribute("data-open"));
        Assert.All(page.FindAll(".period-columns a"), column => Assert.Equal("-1", column.GetAttribute("tabindex")));

        await page.Find(".insight-title button").ClickAsync(new());

        Assert.True(page.Find(".insight-table").HasAttribute("data-open"));
        Assert.Equal("Hide table", page.Find(".insight-title button").TextContent);
    }

    private static async Task Cancel(Circuit circuit, string id, Side askedBy, int? reason)
    {
        await circuit.Store.Import(An.Order(id).Unpaid());
        var answer = await circuit.Store.Send(id, new Cancel(Guid.NewGuid().ToString("N"), askedBy, new(reason, reason is null ? "Sold out" : null)), Actors.Operator);
        Assert.Equal(Status.Canceled, answer.Status);
    }

    private static void AssertFigure(IRenderedComponent<InsightsPage> page, string figure) =>
        page.WaitForAssertion(() => Assert.Equal(figure, page.Find("[data-figure=canceled]").TextContent), TimeSpan.FromSeconds(5));

    private static IEnumerable<(string Label, string Orders, string? Address)> Bars(IRenderedComponent<InsightsPage> page, string chart) =>
        page.FindAll($"[data-chart={chart}] .bars tbody tr").Select(row => (row.QuerySelector(".clip")!.TextContent, row.QuerySelector("td")!.TextContent, row.QuerySelector("a")?.GetAttribute("href")));

    private static IEnumerable<string> Cells(IElement row) => row.Children.Select(cell => cell.TextContent.Replace('\u00a0', ' '));

    private static async Task<Circuit> Open(string role)
    {
        var circuit = await Circuit.Open(role);
        circuit.Services.AddSingleton<OrderListScreens>().AddSingleton<InsightScreens>();
        circuit.Store.Clock.Set(An.Instant);
        return circuit;
    }

    private static IRenderedComponent<InsightsPage> Show(Circuit circuit, string query)
    {
        circuit.Navigation.NavigateTo("insights" + query);
        return circuit.Render<InsightsPage>();
    }
}
