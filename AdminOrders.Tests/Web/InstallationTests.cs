using AdminOrders.Web.Shell;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Tests.Web;

public sealed class InstallationTests
{
    [Fact]
    public void It_serves_at_its_own_address_when_nobody_names_one() =>
        Assert.Equal("http://localhost:5080", Installation.AddressFor(Configured("Storage:Provider", "Sqlite")));

    [Theory]
    [InlineData("urls")]
    [InlineData("URLS")]
    [InlineData("http_ports")]
    [InlineData("https_ports")]
    [InlineData("Kestrel:Endpoints:Http:Url")]
    public void An_address_that_is_named_in_any_way_of_the_host_is_kept(string key) =>
        Assert.Null(Installation.AddressFor(Configured(key, "5000")));

    private static IConfiguration Configured(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
}
