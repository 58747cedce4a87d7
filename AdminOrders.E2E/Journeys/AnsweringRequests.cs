using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;
using OrderWords = AdminOrders.Web.Features.Orders.Details.OrderWords;

namespace AdminOrders.E2E.Journeys;

public sealed class AnsweringRequests(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    /// <summary>The journeys' own: the sample store's requests fill a page of their own.</summary>
    public const string OursOnly = "?min=235&max=235";
    private const int MostSteps = 60;

    [Fact]
    public Task A_support_agent_works_the_queue_in_Portuguese_by_mouse() => WalkAsync(async () =>
    {
        Speak("pt-BR");
        var (declined, confirmed) = (await Store.TakeAsync(QaSituation.RequestedByCustomer), await Store.TakeAsync(QaSituation.RequestedByCustomer));
        var queue = await OpenQueueAsync(Account.Support);
        await Assertions.Expect(queue.Row(declined)).ToContainTextAsync(QaDocument.Reason);
        await Assertions.Expect(queue.Row(declined)).ToContainTextAsync(Texts.Queue_Would_Cancel);

        await queue.TakeAsync(declined);
        await Assertions.Expect(queue.Row(declined)).ToContainTextAsync(Account.Support.Name);
        var decline = await queue.OpenDeclineAsync(declined);
        await decline.FillAsync("Já saiu do depósito", "Seu pedido já está a caminho.");
        await decline.ConfirmAsync();
        await Assertions.Expect(queue.Row(declined)).ToContainTextAsync(Texts.Event_cancellation_declined);

        var confirm = await queue.OpenConfirmCancellationAsync(confirmed);
        await confirm.ConfirmAsync();
        await Assertions.Expect(queue.Row(confirmed)).ToContainTextAsync(Texts.Event_order_canceled);
        await (await new OrderPage(queue.Page).OpenAsync(confirmed)).HasStatusAsync(Texts.Status_canceled);
    });

    [Fact]
    public Task A_support_agent_works_the_queue_in_Portuguese_by_keyboard_only() => WalkAsync(async () =>
    {
        Speak("pt-BR");
        var (first, second) = (await Store.TakeAsync(QaSituation.RequestedByCustomer), await Store.TakeAsync(QaSituation.RequestedByCustomer));
        var queue = await OpenQueueAsync(Account.Support);
        var keys = queue.Page.Keyboard;
        await keys.PressAsync("?");
        await Assertions.Expect(queue.Keys).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(queue.Keys).ToHaveCountAsync(0);

        await WalkToAsync(queue, first);
        await keys.PressAsync("t");
        await Assertions.Expect(queue.Row(first)).ToContainTextAsync(Account.Support.Name);
        await keys.PressAsync("d");
        await new DeclineDialog(queue.Page).IsOpenAsync();
        await keys.TypeAsync("atrasado: a, d, j e k são letras aqui");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Seu pedido já está a caminho.");
        await PressFocusedAsync(queue, Texts.DeclineDialog_Confirm);
        await Assertions.Expect(queue.Row(first)).ToContainTextAsync(Texts.Event_cancellation_declined);
        await Assertions.Expect(queue.Row(first)).ToBeFocusedAsync();

        await WalkToAsync(queue, second);
        await keys.PressAsync("a");
        await new ConfirmDialog(queue.Page).IsOpenAsync();
        await PressFocusedAsync(queue, Texts.Action_ConfirmCancellation);
        await Assertions.Expect(queue.Row(second)).ToContainTextAsync(Texts.Event_order_canceled);
        await Assertions.Expect(queue.Row(second)).ToBeFocusedAsync();
        await keys.PressAsync("o");
        var page = new OrderPage(queue.Page);
        await page.ShowsAsync(second);
        await page.HasStatusAsync(Texts.Status_canceled);
    });

    [Fact]
    public Task Of_two_browsers_on_one_request_the_second_is_told_who_decided_what() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.RequestedByCustomer);
        var (first, second) = (await OpenQueueAsync(Account.Operator), await OpenQueueAsync(Account.Support));
        await first.HandOverAsync(order, Account.Support.Name);
        await Assertions.Expect(second.Row(order)).ToContainTextAsync(Account.Support.Name);

        var slow = await second.OpenDeclineAsync(order);
        await Assertions.Expect(first.Row(order)).ToContainTextAsync(Account.Support.Name);
        await Assertions.Expect(first.Row(order)).ToContainTextAsync(Texts.Queue_Present.Split('{')[0].Trim());
        await slow.FillAsync("I was writing this", "And this");
        var quick = await first.OpenConfirmCancellationAsync(order);
        await Assertions.Expect(quick.Dialog).ToContainTextAsync(Account.Support.Name);
        await quick.ConfirmAsync();

        await Assertions.Expect(slow.Dialog).ToContainTextAsync(Account.Operator.Name);
        await Assertions.Expect(slow.Dialog).ToContainTextAsync(Texts.Event_order_canceled);
        await slow.PressEscapeAsync();
        await Assertions.Expect(second.Row(order)).ToContainTextAsync(Account.Operator.Name);
    });

    [Fact]
    public Task Several_at_once_have_a_result_each_and_one_is_refused() => WalkAsync(async () =>
    {
        QaOrder[] orders = [await Store.TakeAsync(QaSituation.RequestedByCustomer), await Store.TakeAsync(QaSituation.RequestedByCustomer), await Store.TakeAsync(QaSituation.RequestedByCustomer)];
        var queue = await OpenQueueAsync(Account.Operator);
        foreach (var order in orders)
        {
            await queue.SelectAsync(order);
        }

        var dialog = await queue.OpenConfirmCancellationAsync(orders.Length);
        await Assertions.Expect(dialog.Line(orders[2])).ToContainTextAsync(Texts.Queue_Would_Cancel);
        await (await OpenAsync(Account.Support, orders[1])).DeclineAsync("Too late", "Sorry");
        await dialog.ConfirmCancellationAsync();

        var job = await new BulkPage(queue.Page).IsReadyAsync();
        await Assertions.Expect(job.State).ToHaveTextAsync(Texts.Job_State_Done);
        await Assertions.Expect(job.Figure(BulkOutcome.Canceled)).ToHaveTextAsync("2");
        await Assertions.Expect(job.Row(orders[0])).ToContainTextAsync(Texts.Status_canceled);
        await Assertions.Expect(job.Row(orders[1])).ToContainTextAsync(Texts.Job_Outcome_Refused);
        await Assertions.Expect(job.Row(orders[1])).ToContainTextAsync(Account.Support.Name);
        await (await new OrderPage(queue.Page).OpenAsync(orders[1])).HasStatusAsync(Texts.Status_ready_for_handling);
    });

    [Fact]
    public Task What_is_selected_stays_selected_through_a_reload() => WalkAsync(async () =>
    {
        QaOrder[] orders = [await Store.TakeAsync(QaSituation.RequestedByCustomer), await Store.TakeAsync(QaSituation.RequestedByCustomer)];
        var queue = await OpenQueueAsync(Account.Operator);
        foreach (var order in orders)
        {
            await queue.SelectAsync(order);
        }

        await Assertions.Expect(queue.Selected).ToHaveTextAsync(OrderWords.Say(Texts.Bulk_Selected, orders.Length));
        await queue.Page.ReloadAsync();

        await Assertions.Expect(queue.Selected).ToHaveTextAsync(OrderWords.Say(Texts.Bulk_Selected, orders.Length));
        await Assertions.Expect(queue.Row(orders[0])).ToHaveAttributeAsync("aria-selected", "true");
    });

    private async Task<RequestsPage> OpenQueueAsync(Account account)
    {
        var visit = await OpenAsync(account);
        return await new RequestsPage(visit.Page).OpenAsync(OursOnly);
    }

    private static async Task WalkToAsync(RequestsPage queue, QaOrder order)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await queue.Page.Keyboard.PressAsync("j");
            if (await queue.Row(order).EvaluateAsync<bool>("row => row === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{MostSteps} times j did not lead to {order.Id}.");
    }

    private static async Task PressFocusedAsync(RequestsPage queue, string button)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await queue.Page.Keyboard.PressAsync("Tab");
            if (await queue.Page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()") == button)
            {
                await queue.Page.Keyboard.PressAsync("Enter");
                return;
            }
        }

        Assert.Fail($"Tab did not lead to {button}.");
    }
}
