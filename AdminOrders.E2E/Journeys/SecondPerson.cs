using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

/// <summary>A store in which nobody cancels alone.</summary>
[Collection(OwnStore.Name)]
[Trait("Needs", "OwnServer")]
public sealed class SecondPerson(OwnStore store) : Journey(store)
{
    private Installation? own;

    [Fact]
    public Task Who_asked_cannot_confirm_and_is_told_who_may_and_a_colleague_confirms() => WalkAsync(async () =>
    {
        var here = own = await Installation.StartAsync(StorePlace.NewFile());
        var order = await here.TakeAsync(QaSituation.PaymentApproved);
        var settings = await OpenSettingsAsync(here);
        await settings.ChooseSecondPersonAsync(Texts.OrderSettings_Always);
        await settings.SaveAsync();

        var asking = await new OrderPage((await OpenAsync(here, Account.Operator)).Page).OpenAsync(order);
        await asking.CancelOrderAsync();
        await asking.HasStatusAsync(Texts.Status_cancellation_requested);
        var why = await asking.AskWhyAsync(Texts.Action_ConfirmCancellation);
        await Assertions.Expect(why).ToContainTextAsync(Account.Support.Name);
        await Assertions.Expect(why).Not.ToContainTextAsync(Account.Operator.Name);

        var confirming = await new OrderPage((await OpenAsync(here, Account.Support)).Page).OpenAsync(order);
        await confirming.ConfirmCancellationAsync();
        await confirming.HasStatusAsync(Texts.Status_canceled);
        await asking.HasStatusAsync(Texts.Status_canceled);
    });

    [Fact]
    public Task Of_two_owners_who_save_at_once_the_second_is_told_and_keeps_what_was_typed() => WalkAsync(async () =>
    {
        var here = own = await Installation.StartAsync(StorePlace.NewFile());
        var (first, second) = (await OpenSettingsAsync(here), await OpenSettingsAsync(here));
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
        if (own?.Server is { } server)
        {
            await server.DisposeAsync();
        }
    }

    private async Task<OrderSettingsPage> OpenSettingsAsync(Installation installation) =>
        await new OrderSettingsPage((await OpenAsync(installation, Account.Owner)).Page).OpenAsync();
}
