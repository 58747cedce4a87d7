using AdminOrders.Core.Text;

namespace AdminOrders.E2E.Pages;

/// <summary>Settings › Health.</summary>
internal sealed class HealthPage(IPage page)
{
    private const float LongestVerification = 60_000;

    public IPage Page => page;

    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Name = Texts.Health, Exact = true });

    /// <summary>What the last verification found.</summary>
    public ILocator Everything => page.GetByRole(AriaRole.Main).GetByText(Texts.Health_Clean, new() { Exact = true });

    private ILocator VerifyNow => page.GetByRole(AriaRole.Button, new() { Name = Texts.Health_Verify, Exact = true });

    public async Task<HealthPage> OpenAsync()
    {
        await page.GotoAsync("/settings/health");
        await Assertions.Expect(Title).ToBeVisibleAsync();
        return this;
    }

    /// <summary>Verifies the store and waits until that is done.</summary>
    public async Task VerifyAsync()
    {
        await VerifyNow.ClickAsync();
        await Assertions.Expect(Everything).ToBeVisibleAsync(new() { Timeout = LongestVerification });
        await Assertions.Expect(VerifyNow).ToBeVisibleAsync();
    }
}
