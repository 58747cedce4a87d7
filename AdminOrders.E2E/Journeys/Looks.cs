using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

public sealed class LooksOnADesk(SharedStore store) : Looks(store), IClassFixture<SharedStore>
{
    private protected override Screen Screen => Screen.Desktop;

    private protected override Colors ColorsOf(bool hasOwnWhenNarrow) => Colors.ByDayAndNight;
}

public sealed class LooksOnAPhone(SharedStore store) : Looks(store), IClassFixture<SharedStore>
{
    private protected override Screen Screen => Screen.Phone;

    private protected override Colors ColorsOf(bool hasOwnWhenNarrow) => hasOwnWhenNarrow ? Colors.ByDay : Colors.SeenElsewhere;
}

/// <summary>Every page by day, by night and on a phone: accessible, and no wider than the window.</summary>
public abstract class Looks : Journey
{
    private static readonly QaSituation[] Shown =
    [
        QaSituation.PaymentPending, QaSituation.PaymentApproved, QaSituation.ReadyForHandling, QaSituation.Handling, QaSituation.PartlyInvoiced,
        QaSituation.Invoiced, QaSituation.RequestedByCustomer, QaSituation.Canceled,
    ];

    private protected Looks(SharedStore store)
        : base(store)
    {
    }

    private protected abstract Screen Screen { get; }

    private protected abstract Colors ColorsOf(bool hasOwnWhenNarrow);

    [Fact]
    public Task Signing_in_looks_right() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Screen);
        var signIn = await new SignInPage(visit.Page).OpenAsync();
        await LooksRightAsync(visit);

        await signIn.SignInAsync("nobody@example.com", "not-the-password");
        await Assertions.Expect(signIn.Failure).ToBeVisibleAsync();
        await LooksRightAsync(visit);
    });

    [Fact]
    public Task Pages_around_orders_look_right() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Owner, Screen);

        await VisitAsync(visit, "/channels", Texts.Channels_Title);
        await VisitAsync(visit, "/settings", Texts.Settings);
        await VisitAsync(visit, "/settings/orders", Texts.OrderSettings);
        await VisitAsync(visit, "/settings/reasons", Texts.Settings_Reasons);
        await VisitAsync(visit, "/settings/customer-links", Texts.CustomerLinks);
        await VisitAsync(visit, "/settings/health", Texts.Health);
        await VisitAsync(visit, "/settings/health/due?kind=orders", Texts.Due_Title);
        await VisitAsync(visit, "/error", Texts.Error_Unexpected);

        visit.Expected = ["404"];
        await VisitAsync(visit, "/nothing-is-here", Texts.Error_NotFound);
    });

    [Fact]
    public Task App_keys_look_right_with_everything_within_reach() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Owner, Screen);
        var keys = await new AppKeysPage(visit.Page).OpenAsync();
        var name = $"ERP {Guid.NewGuid():N}"[..12];
        await keys.MakeTheKeyAsync(name, PredefinedRoles.FulfillmentOms);
        await LooksRightAsync(visit);
        await keys.CloseAsync();

        await LooksRightAsync(visit);
        await Assertions.Expect(keys.RevokeLink(name)).ToBeInViewportAsync(new() { Ratio = 1 });
    });

    [Fact]
    public Task All_orders_looks_right_full_and_empty() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Screen);

        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        await Assertions.Expect(list.OrderAt(0)).ToBeVisibleAsync();
        await NarrowLooksRightAsync(visit);

        await list.OpenAsync("?seller=nobody");
        await Assertions.Expect(list.Empty).ToBeVisibleAsync();
        await LooksRightAsync(visit);
    });

    [Fact]
    public Task Cancellation_requests_look_right_full_chosen_and_empty() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Screen);
        var order = await Store.TakeAsync(QaSituation.RequestedByCustomer);
        var queue = await new RequestsPage(visit.Page).OpenAsync("?min=235&max=235");
        await Assertions.Expect(queue.Row(order)).ToBeVisibleAsync();

        await queue.SelectAsync(order);
        await NarrowLooksRightAsync(visit);
        await LooksRightAsync(await queue.OpenConfirmCancellationAsync(1));
        await LooksRightAsync(await queue.OpenDeclineAsync(1));
        await LooksRightAsync(await queue.OpenDeclineAsync(order));
        await visit.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(queue.Keys).ToBeVisibleAsync();
        await LooksRightAsync(queue.Keys);

        await queue.OpenAsync("?seller=nobody");
        await Assertions.Expect(queue.Empty).ToBeVisibleAsync();
        await LooksRightAsync(visit);
        await visit.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(queue.Keys).ToBeVisibleAsync();
    });

    [Fact]
    public Task Unfinished_work_looks_right_full_chosen_and_empty() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Screen);
        var order = await Store.TakeAsync(QaSituation.PaymentApproved);
        await (await new OrderPage(visit.Page).OpenAsync(order)).CancelOrderAsync();
        var work = await new UnfinishedPage(visit.Page).OpenAsync("?kind=payment");
        await Assertions.Expect(work.Row(order, UnfinishedKind.Payment)).ToBeVisibleAsync();
        await work.SelectAsync(order, UnfinishedKind.Payment);
        await NarrowLooksRightAsync(visit);
        await visit.Page.Locator($"tr[data-order='{order.Id}'] button[data-key=d]").ClickAsync();
        await LooksRightAsync(visit.Page.GetByRole(AriaRole.Dialog));

        await work.OpenAsync("?kind=channel&state=failing");
        await Assertions.Expect(work.Empty).ToBeVisibleAsync();
        await LooksRightAsync(visit);
    });

    [Fact]
    public Task Stock_looks_right_full_opened_counted_and_empty() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Screen);
        var stock = await new StockPage(visit.Page).OpenAsync();
        var (sku, warehouse) = await stock.ChooseReservedAsync();
        await NarrowLooksRightAsync(visit);

        await LooksRightAsync(await stock.OpenCountAsync(sku, warehouse));
        await stock.OpenAsync($"?panel=level&sku={Uri.EscapeDataString(sku)}&at={Uri.EscapeDataString(warehouse)}");
        await Assertions.Expect(stock.Level(sku, warehouse)).ToContainTextAsync(Texts.Stock_Held);
        await LooksRightAsync(stock.Level(sku, warehouse));

        await stock.OpenAsync("?q=nothing-is-called-so");
        await Assertions.Expect(stock.Empty).ToBeVisibleAsync();
        await LooksRightAsync(visit);
    });

    [Fact]
    public Task Insights_look_right_full_opened_and_empty() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Screen);
        var insights = await new InsightsPage(visit.Page).OpenAsync();
        await Assertions.Expect(insights.Figure).ToBeVisibleAsync();
        await NarrowLooksRightAsync(visit);
        await insights.ShowTableAsync();
        await LooksRightAsync(visit);

        await insights.OpenAsync("?seller=nobody");
        await Assertions.Expect(insights.Empty).ToBeVisibleAsync();
        await LooksRightAsync(visit);
    });

    [Fact]
    public Task An_order_looks_right_in_every_state() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Screen);
        foreach (var situation in Shown)
        {
            var order = await Store.TakeAsync(situation);
            await (await new OrderPage(visit.Page).OpenAsync(order)).ShowsAsync(order);
            await (situation is QaSituation.Handling ? NarrowLooksRightAsync(visit) : LooksRightAsync(visit));
        }
    });

    [Fact]
    public Task Every_dialog_looks_right() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Screen);
        var page = new OrderPage(visit.Page);

        await page.OpenAsync(await Store.TakeAsync(QaSituation.ReadyForHandling));
        await LooksRightAsync(await page.OpenCancelOrderAsync());
        await LooksRightAsync(await page.OpenStartHandlingAsync());

        await page.OpenAsync(await Store.TakeAsync(QaSituation.RequestedByCustomer));
        await LooksRightAsync(await page.OpenConfirmCancellationAsync());
        await LooksRightAsync(await page.OpenDeclineAsync());

        await page.OpenAsync(await Store.TakeAsync(QaSituation.PartlyInvoiced));
        await LooksRightAsync(await page.OpenInvoiceAsync());
        await LooksRightAsync(await page.OpenChangeItemsAsync());

        await page.OpenAsync(await Store.TakeAsync(QaSituation.Invoiced));
        await LooksRightAsync(await page.OpenReturnItemsAsync());
    });

    [Fact]
    public Task The_note_after_an_action_looks_right() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Screen);
        var page = await new OrderPage(visit.Page).OpenAsync(await Store.TakeAsync(QaSituation.PaymentApproved));

        await page.CancelOrderAsync();

        await Assertions.Expect(visit.Page.GetByText(Texts.Outcome_Canceled, new() { Exact = true })).ToBeVisibleAsync();
        await LooksRightAsync(visit);
    });

    [Fact]
    public Task A_bulk_action_looks_right() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Screen);
        QaOrder[] orders = [await Store.TakeAsync(QaSituation.PaymentApproved), await Store.TakeAsync(QaSituation.Handling), await Store.TakeAsync(QaSituation.Invoiced)];
        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        await list.SearchAsync(orders);
        foreach (var order in orders)
        {
            await list.SelectAsync(order);
        }

        await LooksRightAsync(visit);
        var job = await list.CancelOrdersAsync();
        await Assertions.Expect(job.Figure(BulkOutcome.Refused)).ToHaveTextAsync("1");
        await LooksRightAsync(visit);
        await job.CancelOrdersAsync("Out of stock", orders.Length);
        await Assertions.Expect(job.State).ToHaveTextAsync(Texts.Job_State_Done);
        await LooksRightAsync(visit);
        await VisitAsync(visit, "/bulk", Texts.Job_Title);
    });

    [Fact]
    public Task Exports_look_right_asked_for_done_and_gone() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Screen);
        var order = await Store.TakeAsync(QaSituation.Canceled);
        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        await list.SearchAsync(order);
        await LooksRightAsync(await list.OpenExportOrdersAsync());
        await visit.Page.Keyboard.PressAsync("Escape");
        var exports = await list.ExportInTheBackgroundAsync();
        var row = exports.Row(order.Sequence);
        await ExportsPage.IsInAsync(row, ExportState.Done);
        await NarrowLooksRightAsync(visit);
        await ExportsPage.DeleteFileAsync(row);
        await ExportsPage.IsInAsync(row, ExportState.Deleted);
        await LooksRightAsync(visit);
    });

    private async Task VisitAsync(Visit visit, string address, string heading)
    {
        await visit.Page.GotoAsync(address);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
        await LooksRightAsync(visit);
    }

    // The page under a dialog has been looked at by itself.
    private async Task LooksRightAsync(OrderDialog dialog)
    {
        await LooksRightAsync(dialog.Dialog);
        await dialog.PressEscapeAsync();
        await dialog.IsGoneAsync();
    }

    // Lists become cards where there is little room, with colors of their own, and an order's buttons a bar.
    private Task NarrowLooksRightAsync(Visit visit) => Accessible.LooksRightAsync(visit.Page.Locator("html"), ColorsOf(hasOwnWhenNarrow: true));

    private Task LooksRightAsync(Visit visit) => LooksRightAsync(visit.Page.Locator("html"));

    private Task LooksRightAsync(ILocator part) => Accessible.LooksRightAsync(part, ColorsOf(hasOwnWhenNarrow: false));
}
