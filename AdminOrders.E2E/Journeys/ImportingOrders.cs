using System.Text.RegularExpressions;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

public sealed class ImportingOrders(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Fact]
    public Task A_file_comes_in_from_All_orders_and_a_bad_document_is_told_by_its_line() => WalkAsync(async () =>
    {
        var order = (await Store.TakeAsync(QaSituation.ReadyForHandling)) with { Id = $"page-{Guid.NewGuid():N}"[..20] };
        var list = await OpenListAsync(Account.Owner);
        var dialog = await list.OpenImportOrdersAsync();

        await dialog.ImportAsync($"{QaDocument.Of(order, TimeProvider.System.GetUtcNow().AddDays(-100))}\n{{\"orderId\":\"\"}}\n");

        await Assertions.Expect(dialog.Failures.GetByRole(AriaRole.Cell, new() { Name = "2", Exact = true }).First).ToBeVisibleAsync();
        await dialog.CloseAsync();
        var page = await new OrderPage(list.Page).OpenAsync(order);
        await page.HasStatusAsync(Texts.Status_ready_for_handling);
    });

    [Fact]
    public Task The_open_dialog_is_in_the_address() => WalkAsync(async () =>
    {
        var list = await OpenListAsync(Account.Owner, "?status=handling");
        await list.OpenImportOrdersAsync();
        await Assertions.Expect(list.Page).ToHaveURLAsync(new Regex("[?]status=handling&panel=import$", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await list.Page.ReloadAsync();
        await list.IsReadyAsync();
        await Assertions.Expect(new ImportDialog(list.Page).Dialog).ToBeVisibleAsync();
        await list.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(new ImportDialog(list.Page).Dialog).ToHaveCountAsync(0);
        await Assertions.Expect(list.Page).ToHaveURLAsync(new Regex("[?]status=handling$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(list.Page.Locator("#import")).ToBeFocusedAsync();
    });
}
