using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

public sealed class Languages(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Theory]
    [InlineData("es-ES", "Cancelar pedido", "Confirmar", "Cancelación solicitada", "Confirmar cancelación", "Cancelado")]
    [InlineData("pt-BR", "Cancelar pedido", "Confirmar", "Cancelamento solicitado", "Confirmar cancelamento", "Cancelado")]
    public Task The_two_steps_are_called_as_operators_know_them(string culture, string cancelOrder, string confirm, string requested, string confirmCancellation, string canceled) => WalkAsync(async () =>
    {
        Speak(culture);
        Assert.Equal((cancelOrder, confirm, confirmCancellation), (Texts.Action_CancelOrder, Texts.Action_Confirm, Texts.Action_ConfirmCancellation));
        var page = await OpenAsync(Account.Operator, QaSituation.Handling);

        await page.CancelOrderAsync();
        await page.HasStatusAsync(requested);

        await page.ConfirmCancellationAsync();
        await page.HasStatusAsync(canceled);
    }, culture);

    [Theory]
    [InlineData("es-ES")]
    [InlineData("pt-BR")]
    public Task Longer_words_find_room_too(string culture) => WalkAsync(async () =>
    {
        Speak(culture);
        var visit = await OpenAsync(Account.Operator);

        await new AllOrdersPage(visit.Page).OpenAsync();
        await Accessible.FitsAsync(visit.Page);
        await new ChannelsPage(visit.Page).OpenAsync();
        await Accessible.FitsAsync(visit.Page);
        await new RequestsPage(visit.Page).OpenAsync();
        await Accessible.FitsAsync(visit.Page);
        await new UnfinishedPage(visit.Page).OpenAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = Texts.Unfinished_ByHand, Exact = true }).First).ToBeVisibleAsync();
        await Accessible.FitsAsync(visit.Page);
    }, culture);

    [Fact]
    public Task A_language_is_chosen_in_the_top_bar_and_stays() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator);
        var list = await new AllOrdersPage(visit.Page).OpenAsync();

        await list.Shell.ChooseLanguageAsync("Español");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Todos los pedidos" })).ToBeVisibleAsync();

        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Todos los pedidos" })).ToBeVisibleAsync();
    });

    [Fact]
    public Task An_appearance_is_chosen_in_the_top_bar_and_stays() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator);
        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        var light = await BackgroundAsync(visit.Page);

        await list.Shell.ChooseAppearanceAsync(Texts.Shell_ThemeDark);
        await visit.Page.ReloadAsync();

        Assert.NotEqual(light, await BackgroundAsync(visit.Page));
    });

    private static Task<string> BackgroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
