using System.Globalization;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Pages;

/// <summary>A bulk action: what would happen to each order, then what did.</summary>
internal sealed class BulkPage(IPage page) : PagePart(page)
{
    private ILocator Reason => Root.GetByLabel(Texts.CancelDialog_Reason, new() { Exact = true });

    /// <summary>How far it is.</summary>
    public ILocator State => Root.Locator("#job-state");

    /// <summary>How many orders would meet, or have met, that.</summary>
    public ILocator Figure(BulkOutcome outcome) => Root.Locator($".job-figure[data-outcome='{outcome}'] .job-number");

    /// <summary>The row of an order.</summary>
    public ILocator Row(QaOrder order) => Root.Locator($"tr[data-order='{order.Id}']");

    public async Task<BulkPage> IsReadyAsync()
    {
        await BeReadyAsync();
        await Assertions.Expect(State).ToBeVisibleAsync();
        return this;
    }

    public Task LeaveOutAsync(QaOrder order) =>
        Row(order).GetByRole(AriaRole.Button, new() { Name = Of(Texts.Job_LeaveOutOf, order.Id), Exact = true }).ClickAsync();

    /// <summary>Gives an order another reason than the others have.</summary>
    public Task ChooseReasonAsync(QaOrder order, string reason) =>
        Row(order).GetByLabel(Of(Texts.Job_ReasonOf, order.Id), new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = reason });

    /// <summary>Says why, says that it is understood, and begins.</summary>
    public async Task CancelOrdersAsync(string reason, int orders)
    {
        await Reason.SelectOptionAsync(new SelectOptionValue { Label = reason });
        await Root.GetByLabel(Texts.Bulk_Understood, new() { Exact = true }).CheckAsync();
        await Button(TitleOf(orders)).ClickAsync();
    }

    /// <summary>What a bulk action about so many orders is called.</summary>
    public static string TitleOf(int orders) => Of(orders == 1 ? Texts.Job_CancelOne : Texts.Job_Cancel, orders.ToString(CultureInfo.InvariantCulture));

    /// <summary>What became of each order, as a file.</summary>
    public async Task<string> ResultsAsCsvAsync()
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Link(Texts.Job_Results).ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        return await new StreamReader(file).ReadToEndAsync();
    }

    private static string Of(string text, string place) => text.Replace("{0}", place, StringComparison.Ordinal);
}
