using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using AdminOrders.Tests.Web.Orders;
using AdminOrders.Web.Features.Settings.CustomerLinks;
using Bunit;

namespace AdminOrders.Tests.Web;

public sealed class CustomerLinksPageTests
{
    [Theory]
    [InlineData(false, "Those that were made before stay good for as long as they say.")]
    [InlineData(true, "Every link that was made before has ended.")]
    public async Task The_key_is_changed_with_or_without_the_links_before(bool atOnce, string said)
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);
        await circuit.Store.Import(An.Order("o-1").Handling());
        var links = circuit.Store.Get<CustomerLinks>();
        var before = await links.Make("o-1");
        circuit.Navigation.NavigateTo("settings/customer-links?rotate=1");
        var page = circuit.Render<CustomerLinksPage>();

        await page.Find("#rotate-at-once").ChangeAsync(new() { Value = atOnce });
        await page.Find("form").SubmitAsync();

        Assert.Equal(atOnce, await links.Find(before!.Token) is null);
        Assert.EndsWith("settings/customer-links", circuit.Navigation.Uri, StringComparison.Ordinal);
        Assert.NotEmpty(said);
    }

    [Fact]
    public async Task The_link_is_copied_from_the_order_with_the_day_until_which_it_is_good()
    {
        await using var stage = await PageStage.OpenAsync(PredefinedRoles.ReadOnly);
        var orderId = await stage.AddAsync(An.Order("o-1").Handling());
        var history = (await stage.Workflow.Facts(orderId))!.Version;

        var page = stage.Show(orderId, "?panel=customer-link");

        var link = page.Find("#customer-link").GetAttribute("value")!;
        Assert.Matches("^http://localhost/my/[A-Za-z0-9_-]{43}$", link);
        Assert.Contains("Good until", page.Find("dialog").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("2026-04-01T12:00:00", page.Find("dialog time").GetAttribute("datetime"), StringComparison.Ordinal);
        Assert.Equal("orders/o-1?panel=customer-link", page.Find("#bar-customer-link").GetAttribute("href"));
        Assert.Equal(history, (await stage.Workflow.Facts(orderId))!.Version);
    }

    [Fact]
    public async Task Without_an_address_for_customers_the_page_says_how_to_set_it()
    {
        await using var circuit = await Circuit.Open(PredefinedRoles.Owner);

        Assert.Contains("Store:PublicAddress", circuit.Render<PublicAddressPanel>().Find(".notice-warning").TextContent, StringComparison.Ordinal);
    }
}
