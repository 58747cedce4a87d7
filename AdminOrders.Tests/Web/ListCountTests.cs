using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.List;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

/// <summary>How many orders the list finds, beside its title.</summary>
public sealed class ListCountTests
{
    // From now on whoever counts the orders to the end counts for ever.
    private const string Endless =
        """
        ALTER TABLE "Orders" RENAME TO "RealOrders";
        CREATE VIEW "Orders" AS SELECT r.* FROM "RealOrders" r, (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n);
        """;

    [Fact]
    public async Task The_count_comes_behind_the_rows_and_follows_what_happens()
    {
        await using var circuit = await Open(3);
        var page = Show(circuit, "");
        AssertSays(page, "3 orders");

        await Import(circuit, "4000001-01");
        AssertSays(page, "4 orders");
        Assert.Equal(3, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task Another_filter_is_another_count_and_another_page_of_it_is_not()
    {
        await using var circuit = await Open(51);
        await circuit.Store.Send("1000001-01", new Cancel(Guid.NewGuid().ToString("N"), Side.Store, new Reason(null, "Sold out")), Actors.Operator);
        var page = Show(circuit, "");
        AssertSays(page, "51 orders");
        circuit.Navigation.NavigateTo(page.FindAll(".pager a")[^1].GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        AssertSays(page, "51 orders");

        circuit.Navigation.NavigateTo("orders?status=canceled");
        AssertSays(page, "1 order");
        circuit.Navigation.NavigateTo("orders?status=invoiced");
        AssertSays(page, "0 orders");
    }

    [Fact]
    public async Task More_than_ten_thousand_are_counted_to_the_end_when_somebody_asks()
    {
        await using var circuit = await Open(1);
        await circuit.Store.Copy("1000001-01", 10_004, (nameof(OrderRow.OpenRequests), "1"));
        var page = Show(circuit, "?requests=open");
        AssertSays(page, "10,000+ orders");

        await page.Find(".list-count button").ClickAsync(new());

        AssertSays(page, "10,004 orders");
        Assert.Equal("Count again", page.Find(".list-count button").TextContent);
    }

    [Fact]
    public async Task Who_stops_counting_is_told_what_was_known_before()
    {
        await using var circuit = await Open(1);
        await circuit.Store.Copy("1000001-01", 10_004, (nameof(OrderRow.OpenRequests), "1"));
        var page = Show(circuit, "?requests=open");
        AssertSays(page, "10,000+ orders");
        await circuit.Store.Execute(Endless);

        var counting = page.Find(".list-count button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Stop", page.Find(".list-count button").TextContent));
        AssertSays(page, "Counting…");
        await page.Find(".list-count button").ClickAsync(new());
        await counting;

        AssertSays(page, "10,000+ orders");
        Assert.Equal("Count exactly", page.Find(".list-count button").TextContent);
    }

    [Fact]
    public async Task Another_question_stops_what_was_being_counted()
    {
        await using var circuit = await Open(1);
        await circuit.Store.Copy("1000001-01", 10_004, (nameof(OrderRow.OpenRequests), "1"));
        var page = Show(circuit, "?requests=open");
        AssertSays(page, "10,000+ orders");
        await circuit.Store.Execute(Endless);
        var counting = page.Find(".list-count button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Stop", page.Find(".list-count button").TextContent));

        // Rows of the next question come from the orders again.
        await circuit.Store.Execute("""DROP VIEW "Orders"; ALTER TABLE "RealOrders" RENAME TO "Orders" """);
        circuit.Navigation.NavigateTo("orders");

        await counting;
        AssertSays(page, "10,005 orders");
        Assert.Empty(page.FindAll(".list-count button"));
    }

    [Fact]
    public async Task A_store_that_cannot_be_counted_is_said_to_be_so_and_its_rows_stay()
    {
        await using var circuit = await Open(2);
        await circuit.Store.Execute("""DROP TABLE "OrderCounters" """);

        var page = Show(circuit, "");

        AssertSays(page, "The orders could not be counted");
        Assert.Equal(2, page.FindAll("tbody tr").Count);
    }

    private static void AssertSays(IRenderedComponent<AllOrdersPage> page, string words) =>
        page.WaitForAssertion(() => Assert.Equal(words, page.Find("[data-count]").TextContent));

    private static async Task<Circuit> Open(int count)
    {
        var circuit = await Circuit.Open(PredefinedRoles.ReadOnly);
        circuit.Services.AddSingleton<OrderListScreens>().AddSingleton<SalesScreens>();
        circuit.Store.Clock.Set(An.Instant);
        for (var number = 1; number <= count; number++)
        {
            await Import(circuit, $"{1_000_000 + number}-01");
        }

        return circuit;
    }

    private static Task<Answer> Import(Circuit circuit, string orderId) => circuit.Store.Import(An.Order(orderId).Paid());

    private static IRenderedComponent<AllOrdersPage> Show(Circuit circuit, string query)
    {
        circuit.Navigation.NavigateTo("orders" + query);
        return circuit.Render<AllOrdersPage>();
    }
}
