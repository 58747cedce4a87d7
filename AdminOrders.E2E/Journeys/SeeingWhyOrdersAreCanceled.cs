using System.Globalization;
using AdminOrders.Core.Storage.Insights;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

/// <summary>Figures about canceled orders, and the way from each of them to its orders.</summary>
public sealed class SeeingWhyOrdersAreCanceled(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    // Orders that other journeys take are 100 days old, and what has a timer is younger than ten: these figures stand still.
    private static readonly string Settled = $"?date=custom&from={DaysAgo(95)}&to={DaysAgo(10)}";

    [Fact]
    public Task A_bar_of_every_kind_opens_as_many_orders_as_it_says() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator);
        var (insights, list) = (new InsightsPage(visit.Page), new AllOrdersPage(visit.Page));
        foreach (var kind in Enum.GetValues<InsightKind>().Where(kind => kind is not (InsightKind.Affiliate or InsightKind.MoneyBack)))
        {
            await insights.OpenAsync(Settled);
            var number = await insights.NumberAt(kind, 0).InnerTextAsync();

            await insights.Bars(kind).First.ClickAsync();

            await Assertions.Expect(list.Title).ToBeVisibleAsync();
            await Assertions.Expect(list.Count).ToHaveTextAsync(Counted(number));
        }
    });

    [Fact]
    public Task Figures_of_what_was_found_lead_to_it() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.Canceled);
        var visit = await OpenAsync(Account.Operator);
        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        var insights = new InsightsPage(visit.Page);
        await insights.InSidebar.ClickAsync();
        await Assertions.Expect(insights.Figure).ToBeVisibleAsync();

        await insights.SearchAsync(order.Sequence);
        await Assertions.Expect(insights.Figure).ToHaveTextAsync(Texts.Insights_CanceledOne);
        await insights.Bars(InsightKind.Seller).First.ClickAsync();

        await Assertions.Expect(list.Row(order)).ToBeVisibleAsync();
        await Assertions.Expect(list.Rows).ToHaveCountAsync(1);
        Assert.DoesNotContain(order.Sequence, visit.Page.Url, StringComparison.Ordinal);
    });

    [Fact]
    public Task Without_a_mouse_one_filters_reads_the_table_and_opens_the_orders() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.Canceled);
        var visit = await OpenAsync(Account.Operator);
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        var insights = await new InsightsPage(page).OpenAsync();
        await page.TabToAsync(insights.SearchField);
        await keys.TypeAsync(order.Sequence);
        await keys.PressAsync("Enter");
        await Assertions.Expect(insights.Figure).ToHaveTextAsync(Texts.Insights_CanceledOne);

        await page.PressByKeyAsync(insights.ShowTable);
        await Assertions.Expect(insights.Periods).ToBeInViewportAsync();
        await page.PressByKeyAsync(insights.Bars(InsightKind.Side).First);

        var list = new AllOrdersPage(page);
        await Assertions.Expect(list.Title).ToBeVisibleAsync();
        await Assertions.Expect(list.Row(order)).ToBeVisibleAsync();
        await Assertions.Expect(list.Rows).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Insights_look_right_in_every_language() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Owner);
        var insights = await new InsightsPage(visit.Page).OpenAsync();
        await Assertions.Expect(insights.Figure).ToBeVisibleAsync();
        await LooksRightInAllLanguagesAsync(visit, "insights", () => Assertions.Expect(insights.Figure).ToBeVisibleAsync());
    });

    private static string DaysAgo(int days) => DateTimeOffset.UtcNow.AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Counted(string number) => number == "1" ? Texts.List_CountOne : Texts.List_CountMany.Replace("{0}", number, StringComparison.Ordinal);
}
