using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.List;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

/// <summary>Totals above the list: today beside other days, and what the filters find is worth.</summary>
public sealed class SalesTotalsTests
{
    [Fact]
    public async Task Days_are_compared_up_to_the_same_time_of_day()
    {
        await using var circuit = await Open("Finance");
        await Import(circuit, "today", 1, 2, 3);
        await Import(circuit, "yesterday", 24 + 1, 24 + 2);
        // Later yesterday than it is now today.
        await Import(circuit, "late", 24 - 2);
        await Import(circuit, "week", (7 * 24) + 1, (7 * 24) + 2, (7 * 24) + 3, (7 * 24) + 4);

        var page = Show(circuit, "");

        page.WaitForAssertion(() => Assert.Equal(["3", "2 +50 %", "4 -25 %", "0 0 %"], page.FindAll("[data-day]").Select(day => string.Join(' ', day.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)))));
        Assert.Equal(["1", "-1", "0"], page.FindAll(".change").Select(change => change.GetAttribute("data-change")));
    }

    [Fact]
    public async Task Sales_are_paid_orders_of_the_filter_by_currency_and_a_status_filter_counts_what_it_finds()
    {
        await using var circuit = await Open("Finance");
        await circuit.Store.Import(An.Order("1-01").Paid().Worth(10_000));
        await circuit.Store.Import(An.Order("2-01").Invoiced().Worth(30_001));
        await circuit.Store.Import(An.Order("3-01").Unpaid().Worth(500));
        await circuit.Store.Import(An.Order("4-01").Canceled().Worth(700));
        await circuit.Store.Import(An.Order("5-01").Paid().Worth(900, "CLP"));

        var page = Show(circuit, "");
        page.WaitForAssertion(() => Assert.Equal(["2", "R$200.00", "R$400.01"], Figures(page, "BRL")));
        Assert.Equal(["1", "CLP 900", "CLP 900"], Figures(page, "CLP").Select(figure => figure.Replace('\u00a0', ' ')));

        circuit.Navigation.NavigateTo("orders?status=canceled");
        page.WaitForAssertion(() => Assert.Equal(["1", "R$7.00", "R$7.00"], Figures(page, "BRL")));
        Assert.Empty(page.FindAll("[data-currency=CLP]"));
    }

    [Fact]
    public async Task Beside_them_is_the_way_to_figures_under_the_same_filters()
    {
        await using var circuit = await Open("Finance");
        await circuit.Store.Import(An.Order("1-01").Paid());

        var page = Show(circuit, "?status=handling&date=last7Days&side=customer&requests=open&sort=value");

        Assert.Equal("insights?date=last7Days&side=customer", page.Find(".sales-insights").GetAttribute("href"));
    }

    [Fact]
    public async Task They_follow_what_happens()
    {
        await using var circuit = await Open("Finance");
        await circuit.Store.Import(An.Order("1-01").Paid().Worth(10_000));
        var page = Show(circuit, "");
        page.WaitForAssertion(() => Assert.Equal(["1", "R$100.00", "R$100.00"], Figures(page, "BRL")));

        await circuit.Store.Import(An.Order("2-01").Paid().Worth(20_000));

        page.WaitForAssertion(() => Assert.Equal(["2", "R$150.00", "R$300.00"], Figures(page, "BRL")), TimeSpan.FromSeconds(5));
        Assert.Equal("2", page.Find("[data-day=Today]").TextContent.Trim());
    }

    [Fact]
    public async Task Who_may_not_see_sales_sees_none_and_who_loses_it_sees_none_any_more()
    {
        await using (var other = await Open(PredefinedRoles.ReadOnly))
        {
            await other.Store.Import(An.Order("1-01").Paid());
            Assert.Empty(Show(other, "").FindAll(".sales"));
        }

        await using var circuit = await Open("Finance");
        await circuit.Store.Import(An.Order("1-01").Paid());
        var page = Show(circuit, "");
        page.WaitForAssertion(() => Assert.Equal("1", page.Find("[data-day=Today]").TextContent.Trim()));
        await circuit.TakeAway(Resource.ViewSalesStats);
        await circuit.Store.Import(An.Order("2-01").Paid());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".sales")), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task More_than_can_be_added_up_is_said_to_be_too_many()
    {
        await using var circuit = await Open("Finance");
        await circuit.Store.Import(An.Order("1-01").Paid());
        await circuit.Store.Copy("1-01", 10_004, (nameof(OrderRow.OpenRequests), "1"));

        var page = Show(circuit, "?requests=open");

        page.WaitForAssertion(() => Assert.Contains("More than 10,000 orders match", page.Find(".sales").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-currency]"));
    }

    private static IEnumerable<string> Figures(IRenderedComponent<AllOrdersPage> page, string currency) =>
        page.FindAll($"[data-currency={currency}] dd").Select(figure => figure.TextContent);

    private static async Task<Circuit> Open(string role)
    {
        var circuit = await Circuit.Open(role);
        circuit.Services.AddSingleton<OrderListScreens>().AddSingleton<SalesScreens>();
        circuit.Store.Clock.Set(An.Instant);
        return circuit;
    }

    private static async Task Import(Circuit circuit, string name, params int[] hoursAgo)
    {
        foreach (var hours in hoursAgo)
        {
            await circuit.Store.Import(An.Order($"{name}-{hours}").Paid().With(order => order with { CreatedAt = An.Instant.AddHours(-hours) }));
        }
    }

    private static IRenderedComponent<AllOrdersPage> Show(Circuit circuit, string query)
    {
        circuit.Navigation.NavigateTo("orders" + query);
        return circuit.Render<AllOrdersPage>();
    }
}
