using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

/// <summary>A customer, on a phone, with a link that an operator has copied.</summary>
public sealed class AskingAsACustomer(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    private const string Why = "Me equivoqué de talla";

    [Fact]
    public Task A_customer_asks_in_Spanish_and_takes_it_back_on_a_phone() => WalkAsync(async () =>
    {
        var link = await CopyLinkAsync(QaSituation.Handling);
        Speak("es-ES");
        var visit = await OpenAsync(Screen.Phone);
        var page = await new CustomerPage(visit.Page).OpenAsync(link);
        await Assertions.Expect(page.State).ToHaveTextAsync("Preparando pedido");
        await Accessible.LooksRightAsync(visit.Page.Locator("html"));

        visit.Expected = ["400"];
        await page.OpenRequestCancellationAsync(Texts.My_WillAsk);
        await Assertions.Expect(page.Text).ToBeHiddenAsync();
        await page.SendButton.ClickAsync();
        await Assertions.Expect(page.Trouble).ToHaveTextAsync("Elija un motivo.");
        await Assertions.Expect(page.Reasons).ToBeFocusedAsync();
        await Accessible.LooksRightAsync(visit.Page.Locator("html"));
        await page.SendRequestAsync(Why);

        await Assertions.Expect(page.Said).ToHaveTextAsync(Texts.My_Said_Asked);
        await Assertions.Expect(page.State).ToHaveTextAsync("Cancelación solicitada");
        await Assertions.Expect(page.Answer).ToContainTextAsync(Why);
        await Accessible.LooksRightAsync(visit.Page.Locator("html"));

        await page.WithdrawMyRequestAsync();
        await Assertions.Expect(page.State).ToHaveTextAsync("Preparando pedido");
        await Accessible.LooksRightAsync(visit.Page.Locator("html"));
    });

    [Fact]
    public Task A_customer_cancels_within_the_window_by_keyboard_only() => WalkAsync(async () =>
    {
        var link = await CopyLinkAsync(QaSituation.InGracePeriod);
        Speak("es-ES");
        var visit = await OpenAsync(Screen.Phone);
        var page = await new CustomerPage(visit.Page).OpenAsync(link);
        var keys = visit.Page.Keyboard;

        await visit.Page.TabToAsync(page.RequestCancellationButton);
        await keys.PressAsync("Enter");
        await visit.Page.TabToAsync(page.Reason("Cambié de idea"));
        await keys.PressAsync("ArrowUp");
        await Assertions.Expect(page.Reason(Texts.My_Other)).ToBeCheckedAsync();
        await visit.Page.TabToAsync(page.Text);
        await keys.TypeAsync(Why);
        await visit.Page.TabToAsync(page.SendButton);
        await keys.PressAsync("Enter");

        await Assertions.Expect(page.Said).ToHaveTextAsync(Texts.My_Said_Canceled);
        await Assertions.Expect(page.Answer).ToContainTextAsync(Why);
        await Accessible.LooksRightAsync(visit.Page.Locator("html"));
    });

    [Fact]
    public Task What_cannot_be_asked_and_a_link_that_is_not_good_look_right() => WalkAsync(async () =>
    {
        var link = await CopyLinkAsync(QaSituation.Invoiced);
        var visit = await OpenAsync(Screen.Phone);
        var page = await new CustomerPage(visit.Page).OpenAsync(link);
        await Assertions.Expect(page.WhyNot).ToContainTextAsync(Texts.My_No_AskForReturn);
        await Accessible.LooksRightAsync(visit.Page.Locator("html"));

        visit.Expected = ["404"];
        await visit.Page.GotoAsync(link[..^1] + (link[^1] is 'A' ? 'B' : 'A'));
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = Texts.My_NotGood })).ToBeVisibleAsync();
        await Accessible.LooksRightAsync(visit.Page.Locator("html"));
    });

    [Fact]
    public Task What_the_store_answers_is_on_the_customers_page() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.RequestedByCustomer);
        var desk = await OpenAsync(Account.Support, order);
        var link = await desk.CopyCustomerLinkAsync();
        await desk.DeclineAsync(internalReason: "It is on the truck", customerText: "Your parcel has left already.");

        var visit = await OpenAsync(Screen.Desktop);
        var page = await new CustomerPage(visit.Page).OpenAsync(link);

        await Assertions.Expect(page.Answer).ToContainTextAsync("Your parcel has left already.");
        await Assertions.Expect(page.Answer).Not.ToContainTextAsync("truck");
        await Assertions.Expect(page.RequestCancellationButton).ToHaveCountAsync(0);
        await Accessible.LooksRightAsync(visit.Page.Locator("html"));
    });

    private async Task<string> CopyLinkAsync(QaSituation situation) => await (await OpenAsync(Account.Operator, situation)).CopyCustomerLinkAsync();
}
