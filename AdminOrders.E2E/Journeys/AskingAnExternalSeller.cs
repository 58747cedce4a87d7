using System.Net;
using System.Net.Http.Json;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

/// <summary>An external seller that is called by VTEX's marketplace protocol, and answers by its key.</summary>
[Trait("Needs", "OwnServer")]
public sealed class AskingAnExternalSeller(PartnerStore partners) : Journey(partners), IClassFixture<PartnerStore>
{
    private const string Shipped = "already shipped";

    [Fact]
    public Task An_external_seller_is_asked_and_tells_what_it_decided() => WalkAsync(async () =>
    {
        var order = await TakeAsync();
        using var seller = await MakeAKeyAsync();
        var page = await OpenAsync(Account.Operator, order);
        await page.CancelOrderAsync(details: "Ordered twice");
        await page.HasStatusAsync(Texts.Status_waiting_for_seller_decision);

        var call = await partners.Partner.CallAsync(order);
        Assert.Equal(($"/pvt/orders/SLR-{order.Id}/cancel", "VTEX key=\"journeys\" token=\"sample\"", order.Id), (call.Path, call.Authorization, call.MarketplaceOrderId));
        Assert.Contains("Ordered twice", call.Reason, StringComparison.Ordinal);
        await Assertions.Expect(page.Hold).ToBeVisibleAsync();

        await AnswerAsync(seller, order, "confirm-cancellation", new { call.CancellationRequestId });

        await page.HasStatusAsync(Texts.Status_canceled);
        await Assertions.Expect(page.Canceled).ToContainTextAsync("Ordered twice");
        await Assertions.Expect(page.HistoryEntries(Texts.Event_order_canceled)).ToContainTextAsync("Partner key");
    });

    [Fact]
    public Task A_seller_that_ships_refuses_by_its_invoice_and_one_that_fails_stands_on_the_channels_page() => WalkAsync(async () =>
    {
        var (shipped, failing) = (await TakeAsync(), await TakeAsync());
        using var seller = await MakeAKeyAsync();
        var page = await OpenAsync(Account.Operator, shipped);
        await page.CancelOrderAsync();
        await page.HasStatusAsync(Texts.Status_waiting_for_seller_decision);
        await AnswerAsync(seller, shipped, "invoice", new { type = "Output", invoiceNumber = "S-1", invoiceValue = "23500", issuanceDate = "2026-03-02T12:00:00Z" });
        await page.HasStatusAsync(Texts.Status_invoiced);

        var visit = await OpenAsync(Account.Owner);
        var channels = await new ChannelsPage(visit.Page).OpenAsync();
        await Assertions.Expect(channels.Partner(SamplePartner.SellerId)).ToContainTextAsync(Texts.Channels_PartnerWell);
        partners.Partner.Refusal = Shipped;
        await (await page.OpenAsync(failing)).CancelOrderAsync();

        await Assertions.Expect(channels.Partner(SamplePartner.SellerId)).ToContainTextAsync(Shipped);
        await Assertions.Expect(channels.Partner(SamplePartner.Affiliate)).ToContainTextAsync(Texts.Channels_PartnerWell);
        await LooksRightInAllLanguagesAsync(
            visit, "channels-partners", () => Assertions.Expect(channels.Partner(SamplePartner.Affiliate)).ToContainTextAsync(Texts.Channels_PartnerWell));
    });

    private Task<QaOrder> TakeAsync() => Store.TakeAsync(QaSituation.Handling, order => order with { IsExternalSeller = true });

    private async Task<HttpClient> MakeAKeyAsync()
    {
        var visit = await OpenAsync(Account.Owner);
        var keys = await new AppKeysPage(visit.Page).OpenAsync();
        var (key, token) = await keys.MakeTheSellersKeyAsync("Partner key", PredefinedRoles.FulfillmentOms, SamplePartner.SellerId);
        var client = new HttpClient { BaseAddress = new Uri(Store.Address) };
        client.DefaultRequestHeaders.Add("X-VTEX-API-AppKey", key);
        client.DefaultRequestHeaders.Add("X-VTEX-API-AppToken", token);
        return client;
    }

    private static async Task AnswerAsync(HttpClient seller, QaOrder order, string operation, object body)
    {
        using var answer = await seller.PostAsJsonAsync($"/api/oms/pvt/orders/{order.Id}/{operation}", body);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{operation} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
