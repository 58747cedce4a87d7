using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Journeys;

/// <summary>The pictures of the README, taken of the sample store while the journeys look at it.</summary>
public sealed class Pictures(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    private static readonly Screen Window = Sharp(Screen.Desktop with { Height = 860 });

    [Theory]
    [InlineData("all-orders", "en-US", false)]
    [InlineData("dark", "en-US", true)]
    [InlineData("es", "es-ES", false)]
    public Task All_orders_shows_the_sample_store(string picture, string culture, bool isDark) => WalkAsync(async () =>
    {
        Speak(culture);
        var visit = await OpenAsync(Account.Operator, Window with { IsDark = isDark });
        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        await Assertions.Expect(list.Title).ToBeVisibleAsync();
        await Assertions.Expect(list.Rows.Nth(20)).ToBeAttachedAsync();

        await TakeAsync(visit, picture);
    }, picture);

    [Fact]
    public Task All_orders_fits_a_phone() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Sharp(Screen.Phone));
        await new AllOrdersPage(visit.Page).OpenAsync();

        await TakeAsync(visit, "phone");
    });

    [Fact]
    public Task An_order_that_is_handled_offers_to_cancel_it() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Window);
        var page = await OpenNewestAsync(visit, "handling");
        await page.HasStatusAsync(Texts.Status_handling);
        await TakeAsync(visit, "order");

        var dialog = await page.OpenCancelOrderAsync();
        await dialog.ChooseReasonAsync();
        await dialog.FillDetailsAsync("Called us: ordered the wrong colour.");
        await dialog.ForCustomer.CheckAsync();
        await Assertions.Expect(dialog.WhatWillHappen).ToContainTextAsync(Texts.Status_cancellation_requested);
        await TakeAsync(visit, "cancel-dialog");
    });

    [Fact]
    public Task A_requested_order_says_who_asked_and_how_to_answer() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Window);
        var page = await OpenNewestAsync(visit, "cancellation-requested");
        await Assertions.Expect(page.Request).ToBeVisibleAsync();

        await TakeAsync(visit, "requested");
    });

    // Only what is kept has to be sharp.
    private static Screen Sharp(Screen screen) => screen with { Scale = Settings.TakesScreenshots ? 2 : 1 };

    private static async Task<OrderPage> OpenNewestAsync(Visit visit, string status)
    {
        var list = await new AllOrdersPage(visit.Page).OpenAsync($"?status={status}");
        return await list.OpenOrderAsync(0);
    }

    private static async Task TakeAsync(Visit visit, string picture)
    {
        var folder = Settings.TakesScreenshots ? Places.Screenshots : Path.Combine(Places.Failures, "..", "screenshots");
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{picture}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}
