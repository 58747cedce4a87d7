using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;
using PolicyFields = AdminOrders.Web.Features.Settings.Policies.PolicyFields;

namespace AdminOrders.E2E.Journeys;

/// <summary>A store in which nobody cancels alone; the journeys after these find it as it was.</summary>
[Collection(OwnStore.Name)]
[Trait("Needs", "OwnServer")]
public sealed class SecondPerson(OwnStore store) : Journey(store)
{
    [Fact]
    public Task Who_asked_cannot_confirm_and_is_told_who_may_and_a_colleague_confirms() => WalkAsync(async () =>
    {
        await Store.Kit.ResetAsync(orders: 0);
        var order = await Store.TakeAsync(QaSituation.PaymentApproved);
        var settings = await OpenSettingsAsync();
        await settings.ChooseSecondPersonAsync(Texts.OrderSettings_Always);
        await settings.SaveAsync();

        var asking = await OpenAsync(Account.Operator, order);
        await asking.CancelOrderAsync();
        await asking.HasStatusAsync(Texts.Status_cancellation_requested);
        var why = await asking.AskWhyAsync(Texts.Action_ConfirmCancellation);
        await Assertions.Expect(why).ToContainTextAsync(Account.Support.Name);
        await Assertions.Expect(why).Not.ToContainTextAsync(Account.Operator.Name);

        var confirming = await OpenAsync(Account.Support, order);
        await confirming.ConfirmCancellationAsync();
        await confirming.HasStatusAsync(Texts.Status_canceled);
        await asking.HasStatusAsync(Texts.Status_canceled);
    });

    [Fact]
    public Task Above_a_value_a_program_asks_first_and_who_issued_its_key_cannot_be_the_second() => WalkAsync(async () =>
    {
        await Store.Kit.ResetAsync(orders: 0);
        var order = await Store.TakeAsync(QaSituation.PaymentApproved);
        var settings = await OpenSettingsAsync();
        await settings.ChooseSecondPersonAsync(Texts.OrderSettings_AboveValue);
        await settings.FillAsync(PolicyFields.Label(PolicyFields.Above("BRL")), "100.00");
        await settings.SaveAsync();
        var keys = await new AppKeysPage((await OpenAsync(Account.Owner)).Page).OpenAsync();
        var credentials = await keys.MakeTheKeyAsync("ERP", PredefinedRoles.FulfillmentOms);
        await keys.CloseAsync();

        var answer = await keys.Page.APIRequest.PostAsync($"/api/oms/pvt/orders/{order.Id}/cancel", new()
        {
            DataObject = new { reason = "Not in the warehouse" },
            Headers = new Dictionary<string, string> { ["X-VTEX-API-AppKey"] = credentials.Key, ["X-VTEX-API-AppToken"] = credentials.Token },
        });
        Assert.Equal((200, "cancellation-requested"), (answer.Status, answer.Headers["adminorders-order-status"]));

        var issuer = await new OrderPage((await OpenAsync(Account.Owner)).Page).OpenAsync(order);
        var why = await issuer.AskWhyAsync(Texts.Action_ConfirmCancellation);
        await Assertions.Expect(why).ToContainTextAsync("second-person-required");
        await Assertions.Expect(why).ToContainTextAsync(Account.Support.Name);
        await Assertions.Expect(why).Not.ToContainTextAsync(Account.Owner.Name);

        var second = await OpenAsync(Account.Support, order);
        await second.ConfirmCancellationAsync();
        await second.HasStatusAsync(Texts.Status_canceled);
    });

    [Fact]
    public Task Settings_of_orders_are_changed_by_keyboard_only() => WalkAsync(async () =>
    {
        await Store.Kit.ResetAsync(orders: 0);
        // Its currency is one that there are orders in.
        await Store.TakeAsync(QaSituation.PaymentApproved);
        var visit = await OpenAsync(Account.Owner);
        var settings = await new OrderSettingsPage(visit.Page).OpenAsync();
        await visit.Page.TabToAsync(settings.Field(Texts.OrderSettings_GracePeriod));
        await visit.Page.Keyboard.PressAsync("Control+A");
        await visit.Page.Keyboard.TypeAsync("45");
        var never = visit.Page.GetByRole(AriaRole.Radio, new() { Name = Texts.OrderSettings_Never, Exact = true });
        await visit.Page.TabToAsync(never);
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(settings.Field(PolicyFields.Label(PolicyFields.Above("BRL")))).ToBeVisibleAsync();
        await visit.Page.TabToAsync(settings.Field(PolicyFields.Label(PolicyFields.Above("BRL"))));
        await visit.Page.Keyboard.TypeAsync("-1");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(settings.Field(PolicyFields.Label(PolicyFields.Above("BRL")))).ToHaveAttributeAsync("aria-invalid", "true");

        await visit.Page.Keyboard.PressAsync("Control+A");
        await visit.Page.Keyboard.TypeAsync("250.00");
        await visit.Page.Keyboard.PressAsync("Enter");
        await settings.IsSavedAsync();

        var again = await OpenSettingsAsync();
        await Assertions.Expect(again.Field(Texts.OrderSettings_GracePeriod)).ToHaveValueAsync("45");
        await Assertions.Expect(again.Field(PolicyFields.Label(PolicyFields.Above("BRL")))).ToHaveValueAsync("250.00");
    });

    [Fact]
    public Task Of_two_owners_who_save_at_once_the_second_is_told_and_keeps_what_was_typed() => WalkAsync(async () =>
    {
        await Store.Kit.ResetAsync(orders: 0);
        var (first, second) = (await OpenSettingsAsync(), await OpenSettingsAsync());
        await first.FillAsync(Texts.OrderSettings_GracePeriod, "60");
        await second.FillAsync(Texts.OrderSettings_Moving, "20");
        await first.SaveAsync();

        await second.PressSaveAsync();

        await Assertions.Expect(second.Conflict).ToContainTextAsync("30 → 60");
        await Assertions.Expect(second.Field(Texts.OrderSettings_Moving)).ToHaveValueAsync("20");
        await Assertions.Expect(second.Field(Texts.OrderSettings_GracePeriod)).ToHaveValueAsync("60");
        await second.SaveAsync();
        await Assertions.Expect(second.Conflict).ToHaveCountAsync(0);
    });

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Store.Kit.ResetAsync(orders: 0);
    }

    private async Task<OrderSettingsPage> OpenSettingsAsync() => await new OrderSettingsPage((await OpenAsync(Account.Owner)).Page).OpenAsync();
}
