using System.Data.Common;
using System.Net;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.List;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

public sealed class ListFailureTests
{
    [Fact]
    public async Task A_list_that_cannot_be_read_says_so_keeps_its_address_and_tries_again()
    {
        await using var circuit = await Open();
        await Break(circuit.Store);
        circuit.Navigation.NavigateTo("orders?status=payment-approved");
        var page = circuit.Render<AllOrdersPage>();

        Assert.Equal("The orders could not be read", page.Find("[role=alert] h2").TextContent);
        Assert.Contains("the address keeps your filters", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Matches("^Trace [0-9a-f]{32}$", page.Find("[role=alert] .small").TextContent);

        await Mend(circuit.Store);
        await page.Find("[role=alert] button").ClickAsync(new());
        Assert.Equal("1000001-01", page.Find("tbody tr").GetAttribute("data-order"));
        Assert.EndsWith("/orders?status=payment-approved", circuit.Navigation.Uri, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task A_later_page_that_cannot_be_read_leaves_the_filters_in_reach()
    {
        await using var circuit = await Open();
        circuit.Navigation.NavigateTo("orders");
        var page = circuit.Render<AllOrdersPage>();
        Assert.Single(page.FindAll("tbody tr"));

        await Break(circuit.Store);
        circuit.Navigation.NavigateTo("orders?seller=1");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));
        Assert.Equal("Seller: Loja 1", page.Find(".active-filters .chip").TextContent);
        Assert.Empty(page.FindAll("tbody tr"));

        await Mend(circuit.Store);
        circuit.Navigation.NavigateTo("orders");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
    }

    [Fact]
    public async Task The_answer_of_a_list_that_cannot_be_read_is_no_success()
    {
        await using var web = new WebStore();
        var visitor = await web.SignInAsAsync(PredefinedRoles.ReadOnly);
        await using (var connection = await web.Services.GetRequiredService<DbDataSource>().OpenConnectionAsync())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = """ALTER TABLE "Orders" RENAME TO "OrdersAway" """;
            await command.ExecuteNonQueryAsync();
        }

        using var answer = await visitor.GetAsync("/orders?status=canceled");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("The orders could not be read", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<Circuit> Open()
    {
        var circuit = await Circuit.Open(PredefinedRoles.ReadOnly);
        circuit.Services.AddSingleton<OrderListScreens>().AddSingleton<SalesScreens>();
        circuit.Store.Clock.Set(An.Instant);
        await circuit.Store.Import(An.Order("1000001-01").Paid());
        return circuit;
    }

    private static Task Break(TestStore store) => store.Execute("""ALTER TABLE "Orders" RENAME TO "OrdersAway" """);

    private static Task Mend(TestStore store) => store.Execute("""ALTER TABLE "OrdersAway" RENAME TO "Orders" """);
}
