using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

public sealed class CancelingAnOrder(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Fact]
    public Task A_paid_order_is_canceled_at_once() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.PaymentApproved);

        var dialog = await page.OpenCancelOrderAsync();
        await Assertions.Expect(dialog.WhatWillHappen).ToContainTextAsync(Texts.Status_canceled);
        await dialog.FillAsync("Customer changed their mind", "Asked for by phone");
        await dialog.ConfirmAsync();

        await page.HasStatusAsync(Texts.Status_canceled);
        await Assertions.Expect(page.Canceled).ToContainTextAsync(Account.Operator.Name);
        await Assertions.Expect(page.Canceled).ToContainTextAsync("Asked for by phone");
    });

    [Fact]
    public Task A_handled_order_is_canceled_in_two_steps() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.Handling);

        var cancel = await page.OpenCancelOrderAsync();
        await Assertions.Expect(cancel.WhatWillHappen).ToContainTextAsync(Texts.Status_cancellation_requested);
        await cancel.FillAsync();
        await cancel.ConfirmAsync();
        await page.HasStatusAsync(Texts.Status_cancellation_requested);
        await Assertions.Expect(page.Request).ToContainTextAsync(Account.Operator.Name);
        await Assertions.Expect(page.Hold).ToBeVisibleAsync();

        var confirm = await page.OpenConfirmCancellationAsync();
        await Assertions.Expect(confirm.WhatWillHappen).ToContainTextAsync(Texts.Status_canceled);
        await confirm.ConfirmAsync();
        await page.HasStatusAsync(Texts.Status_canceled);
        await Assertions.Expect(page.Hold).ToHaveCountAsync(0);
    });

    [Fact]
    public Task An_order_that_is_ready_is_asked_for_first() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Support, QaSituation.ReadyForHandling);

        await page.CancelOrderAsync();

        await page.HasStatusAsync(Texts.Status_cancellation_requested);
    });

    [Fact]
    public Task A_double_click_on_Confirm_acts_once() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.Handling);
        var dialog = await page.OpenCancelOrderAsync();
        await dialog.ChooseReasonAsync();
        await dialog.UnderstandAsync();

        await dialog.ConfirmButton.DblClickAsync();

        await page.HasStatusAsync(Texts.Status_cancellation_requested);
        await Assertions.Expect(page.HistoryEntries(Texts.Event_cancellation_requested)).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Confirm_without_reason_and_acknowledgement_says_what_is_missing() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.PaymentApproved);
        var dialog = await page.OpenCancelOrderAsync();

        await dialog.ConfirmButton.ClickAsync();

        await Assertions.Expect(dialog.Dialog).ToContainTextAsync(Texts.CancelDialog_ReasonRequired);
        await Assertions.Expect(dialog.Dialog).ToContainTextAsync(Texts.CancelDialog_UnderstoodRequired);
        await Assertions.Expect(dialog.Reason).ToBeFocusedAsync();
    });

    [Fact]
    public Task Escape_keeps_the_order_and_gives_the_focus_back() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.PaymentApproved);
        var dialog = await page.OpenCancelOrderAsync();
        await dialog.FillDetailsAsync("Not for long");

        await dialog.PressEscapeAsync();

        await dialog.IsGoneAsync();
        await Assertions.Expect(page.CancelOrderButton).ToBeFocusedAsync();
        await page.HasStatusAsync(Texts.Status_payment_approved);
    });

    [Fact]
    public Task Keep_order_closes_the_dialog_and_changes_nothing() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.PaymentApproved);

        await (await page.OpenCancelOrderAsync()).KeepOrderAsync();

        await new CancelDialog(page.Page).IsGoneAsync();
        await page.HasStatusAsync(Texts.Status_payment_approved);
    });

    [Fact]
    public Task A_viewer_is_told_why_the_order_cannot_be_canceled() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.PaymentApproved);
        var page = await OpenAsync(Account.Viewer, order);

        var why = await page.AskWhyAsync(Texts.Action_CancelOrder);
        await Assertions.Expect(why).ToContainTextAsync(Texts.Refusal_MissingResource);

        await page.OpenAsync(order, "?panel=cancel");
        await Assertions.Expect(new CancelDialog(page.Page).ConfirmButton).ToHaveCountAsync(0);
    });
}
