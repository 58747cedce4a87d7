namespace AdminOrders.E2E.Support;

/// <summary>What is done without a mouse.</summary>
internal static class Keys
{
    private const int MostTabs = 80;

    /// <summary>Presses Tab until the focus is there.</summary>
    public static async Task TabToAsync(this IPage page, ILocator goal)
    {
        await Assertions.Expect(goal).ToBeVisibleAsync();
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await goal.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{MostTabs} times Tab did not lead to {goal}.");
    }

    /// <summary>Types in place of what stands in the field that has the focus.</summary>
    public static async Task RetypeAsync(this IPage page, string text)
    {
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a button by Tab and presses it by Enter.</summary>
    public static async Task PressByKeyAsync(this IPage page, ILocator button)
    {
        await page.TabToAsync(button);
        await page.Keyboard.PressAsync("Enter");
    }
}
