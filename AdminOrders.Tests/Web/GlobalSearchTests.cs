using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Shell;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

public sealed class GlobalSearchTests
{
    private const string Order = "1268540501456-01";

    [Theory]
    [InlineData("All orders")]
    [InlineData("todos los pedidos")]
    [InlineData("Todos os pedidos")]
    public async Task The_name_of_a_page_in_any_language_goes_there(string typed)
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        await Enter(circuit, typed);
        Assert.Equal("http://localhost/orders", circuit.Navigation.Uri);
    }

    [Fact]
    public async Task An_order_id_goes_to_the_order()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        await Enter(circuit, Order);
        Assert.Equal($"http://localhost/orders/{Order}", circuit.Navigation.Uri);
    }

    [Fact]
    public async Task A_name_goes_to_the_list_and_stays_out_of_the_address()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        await Enter(circuit, " jose da silva ");

        Assert.Matches("^http://localhost/orders\\?view=[0-9a-f]{32}$", circuit.Navigation.Uri);
        Assert.Equal("jose da silva", await circuit.Store.Get<OrderViewStore>().Find(circuit.Navigation.Uri[^32..]));
    }

    [Fact]
    public async Task Orders_are_offered_with_their_status_and_the_arrows_choose_among_them()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        var bar = circuit.Render<GlobalSearch>();
        var input = bar.Find("input");
        await input.InputAsync(new() { Value = "silva" });
        await bar.WaitForElementAsync("[role=option]");

        Assert.Equal([Order, "Search orders for “silva”"], bar.FindAll(".search-title").Select(title => title.TextContent));
        Assert.NotNull(bar.Find("[role=option] .status"));
        Assert.Equal("true", bar.Find("input").GetAttribute("aria-expanded"));
        Assert.False(bar.Find("input").HasAttribute("aria-activedescendant"));

        await bar.Find("input").KeyDownAsync(Key.Down);
        Assert.Equal("search-0", bar.Find("input").GetAttribute("aria-activedescendant"));
        Assert.Equal("true", bar.Find("#search-0").GetAttribute("aria-selected"));

        await bar.Find("input").KeyDownAsync(Key.Escape);
        Assert.Equal("false", bar.Find("input").GetAttribute("aria-expanded"));
        Assert.Empty(bar.FindAll("[role=option]"));
    }

    [Fact]
    public async Task Who_may_not_list_orders_finds_none()
    {
        await using var circuit = await Open("Nothing at all");
        await Enter(circuit, Order);
        Assert.Equal("http://localhost/", circuit.Navigation.Uri);
    }

    private static async Task<Circuit> Open(string role)
    {
        var circuit = await Circuit.Open(role);
        circuit.Services.AddSingleton<SearchSuggestions>();
        await circuit.Store.Import(An.Order(Order).Paid());
        return circuit;
    }

    // Enter comes before the pause after the last letter is over, as it does with people who know what they want.
    private static async Task Enter(Circuit circuit, string typed)
    {
        var bar = circuit.Render<GlobalSearch>();
        var typing = bar.Find("input").InputAsync(new() { Value = typed });
        await bar.Find("input").KeyDownAsync(Key.Enter);
        Assert.False(typing.IsFaulted);
    }
}
