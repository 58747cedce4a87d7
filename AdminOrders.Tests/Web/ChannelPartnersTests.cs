using AdminOrders.Core.Connectors.Protocol;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web.Api;
using AdminOrders.Tests.Web.Api.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

/// <summary>Sellers and marketplaces by the server's own settings, and how the page Channels shows them.</summary>
public sealed class ChannelPartnersTests
{
    private static readonly (string Name, string Value)[] Settings =
    [
        ("Sellers:0:SellerId", "seller-2"), ("Sellers:0:FulfillmentEndpoint", "https://127.0.0.1:9/api"), ("Sellers:0:AppKey", "key"), ("Sellers:0:AppToken", "s3cret"),
        ("Channels:Marketplaces:0:AffiliateId", "MKT"), ("Channels:Marketplaces:0:ServicesEndpoint", "https://marketplace.example/api/oms"),
    ];

    [Fact]
    public async Task A_seller_inside_the_house_is_not_called_and_stands_with_words_on_the_page()
    {
        await using var api = await ApiStore.Open(Engine.Sqlite, Settings);
        await api.Import(An.Order(ServedStore.Id).FulfilledBySeller().Handling().AsImported());
        await (await api.AsErp()).Cancel(new { reason = "changed their mind" });

        var seller = await Failing(api);

        Assert.Equal((UnfinishedKind.Seller, "seller-2", "127.0.0.1", 1), (seller.Account.Kind, seller.Account.Id, seller.Account.Host, seller.Failed));
        Assert.Equal("The seller 127.0.0.1 could not be reached: 127.0.0.1 is not on the open internet.", seller.LastWords);
        var page = await (await api.Web.SignInAsAsync(PredefinedRoles.Owner)).ReadAsync("/channels");
        var rows = page.QuerySelectorAll("#channel-partners tbody tr");
        Assert.Equal(["seller-2", "MKT"], rows.Select(row => row.GetAttribute("data-partner")));
        Assert.Contains(seller.LastWords!, rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("unfinished?kind=seller", rows[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains(Texts.Channels_PartnerWell, rows[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_marketplace_and_amazon_do_not_share_an_affiliate()
    {
        await using var api = await ApiStore.Open(
            Engine.Sqlite,
            [.. Settings, ("Channels:Amazon:ClientId", "c"), ("Channels:Amazon:ClientSecret", "s"), ("Channels:Amazon:RefreshToken", "r"), ("Channels:Amazon:MarketplaceIds", "A2Q3Y263D00KWC"), ("Channels:Amazon:AffiliateId", "mkt")]);

        var failure = Assert.ThrowsAny<Exception>(() => api.Services);

        Assert.Contains("Channels:Marketplaces names \"MKT\", which is the affiliate of Channels:Amazon.", failure.ToString(), StringComparison.Ordinal);
    }

    private static async Task<PartnerView> Failing(ApiStore api)
    {
        var reader = api.Services.GetRequiredService<PartnerReader>();
        for (var turn = 0; turn < 600; turn++)
        {
            if ((await reader.List())[0] is { Failed: > 0 } failing)
            {
                return failing;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The seller was not asked within a minute.");
    }
}
