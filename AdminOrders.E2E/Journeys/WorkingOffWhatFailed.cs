using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;
using Microsoft.AspNetCore.Http;

namespace AdminOrders.E2E.Journeys;

/// <summary>A mail server and a payment provider that refuse, and then do not; the journeys after these find them open.</summary>
[Collection(OwnStore.Name)]
[Trait("Needs", "OwnServer")]
public sealed class WorkingOffWhatFailed(OwnStore store) : Journey(store)
{
    private const string Words = "no such mailbox";
    private const string Refusal = "The issuer will not do this";
    private const int MostSteps = 20;
    private static readonly Dictionary<string, string> Refusing = new(StringComparer.Ordinal) { ["RCPT"] = $"550 5.1.1 {Words}" };
    private static readonly Dictionary<string, string> Taking = [];

    [Fact]
    public Task A_support_agent_has_a_mail_sent_again_by_keyboard_and_marks_another_as_done() => WalkAsync(async () =>
    {
        await Store.Kit.ResetAsync(orders: 0);
        Answer(Refusing);
        var order = await Store.TakeAsync(QaSituation.PaymentApproved);
        var agent = await OpenAsync(Account.Support);
        await (await new OrderPage(agent.Page).OpenAsync(order)).CancelOrderAsync();
        await Assertions.Expect(agent.Page.Locator("#unfinished")).ToContainTextAsync(Words);

        var work = await new UnfinishedPage(agent.Page).OpenAsync();
        var (toCustomer, toStore) = (work.Row(order, UnfinishedKind.CustomerMail), work.Row(order, UnfinishedKind.StoreMail));
        await Assertions.Expect(toCustomer).ToContainTextAsync(Words);
        await Assertions.Expect(toCustomer).ToContainTextAsync(Texts.Unfinished_State_GivenUp);
        await Accessible.LooksRightAsync(agent.Page.Locator("html"));

        Answer(Taking);
        await WalkToAsync(agent.Page, toCustomer);
        await agent.Page.Keyboard.PressAsync("r");
        await Assertions.Expect(toCustomer).ToContainTextAsync(Texts.Unfinished_State_Done);
        Assert.Single(store.Mails.Mails, mail => mail.Content.Contains(order.Id, StringComparison.Ordinal));

        var dialog = await work.OpenDoneByHandAsync(order, UnfinishedKind.StoreMail, $"{Texts.Consumer_mail_store}: {Texts.Event_order_canceled}");
        await dialog.FillAsync("Told the desk next door");
        await dialog.ConfirmAsync();
        await Assertions.Expect(toStore).ToContainTextAsync(Texts.Unfinished_State_DoneByHand);

        await work.OpenAsync("?kind=store-mail");
        await Assertions.Expect(work.Empty).ToBeVisibleAsync();
        await new OrderPage(agent.Page).OpenAsync(order);
        await Assertions.Expect(agent.Page.Locator("#history")).ToContainTextAsync("Told the desk next door");
        await Assertions.Expect(agent.Page.Locator("#unfinished")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_refund_that_the_provider_refused_is_made_once_when_an_agent_tries_again() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.Invoiced);
        await Store.Kit.TellProviderAsync(order, PaymentScenario.Refuse);
        var agent = await OpenAsync(Account.Operator);
        await (await new OrderPage(agent.Page).OpenAsync(order)).ReturnItemsAsync("RET-7", "Did not fit");
        await Assertions.Expect(agent.Page.Locator("#unfinished")).ToContainTextAsync(Refusal);

        var work = await new UnfinishedPage(agent.Page).OpenAsync("?kind=payment");
        var refund = work.Row(order, UnfinishedKind.Payment);
        await Assertions.Expect(refund).ToContainTextAsync(Refusal);
        await Assertions.Expect(refund).ToContainTextAsync(Texts.Unfinished_State_GivenUp);
        await Store.Kit.TellProviderAsync(order, PaymentScenario.Accept);
        await work.RetryAsync(order, UnfinishedKind.Payment);
        await Assertions.Expect(refund).ToContainTextAsync(Texts.Unfinished_State_Done);

        var page = await new OrderPage(agent.Page).OpenAsync(order);
        await Assertions.Expect(page.HistoryEntries(Texts.Event_money_refused)).ToHaveCountAsync(1);
        await Assertions.Expect(page.HistoryEntries(Texts.Event_money_returned)).ToHaveCountAsync(1);
        await Assertions.Expect(agent.Page.Locator("#unfinished")).ToHaveCountAsync(0);
        var calls = await Store.Kit.ProviderCallsAsync(order);
        Assert.Equal([StatusCodes.Status400BadRequest, StatusCodes.Status200OK], calls.Select(call => call.Status));
        Assert.Single(calls.Select(call => call.RequestId).Distinct(StringComparer.Ordinal));
    });

    [Fact]
    public Task An_alert_is_seen_to_by_keyboard_and_an_order_that_hangs_moves_on() => WalkAsync(async () =>
    {
        await Store.Kit.ResetAsync(orders: 0);
        var canceled = await Store.TakeAsync(QaSituation.Canceled);
        var hanging = await Store.TakeAsync(QaSituation.Hanging);
        await Store.Kit.InvoiceAsync(canceled, "LATE-1");
        await Store.Kit.AdvanceAsync(TimeSpan.FromDays(2));
        var agent = await OpenAsync(Account.Operator);
        var work = await new UnfinishedPage(agent.Page).OpenAsync();
        var (alert, moving) = (work.Row(canceled, UnfinishedKind.Alert), work.Row(hanging, UnfinishedKind.MovingOrder));
        await Assertions.Expect(moving).ToContainTextAsync(Texts.Unfinished_WaitsForPayment);
        var looking = await OpenAsync(Account.Owner);
        var seen = (await new UnfinishedPage(looking.Page).OpenAsync()).Row(canceled, UnfinishedKind.Alert);
        await LooksRightInAllLanguagesAsync(looking, "unfinished-people", () => Assertions.Expect(seen).ToContainTextAsync(Texts.Alert_GoodsMayHaveLeft));
        await Assertions.Expect(alert).ToContainTextAsync(Texts.Alert_GoodsMayHaveLeft);
        await Assertions.Expect(agent.Page.Locator("#sidebar a[href='unfinished'] .count")).ToHaveTextAsync("2");

        await WalkToAsync(agent.Page, alert);
        await agent.Page.Keyboard.PressAsync("d");
        var dialog = await work.DoneByHand(Texts.Alert_GoodsMayHaveLeft).IsOpenAsync();
        await dialog.FillAsync("The van was stopped at the gate");
        await dialog.ConfirmAsync();
        await Assertions.Expect(alert).ToContainTextAsync(Texts.Unfinished_State_DoneByHand);

        await WalkToAsync(agent.Page, moving);
        await agent.Page.Keyboard.PressAsync("r");
        await Assertions.Expect(moving).Not.ToContainTextAsync(Texts.Unfinished_State_Open);
        await Assertions.Expect(agent.Page.Locator("#sidebar a[href='unfinished'] .count")).ToHaveCountAsync(0);

        await new OrderPage(agent.Page).OpenAsync(canceled);
        await Assertions.Expect(agent.Page.Locator("#history")).ToContainTextAsync("The van was stopped at the gate");
        await Assertions.Expect(agent.Page.Locator("#unfinished")).ToHaveCountAsync(0);
    });

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Answer(Taking);
        await Store.Kit.ResetAsync(orders: 0);
    }

    private void Answer(Dictionary<string, string> answers) => store.Mails.Manners = store.Mails.Manners with { Answers = answers };

    private static async Task WalkToAsync(IPage page, ILocator row)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await page.Keyboard.PressAsync("j");
            if (await row.EvaluateAsync<bool>("row => row === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{MostSteps} times j did not lead to the row.");
    }
}
