using AdminOrders.Web.Features.Orders.List;
using AdminOrders.Web.Features.Orders.Views;

namespace AdminOrders.Tests.Web;

/// <summary>Filters as JSON, to be handed from one person to another.</summary>
public sealed class SharedFiltersTests
{
    [Theory]
    [InlineData("orders")]
    [InlineData("orders?status=handling")]
    [InlineData("orders?status=handling&status=&date=custom&from=2026-01-31&to=2026-02-28&seller=a%26b%20%C3%A7&origin=Marketplace&requests=open&sort=value&dir=asc")]
    public void What_is_shared_is_imported_as_the_same(string address)
    {
        var (filters, problem) = SharedFilters.Read(SharedFilters.Write(OrderListQuery.Parse(address), "João \"Silva\" 😀"));

        Assert.Null(problem);
        Assert.Equal((address, "João \"Silva\" 😀"), (filters!.Query.Address, filters.Text));
    }

    [Fact]
    public void Only_the_text_may_be_personal_and_place_and_views_are_not_shared()
    {
        var query = OrderListQuery.Parse("orders?status=handling&status=invoiced&view=0123456789abcdef0123456789abcdef&saved=abc&sort=value&cursor=abc");

        Assert.Equal("""{"status":["handling","invoiced"],"sort":"value"}""", Bare(SharedFilters.Write(query, null)));
        Assert.Equal("""{"status":["handling","invoiced"],"sort":"value","q":"silva"}""", Bare(SharedFilters.Write(query, "silva")));
    }

    [Theory]
    [InlineData("""{"date":"any","sort":"createdAt","dir":"desc"}""", "orders")]
    [InlineData("""{"status":[]}""", "orders")]
    [InlineData("{}", "orders")]
    [InlineData(""" { "status" : [ "handling" ] } """, "orders?status=handling")]
    public void What_people_write_by_hand_is_taken_too(string json, string address) => Assert.Equal(address, SharedFilters.Read(json).Filters!.Query.Address);

    [Theory]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("\"status\"", null)]
    [InlineData("{\"status\":\"handling\"", null)]
    [InlineData("{\"clientEmail\":\"ana@example.com\"}", "clientEmail")]
    [InlineData("{\"status\":\"handling\",\"colour\":\"red\"}", "colour")]
    [InlineData("{\"status\":7}", "status")]
    [InlineData("{\"status\":[\"handling\",7]}", "status")]
    [InlineData("{\"status\":{\"a\":\"b\"}}", "status")]
    [InlineData("{\"status\":null}", "status")]
    [InlineData("{\"date\":\"someday\"}", "date")]
    [InlineData("{\"date\":\"custom\",\"from\":\"31.01.2026\"}", "from")]
    [InlineData("{\"sort\":\"customer\"}", "sort")]
    [InlineData("{\"seller\":[\"1\",\"2\"]}", "seller")]
    [InlineData("{\"seller\":\"a\\u0000b\"}", "seller")]
    [InlineData("{\"view\":\"0123456789abcdef0123456789abcdef\"}", "view")]
    [InlineData("{\"saved\":\"abc\"}", "saved")]
    [InlineData("{\"cursor\":\"abc\"}", "cursor")]
    [InlineData("{\"a&status=handling\":\"b\"}", "a&status=handling")]
    [InlineData("{\"q\":\"\"}", "q")]
    [InlineData("{\"q\":[\"a\",\"b\"]}", "q")]
    [InlineData("{\"seller\":\"\\ud800\"}", "seller")]
    public void What_cannot_be_taken_says_which_field_it_is(string json, string? field)
    {
        var (filters, problem) = SharedFilters.Read(json);

        Assert.Null(filters);
        Assert.Equal(field, problem!.Field);
    }

    [Fact]
    public void A_field_that_stands_twice_and_an_endless_text_are_refused()
    {
        Assert.NotNull(SharedFilters.Read("{\"seller\":\"1\",\"seller\":\"2\"}").Problem);
        Assert.Equal("q", SharedFilters.Read($"{{\"q\":\"{new string('x', 201)}\"}}").Problem!.Field);
        Assert.NotNull(SharedFilters.Read($"{{\"seller\":\"{new string('x', 30_000)}\"}}").Problem);
        Assert.Equal(3, SharedFilters.Read("{\n\"seller\":\"1\",\n!").Problem!.Line);
    }

    private static string Bare(string json) => json.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
