using System.Globalization;
using System.Net;
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

    [Fact]
    public Task Unfinished_work_says_what_is_owed_and_what_to_do() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Window);
        var work = await new UnfinishedPage(visit.Page).OpenAsync();
        await Assertions.Expect(work.Title).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Row).Nth(8)).ToBeAttachedAsync();

        await TakeAsync(visit, "unfinished");
    });

    [Fact]
    public Task Insights_says_why_orders_are_canceled() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Window);
        var insights = await new InsightsPage(visit.Page).OpenAsync();
        await Assertions.Expect(insights.Figure).ToBeVisibleAsync();

        await TakeAsync(visit, "insights");
    });

    [Theory]
    [InlineData("mail-requested", "pt-BR", "mail-customer", nameof(Texts.Mail_Requested_Subject))]
    [InlineData("mail-requested-store", "en-US", "mail-store", nameof(Texts.Mail_Requested_Subject))]
    [InlineData("mail-declined", "es-ES", "mail-customer", nameof(Texts.Mail_Declined_Subject))]
    [InlineData("mail-canceled", "en-US", "mail-customer", nameof(Texts.Mail_Canceled_Subject))]
    [Trait("Needs", "OwnServer")]
    public Task Mails_look_as_plain_as_they_read(string picture, string culture, string consumer, string subject) => WalkAsync(async () =>
    {
        Speak(culture);
        var title = Texts.ResourceManager.GetString(subject, CultureInfo.CurrentUICulture)!;
        var letter = await new WrittenMails(Store.Server!).LetterAsync($".{consumer}.eml", $"Content-Language: {culture}", WebUtility.HtmlEncode(title[(title.IndexOf("{0}", StringComparison.Ordinal) + 3)..]) + "</h1>");
        var visit = await OpenAsync(Sharp(Screen.Desktop with { Width = 640, Height = 560 }));
        await visit.Page.SetContentAsync(letter);
        await Accessible.LooksRightAsync(visit.Page.Locator("html"), Colors.SeenElsewhere);

        await TakeAsync(visit, picture);
    }, picture);

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
