using AdminOrders.E2E.Support;
using Xunit.Sdk;

namespace AdminOrders.E2E.Journeys;

/// <summary>A check that finds nothing could be one that does not look.</summary>
public sealed class AccessibilityCheck(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Theory]
    [InlineData("<img src='data:,'>", "image-alt")]
    [InlineData("<p style='color:#aaa;background:#fff'>Pale</p>", "color-contrast")]
    public Task What_is_wrong_is_found(string html, string rule) => WalkAsync(async () =>
    {
        var visit = await OpenAsync();
        await visit.Page.SetContentAsync($"<html lang='en'><title>x</title><main>{html}</main></html>");

        var found = await Assert.ThrowsAnyAsync<XunitException>(() => Accessible.CheckAsync(visit.Page.Locator("html")));
        Assert.Contains(rule, found.Message, StringComparison.Ordinal);
    }, rule);

    [Fact]
    public Task What_is_wrong_by_night_only_is_found_by_night() => WalkAsync(async () =>
    {
        var visit = await OpenAsync();
        var page = visit.Page.Locator("html");
        await visit.Page.SetContentAsync("<style>@media (prefers-color-scheme: dark) { p { color: #333; background: #222 } }</style><p>Dim</p>");
        await Accessible.CheckColorsAsync(page);

        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var found = await Assert.ThrowsAnyAsync<XunitException>(() => Accessible.CheckColorsAsync(page));
        Assert.Contains("color-contrast", found.Message, StringComparison.Ordinal);
    });

    [Fact]
    public Task A_page_that_is_too_wide_is_found() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Screen.Phone);
        await visit.Page.SetContentAsync("<p style='width:500px'>Wide</p>");

        await Assert.ThrowsAnyAsync<XunitException>(() => Accessible.FitsAsync(visit.Page));
    });
}
