using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

/// <summary>A change that one process made shows on the open pages of another.</summary>
[Collection(OwnStore.Name)]
[Trait("Needs", "OwnServer")]
public sealed class AcrossProcesses(OwnStore store) : Journey(store)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    [Fact]
    public Task What_the_command_line_changes_shows_on_open_pages_within_two_seconds() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.ReadyForHandling);
        var open = await OpenBothAsync(Store, order);

        var shown = open.ShowAsync(Texts.Status_canceled);
        await store.Server.ImportAsync(QaDocument.Of(order with { Situation = QaSituation.Canceled }, TimeProvider.System.GetUtcNow().AddDays(-100)));

        await WithinAsync(shown);
    });

    [Fact]
    public Task What_one_server_changes_shows_on_open_pages_of_another_within_two_seconds() => WalkAsync(async () =>
        await ChangeHereAndLookThereAsync(Store, await store.BesideAsync()));

    private async Task ChangeHereAndLookThereAsync(Installation here, Installation there)
    {
        var order = await here.TakeAsync(QaSituation.PaymentApproved);
        var open = await OpenBothAsync(there, order);
        var visit = await OpenAsync(here, Account.Operator);
        var page = await new OrderPage(visit.Page).OpenAsync(order);

        var shown = open.ShowAsync(Texts.Status_canceled);
        await page.CancelOrderAsync();

        await WithinAsync(shown);
    }

    private async Task<OpenPages> OpenBothAsync(Installation installation, QaOrder order)
    {
        var list = await new AllOrdersPage((await OpenAsync(installation, Account.Viewer)).Page).OpenAsync();
        await list.SearchAsync(order);
        var page = await new OrderPage((await OpenAsync(installation, Account.Viewer)).Page).OpenAsync(order);
        return new(list, page, order);
    }

    // It has changed by now, so it must have shown two seconds from now.
    private static async Task WithinAsync(Task<DateTimeOffset> shown)
    {
        var changed = TimeProvider.System.GetUtcNow();
        Assert.InRange(await shown - changed, -Soon * 10, Soon);
    }

    private sealed record OpenPages(AllOrdersPage List, OrderPage Page, QaOrder Order)
    {
        /// <summary>When both pages show the order in that status.</summary>
        public async Task<DateTimeOffset> ShowAsync(string status)
        {
            await Task.WhenAll(Assertions.Expect(List.Row(Order)).ToContainTextAsync(status), Page.HasStatusAsync(status));
            return TimeProvider.System.GetUtcNow();
        }
    }
}
