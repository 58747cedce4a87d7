using AdminOrders.E2E.Support;
using Xunit.Sdk;

namespace AdminOrders.E2E.Journeys;

/// <summary>A check that finds nothing could be one that does not look.</summary>
public sealed class AccessibilityCheck(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Theory]
    [InlineData("<img src='data:,'>", false, "image-alt")]
    [InlineData("<p style='color:#aaa;background:#fff'>Pale</p>", false, "color-contrast")]
    [InlineData("<p style='color:#333;background:#222'>Dim</p>", true, "color-contrast")]
    public Task What_is_wrong_is_found(string html, bool isDark, string rule) => WalkAsync(async () =>
    {
        var visit = await OpenAsync();
        await visit.Page.SetContentAsync($"<html lang='en'><title>x</title><main>{html}</main></html>");

        var found = await Assert.ThrowsAnyAsync<XunitException>(() => Accessible.CheckAsync(visit.Page.Locator("html"), Screen.Desktop with { IsDark = isDark }));
        Assert.Contains(rule, found.Message, StringComparison.Ordinal);
    }, rule);

    [Fact]
    public Task A_page_that_is_too_wide_is_found() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Screen.Phone);
        await visit.Page.SetContentAsync("<p style='width:500px'>Wide</p>");

        await Assert.ThrowsAnyAsync<XunitException>(() => Accessible.FitsAsync(visit.Page));
    });
}
