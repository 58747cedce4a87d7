using AdminOrders.Core.Connectors.Amazon;
using AdminOrders.Core.Connectors.Outside;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Tests.Connectors.Amazon;

public sealed class AmazonSettingsTests
{
    [Fact]
    public void Nothing_named_is_no_Amazon()
    {
        Assert.Null(From([]));
        Assert.StartsWith("Channels:Amazon:ClientId is not set, but Channels:Amazon:WarehouseId is", Refused([("WarehouseId", "1_1")]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_account_and_its_marketplaces_are_enough_and_secrets_stay_in_the_settings()
    {
        var settings = From(Account)!;

        Assert.Equal((new Uri("https://sellingpartnerapi-na.amazon.com/"), new Uri("https://api.amazon.com/auth/o2/token")), (settings.Endpoint, settings.TokenAddress));
        Assert.Equal(("AMZ", "1", "1_1", null), (settings.AffiliateId, settings.SellerId, settings.WarehouseId, settings.DefaultPostalCode));
        Assert.Equal(["A2Q3Y263D00KWC", "ATVPDKIKX0DER"], settings.MarketplaceIds.AsEnumerable());
        Assert.Equal("sellingpartnerapi-na.amazon.com", settings.ToString());
    }

    [Fact]
    public void Everything_else_is_as_it_is_set()
    {
        var settings = From([.. Account, ("Endpoint", "https://sellingpartnerapi-eu.amazon.com"), ("AffiliateId", "AMB"), ("SellerId", "shop"), ("WarehouseId", "w2"), ("DefaultPostalCode", "01310-100")])!;

        Assert.Equal("https://sellingpartnerapi-eu.amazon.com/", settings.Endpoint.AbsoluteUri);
        Assert.Equal(("AMB", "shop", "w2", "01310-100"), (settings.AffiliateId, settings.SellerId, settings.WarehouseId, settings.DefaultPostalCode));
    }

    [Theory]
    [InlineData("ClientId", "")]
    [InlineData("ClientSecret", "")]
    [InlineData("RefreshToken", "")]
    [InlineData("MarketplaceIds", "")]
    [InlineData("MarketplaceIds", " , ")]
    [InlineData("MarketplaceIds", "A2Q3Y263D00KWC&x=1")]
    [InlineData("Endpoint", "http://sellingpartnerapi-na.amazon.com")]
    [InlineData("Endpoint", "https://user@sellingpartnerapi-na.amazon.com")]
    [InlineData("TokenAddress", "http://api.amazon.com/auth/o2/token")]
    [InlineData("TokenAddress", "token")]
    public void A_wrong_setting_is_named_and_no_secret_is_told(string name, string value)
    {
        var refused = Refused([.. Account, (name, value)]);

        Assert.StartsWith($"Channels:Amazon:{name} ", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Account =>
        [("ClientId", "amzn1.application-oa2-client.1"), ("ClientSecret", "s3cret"), ("RefreshToken", "Atzr|s3cret"), ("MarketplaceIds", "A2Q3Y263D00KWC, ATVPDKIKX0DER")];

    private static string Refused((string Name, string Value)[] told) => Assert.Throws<InvalidOperationException>(() => From(told)).Message;

    private static AmazonSettings? From((string Name, string Value)[] told)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in told)
        {
            settings["Channels:Amazon:" + name] = value;
        }

        return AmazonSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new OutsideSettings(TimeSpan.FromSeconds(1), []));
    }
}
