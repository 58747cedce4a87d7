using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Journeys;

[Collection(Counter.Name)]
public sealed class ImportingOrders(Counter store) : Journey(store)
{
    [Fact]
    public Task A_file_comes_in_from_All_orders_and_a_bad_document_is_told_by_its_line() => WalkAsync(async () =>
    {
        var order = (await Store.TakeAsync(OrderState.ReadyForHandling)) with { Id = $"page-{Guid.NewGuid():N}"[..20] };
        var visit = await OpenAsync(Account.Owner);
        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        var dialog = await list.ImportAsync();

        await dialog.ImportAsync($"{OrderDocument.Of(order, TimeProvider.System.GetUtcNow())}\n{{\"orderId\":\"\"}}\n");

        await Assertions.Expect(dialog.Failures.GetByRole(AriaRole.Cell, new() { Name = "2", Exact = true }).First).ToBeVisibleAsync();
        await dialog.CloseAsync();
        var page = await new OrderPage(visit.Page).OpenAsync(order);
        await page.HasStatusAsync(Texts.Status_ready_for_handling);
    });
}
