using System.Collections.Immutable;
using AdminOrders.Core.Connectors.Outside;
using AdminOrders.Core.Connectors.Protocol;
using Microsoft.Extensions.Configuration;

namespace AdminOrders.Tests.Connectors.Protocol;

/// <summary>Settings of sellers and marketplaces.</summary>
public sealed class ProtocolPartnerTests
{
    private static readonly OutsideSettings Outside = new(TimeSpan.FromSeconds(1), []);

    [Fact]
    public void Sellers_and_marketplaces_are_read_and_shown_without_secrets()
    {
        var seller = Assert.Single(Sellers(("SellerId", "nordwind"), ("FulfillmentEndpoint", "https://nordwind.example/api"), ("AppKey", "k"), ("AppToken", "s3cret")));
        var open = Assert.Single(Sellers(("SellerId", "open"), ("FulfillmentEndpoint", "https://open.example/")));

        Assert.Equal(("nordwind", "https://nordwind.example/api/", "nordwind.example"), (seller.Id, seller.Endpoint.AbsoluteUri, seller.ToString()));
        Assert.Null(open.AppKey);
        Assert.Empty(ProtocolPartner.Marketplaces(new ConfigurationBuilder().Build(), Outside));
    }

    [Theory]
    [InlineData("Sellers:0:FulfillmentEndpoint is not set.", "SellerId", "nordwind")]
    [InlineData("Sellers:0:SellerId is not set.", "FulfillmentEndpoint", "https://nordwind.example")]
    [InlineData("Sellers:0:FulfillmentEndpoint is \"http://nordwind.example/\"; it has to begin with https://", "FulfillmentEndpoint", "http://nordwind.example/")]
    [InlineData("Sellers:0:AppToken is not set, but the other of the two is.", "SellerId", "nordwind", "FulfillmentEndpoint", "https://nordwind.example", "AppKey", "k")]
    [InlineData("Sellers:0:AppKey is not set, but the other of the two is.", "SellerId", "nordwind", "FulfillmentEndpoint", "https://nordwind.example", "AppToken", "s3cret")]
    [InlineData("Sellers:0:AppToken has a letter that no header carries", "SellerId", "nordwind", "FulfillmentEndpoint", "https://nordwind.example", "AppKey", "k", "AppToken", "s3cret\" x")]
    public void A_wrong_setting_is_named_and_no_secret_is(string words, params string[] told)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Sellers([.. told.Chunk(2).Select(pair => (pair[0], pair[1]))]));

        Assert.StartsWith(words, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_named_twice()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sellers:0:SellerId"] = "nordwind",
            ["Sellers:0:FulfillmentEndpoint"] = "https://nordwind.example",
            ["Sellers:1:SellerId"] = "Nordwind",
            ["Sellers:1:FulfillmentEndpoint"] = "https://other.example",
        }).Build();

        Assert.Equal("Sellers names \"nordwind\" twice.", Assert.Throws<InvalidOperationException>(() => ProtocolPartner.Sellers(settings, Outside)).Message);
    }

    private static ImmutableArray<ProtocolPartner> Sellers(params (string Name, string Value)[] told) => ProtocolPartner.Sellers(
        new ConfigurationBuilder().AddInMemoryCollection(told.ToDictionary(one => "Sellers:0:" + one.Name, one => (string?)one.Value)).Build(), Outside);
}
