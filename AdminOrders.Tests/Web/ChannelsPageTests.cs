using AdminOrders.Core.Connectors.Protocol;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Channels;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Web;

public sealed class ChannelsPageTests
{
    private const string Words = "<img src=x onerror=alert(1)>";

    [Fact]
    public async Task What_amazon_says_is_shown_as_text_and_what_the_rules_refused_in_words()
    {
        await using var circuit = await Open(PredefinedRoles.Owner);
        var inbox = circuit.Store.Get<ChannelInbox>();
        await inbox.Log(new(ChannelNames.Amazon, "poll:1", "701-1", ChannelHint.Polled), new(ChannelDeed.Refused, RefusalCodes.Of(Refusal.PartiallyInvoiced), "AMZ-701-1"), CancellationToken.None);
        await inbox.Log(new(ChannelNames.Amazon, "poll:2", "701-2", ChannelHint.Polled), new(ChannelDeed.Unreadable, Words), CancellationToken.None);

        var page = circuit.Render<ChannelsPage>();

        Assert.Equal("orders/AMZ-701-1", page.Find("tr[data-deed=Refused] a").GetAttribute("href"));
        Assert.Contains("A part of the order is invoiced", page.Find("tr[data-deed=Refused]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("tr[data-deed=Unreadable] img"));
        Assert.Contains(Words, page.Find("tr[data-deed=Unreadable]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_set_up_says_what_to_do_and_shows_no_empty_figures()
    {
        await using var circuit = await Open(PredefinedRoles.Owner);

        var page = circuit.Render<ChannelsPage>();

        Assert.Equal("Not set up", page.Find("#channel-state").TextContent);
        Assert.Contains("Channels:Amazon:ClientId", page.Find(".notice-warning").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#channel-title ~ .facts, section[aria-labelledby=channel-title] dl"));
    }

    [Fact]
    public async Task Who_may_not_manage_settings_changes_no_secret_and_no_reason()
    {
        await using var circuit = await Open(PredefinedRoles.ReadOnly);
        await circuit.Store.Get<ChannelReasons>().Read(ChannelNames.Amazon, Words, CancellationToken.None);

        var page = circuit.Render<ChannelsPage>();
        var screens = circuit.Get<ChannelScreens>();

        Assert.Empty(page.FindAll("#make-secret"));
        Assert.True(page.Find("select").HasAttribute("disabled"));
        Assert.Null(await screens.MakeSecretAsync(ChannelNames.Amazon, CancellationToken.None));
        Assert.False(await screens.MapAsync(ChannelNames.Amazon, Words, (await circuit.Store.Reasons.List())[0].Id, CancellationToken.None));
        Assert.Null(await circuit.Store.Get<ChannelSecrets>().Newest(ChannelNames.Amazon));
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-1")]
    [InlineData("999999")]
    [InlineData("1 OR 1=1")]
    public async Task A_reason_that_is_not_on_the_list_is_not_assigned(string chosen)
    {
        await using var circuit = await Open(PredefinedRoles.Owner);
        var reasons = circuit.Store.Get<ChannelReasons>();
        await reasons.Read(ChannelNames.Amazon, Words, CancellationToken.None);
        var page = circuit.Render<ChannelsPage>();
        var first = (await circuit.Store.Reasons.List())[0].Id;
        await page.Find("select").ChangeAsync(new() { Value = $"{first}" });

        await page.Find("select").ChangeAsync(new() { Value = chosen });

        Assert.Equal(first, Assert.Single(await reasons.List(ChannelNames.Amazon)).ReasonId);
    }

    [Fact]
    public async Task An_open_page_shows_what_arrives_and_what_a_colleague_changes()
    {
        await using var circuit = await Open(PredefinedRoles.Owner);
        var (inbox, reasons) = (circuit.Store.Get<ChannelInbox>(), circuit.Store.Get<ChannelReasons>());
        await reasons.Read(ChannelNames.Amazon, Words, CancellationToken.None);
        var page = circuit.Render<ChannelsPage>();
        Assert.Empty(page.FindAll("tr[data-deed]"));

        await inbox.Log(new(ChannelNames.Amazon, "poll:1", "701-1", ChannelHint.Polled), new(ChannelDeed.Canceled, null, "AMZ-701-1"), CancellationToken.None);
        circuit.Store.Clock.Advance(TimeSpan.FromSeconds(3));
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tr[data-deed=Canceled]")));
        var ours = (await circuit.Store.Reasons.List())[1].Id;
        await reasons.Map(ChannelNames.Amazon, Words, ours, CancellationToken.None);
        circuit.Store.Clock.Advance(TimeSpan.FromSeconds(3));

        page.WaitForAssertion(() => Assert.Equal($"{ours}", page.Find("select").GetAttribute("value")));
    }

    [Fact]
    public async Task The_log_goes_on_by_its_address_and_back_to_the_newest()
    {
        await using var circuit = await Open(PredefinedRoles.Owner);
        var inbox = circuit.Store.Get<ChannelInbox>();
        foreach (var number in Enumerable.Range(1, ChannelReader.PageSize + 1))
        {
            await inbox.Log(new(ChannelNames.Amazon, $"poll:{number}", $"701-{number}", ChannelHint.Polled), new(ChannelDeed.Nothing, null, null), CancellationToken.None);
        }

        var page = circuit.Render<ChannelsPage>();
        Assert.Equal(ChannelReader.PageSize, page.FindAll("tr[data-deed]").Count);
        circuit.Navigation.NavigateTo(page.Find(".pager a").GetAttribute("href")!);

        page.WaitForAssertion(() => Assert.Contains("701-1", Assert.Single(page.FindAll("tr[data-deed]")).TextContent, StringComparison.Ordinal));
        Assert.Equal("channels", page.Find(".pager a").GetAttribute("href"));
    }

    [Theory]
    [InlineData(PredefinedRoles.Owner, true)]
    [InlineData(PredefinedRoles.ReadOnly, false)]
    public async Task What_could_not_be_taken_in_says_why_and_is_looked_at_when_somebody_says_so_who_may(string role, bool mayRetry)
    {
        await using var circuit = await Open(role);
        var inbox = circuit.Store.Get<ChannelInbox>();
        await inbox.Take(new(ChannelNames.Amazon, "n-1", "701-1", "OrderStatusChange"));
        var work = Assert.Single(await inbox.Due(ChannelNames.Amazon, 10, CancellationToken.None));
        await inbox.Postpone(ChannelNames.Amazon, work, circuit.Store.Clock.GetUtcNow().AddHours(1), Words, CancellationToken.None);

        var page = circuit.Render<ChannelsPage>();

        var row = page.Find("tr[data-untaken='701-1']");
        Assert.Contains(Words, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 attempt", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(mayRetry, row.QuerySelector("button") is not null);
        Assert.Equal(mayRetry, await circuit.Get<ChannelScreens>().RetryAsync(ChannelNames.Amazon, "701-1", CancellationToken.None));
        Assert.Equal(mayRetry ? 1 : 0, (await inbox.Due(ChannelNames.Amazon, 10, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Retry_on_the_page_has_the_order_looked_at_and_says_so()
    {
        await using var circuit = await Open(PredefinedRoles.Owner);
        var inbox = circuit.Store.Get<ChannelInbox>();
        await inbox.Take(new(ChannelNames.Amazon, "n-1", "701-1", "OrderStatusChange"));
        var work = Assert.Single(await inbox.Due(ChannelNames.Amazon, 10, CancellationToken.None));
        await inbox.Postpone(ChannelNames.Amazon, work, circuit.Store.Clock.GetUtcNow().AddHours(1), Words, CancellationToken.None);
        var page = circuit.Render<ChannelsPage>();

        await page.Find("tr[data-untaken='701-1'] button").ClickAsync(new());

        Assert.Single(await inbox.Due(ChannelNames.Amazon, 10, CancellationToken.None));
    }

    private static async Task<Circuit> Open(string role)
    {
        var circuit = await Circuit.Open(role);
        circuit.Services.AddSingleton(new PartnerReader(circuit.Store.Get<IDbContextFactory<OrdersDb>>(), []));
        circuit.Services.AddSingleton<ChannelScreens>();
        return circuit;
    }
}
