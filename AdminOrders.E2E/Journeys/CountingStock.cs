using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

/// <summary>Counts of SKUs that no other journey knows.</summary>
public sealed class CountingStock(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    private readonly string sku = $"count-{Guid.NewGuid():N}"[..14];

    [Fact]
    public Task An_operator_counts_by_file_and_by_hand_and_a_colleague_sees_it() => WalkAsync(async () =>
    {
        var counting = await OpenAsync(Account.Operator);
        var stock = await new StockPage(counting.Page).OpenAsync();
        var file = await stock.FillCountsFromAFileAsync($"sku,warehouse,quantity\n{sku},journey,12\n{sku},journey,many\n");
        await Assertions.Expect(file).ToContainTextAsync(Texts.Stock_Line_Taken);
        await Assertions.Expect(file).ToContainTextAsync(Texts.Stock_Line_NoQuantity);
        await Accessible.LooksRightAsync(file, Colors.SeenElsewhere);

        var colleague = await OpenAsync(Account.Operator);
        var seen = await new StockPage(colleague.Page).OpenAsync($"?q={sku}");
        await Assertions.Expect(seen.Row(sku, "journey")).ToContainTextAsync("12");

        await stock.OpenAsync($"?q={sku}");
        var dialog = await stock.OpenCountAsync(sku, "journey");
        await dialog.FillAsync(7, "Two boxes were wet");
        await dialog.ConfirmAsync();

        await Assertions.Expect(seen.Row(sku, "journey")).ToContainTextAsync("7");
        await seen.Row(sku, "journey").ClickAsync();
        await Assertions.Expect(seen.Level(sku, "journey")).ToContainTextAsync("Two boxes were wet");
    });

    [Fact]
    public Task Units_that_the_warehouse_had_taken_go_to_quarantine_with_the_cancellation() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.Handling);
        var visit = await OpenAsync(Account.Operator);
        var page = await new OrderPage(visit.Page).OpenAsync(order);
        await page.CancelOrderAsync(details: "The box is torn");
        var confirm = await page.OpenConfirmCancellationAsync();
        await confirm.ChooseQuarantineAsync();
        await Assertions.Expect(confirm.WhatWillHappen).ToContainTextAsync(Texts.StockDestination_Quarantine, new() { IgnoreCase = true });
        await confirm.ConfirmAsync();
        await page.HasStatusAsync(Texts.Status_canceled);

        var stock = await new StockPage(visit.Page).OpenAsync($"?q={QaDocument.SecondSku}");
        await stock.Row(QaDocument.SecondSku, QaDelivery.Warehouse).ClickAsync();
        var moved = stock.Level(QaDocument.SecondSku, QaDelivery.Warehouse).GetByRole(AriaRole.Listitem).Filter(new() { HasText = order.Id });
        await Assertions.Expect(moved).ToHaveCountAsync(1);
        await Assertions.Expect(moved).ToContainTextAsync(Texts.Stock_Kind_Quarantined);
        await Assertions.Expect(moved).ToContainTextAsync(Texts.Stock_Units.Replace("{0}", "2", StringComparison.Ordinal));

        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(stock.Level(QaDocument.SecondSku, QaDelivery.Warehouse)).ToHaveCountAsync(0);
        await stock.Row(QaDocument.SecondSku, QaDelivery.Warehouse).FocusAsync();
        await visit.Page.Keyboard.PressAsync("q");
        var leaving = await stock.Quarantine(QaDocument.SecondSku, QaDelivery.Warehouse).IsOpenAsync();
        await leaving.FillAsync(1_000, "Only the box was torn");
        await leaving.ConfirmButton.PressAsync("Enter");
        await Assertions.Expect(leaving.Problem).ToBeVisibleAsync();
        await Accessible.LooksRightAsync(leaving.Dialog, Colors.SeenElsewhere);
        await leaving.FillAsync(1, "Only the box was torn");
        await leaving.ConfirmAsync();
        await stock.Row(QaDocument.SecondSku, QaDelivery.Warehouse).ClickAsync();
        await Assertions.Expect(stock.Level(QaDocument.SecondSku, QaDelivery.Warehouse)).ToContainTextAsync(Texts.Stock_Kind_BackOnSale);
        await Assertions.Expect(stock.Level(QaDocument.SecondSku, QaDelivery.Warehouse)).ToContainTextAsync("Only the box was torn");
    });

    [Fact]
    public Task What_orders_hold_is_not_counted_away_unseen_and_the_keyboard_is_enough() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator);
        var stock = await new StockPage(visit.Page).OpenAsync("?show=not-counted");
        var (held, warehouse) = await stock.ChooseReservedAsync();
        await stock.Row(held, warehouse).FocusAsync();
        await visit.Page.Keyboard.PressAsync("c");
        var dialog = await new CountDialog(visit.Page, CountDialog.TitleOf(held, warehouse)).IsOpenAsync();
        await dialog.FillAsync(0, "");
        await visit.Page.Keyboard.PressAsync("Tab");
        await dialog.ConfirmButton.PressAsync("Enter");

        await Assertions.Expect(dialog.Problem).ToBeVisibleAsync();
        await Accessible.LooksRightAsync(dialog.Dialog, Colors.SeenElsewhere);
        await dialog.PressEscapeAsync();
        await dialog.IsGoneAsync();
    });
}
