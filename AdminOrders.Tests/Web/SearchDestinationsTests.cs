using System.Globalization;
using AdminOrders.Web.Shell;

namespace AdminOrders.Tests.Web;

public sealed class SearchDestinationsTests
{
    [Theory]
    [InlineData("All orders")]
    [InlineData("all o")]
    [InlineData("Todos los pedidos")]
    [InlineData("  TODOS LOS ")]
    [InlineData("Todos os pedidos")]
    [InlineData("todos o")]
    public void The_list_is_found_by_its_name_in_any_language(string typed) =>
        Assert.Contains(SearchDestinations.Find(typed), page => page.Address == "orders");

    [Theory]
    [InlineData("configuracion")]
    [InlineData("Configurações")]
    public void Accents_may_be_left_out(string typed) =>
        Assert.Contains(SearchDestinations.Find(typed), page => page.Address == "settings");

    [Theory]
    [InlineData("insights")]
    [InlineData("analisis")]
    [InlineData("Análises")]
    public void Figures_are_found_by_their_name(string typed) =>
        Assert.Contains(SearchDestinations.Find(typed), page => page is { Address: "insights", Requires: Core.Orders.Resource.ViewSalesStats });

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("1268540501456-01")]
    [InlineData("pedidos de Ana")]
    public void Anything_else_finds_no_page(string typed) => Assert.Empty(SearchDestinations.Find(typed));

    [Fact]
    public void A_page_is_called_in_the_readers_language()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("pt-BR");
            Assert.Equal("Todos os pedidos", Assert.Single(SearchDestinations.Find("All orders")).Name);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
